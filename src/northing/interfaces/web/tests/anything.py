"""Which row could stand in a table that nobody has filled yet?

For tests that are about every table there is, also about those that are still to come.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db import models

from northing.interfaces.web.carrying import tables
from northing.stages.diagnose.models import StoredAudit


def fill(organisation, at):
    """A row in every table that belongs to an organisation and has none of it."""
    audit = StoredAudit(number=99, on=at.date(), state="done", organisation=organisation,
                        asked_at=at, done_at=at)  # fmt: skip
    audit.save()
    for model in tables.carried():
        rows = tables.rows_of(model).filter(**{tables.path_to_organisation(model): organisation.id})
        if not rows.exists():
            row(model, organisation, at, audit).save(force_insert=True)


def row(model, organisation, at, audit):
    """One that its table takes: the audit is one that is not issued yet."""
    values = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField):
            continue
        if isinstance(field, models.ForeignKey):
            values[field.attname] = _named(field, organisation, audit)
        elif not field.has_default() and not (field.null or field.blank):
            values[field.attname] = _value(field, at)
    return model(**values)


def _named(field, organisation, audit):
    if field.related_model in (type(organisation), type(audit)):
        return organisation.pk if field.related_model is type(organisation) else audit.pk
    way = tables.path_to_organisation(field.related_model)
    found = tables.rows_of(field.related_model).filter(**{way: organisation.id}).first()
    return None if found is None and field.null else found.pk


def _value(field, at):
    if field.choices:
        return field.choices[0][0]
    plain = {
        models.DateTimeField: at, models.DateField: date(2026, 5, 4), models.UUIDField: uuid4(),
        models.DecimalField: Decimal(1), models.BooleanField: True, models.FloatField: 1.0,
    }  # fmt: skip
    for kind, value in plain.items():
        if isinstance(field, kind):
            return value
    return 1 if isinstance(field, models.IntegerField) else "something"
