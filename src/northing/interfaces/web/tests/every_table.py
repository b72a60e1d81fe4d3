"""How does every table of an installation come to hold a row, and what does each of them hold?

A program of its own: `fill` makes what the addresses of all areas name, and the simplest row in
each table that is empty after that, so that a table made tomorrow is filled, too; `told` says what
stands in each; `case FOLDER` lays out what the next audit of the organisation reads.
"""

from __future__ import annotations

import json
import sys
from datetime import date, time
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import django

django.setup()

from django.apps import apps  # noqa: E402 - tables are known from here on
from django.db import connection, models, transaction  # noqa: E402

from northing.foundations.people.models import Organisation  # noqa: E402
from northing.foundations.people.tests.make import NOON  # noqa: E402

SIMPLEST = (
    (models.UUIDField, lambda _: uuid4()),
    (models.DateTimeField, lambda _: NOON),
    (models.DateField, lambda _: NOON.date()),
    (models.TimeField, lambda _: time(7)),
    (models.BooleanField, lambda _: True),
    (models.JSONField, lambda _: {}),
    (models.DecimalField, lambda _: Decimal(1)),
    (models.BinaryField, lambda _: b"x"),
    (models.GenericIPAddressField, lambda _: "192.0.2.1"),
    (models.FloatField, lambda _: 0.5),
    (models.IntegerField, lambda _: 1),
    ((models.CharField, models.TextField), lambda field: "simplest"[: field.max_length]),
)
OPEN = {"diagnose_storedaudit": {"issued_at": None}}
"""Which rows others may be hung on, where not all may: what is issued stays as it is."""
INDEX_OF_WORDS = "records_words"
"""Of SQLite: its tables hold no rows of anybody, and it is tried by seeking a word."""


def tables() -> dict[str, type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return {one._meta.db_table: one for one in found if one._meta.managed}


def fill() -> dict[str, object]:
    """The organisation whose case is laid out, and which tables hold nothing all the same."""
    from django.core.cache import cache

    from northing.interfaces.web.tests.test_every_door import House
    from northing.stages.diagnose.verification.tests.stored import make_audit

    with transaction.atomic():
        owner = House().owner
        make_audit(owner, 9)
        cache.set("attempts", 3)
        for model in tables().values():
            first_or_simplest(model)
    empty = [name for name, model in tables().items() if not model._base_manager.exists()]
    return {"organisation": str(owner.organisation_id), "empty": empty}


def first_or_simplest(model: type[models.Model]) -> models.Model:
    """A row of the table; where there is none, one that says as little as the table allows."""
    found = model._base_manager.filter(**OPEN.get(model._meta.db_table, {})).first()
    if found:
        return found
    wanted = [one for one in model._meta.concrete_fields if is_needed(one)]
    return model._base_manager.create(**{one.name: simplest(one) for one in wanted})


def is_needed(field: models.Field) -> bool:
    return not (field.null or field.has_default() or isinstance(field, models.AutoField))


def simplest(field: models.Field) -> object:
    if field.is_relation:
        return first_or_simplest(field.related_model)
    if field.choices:
        return field.choices[0][0]
    found = [make(field) for kind, make in SIMPLEST if isinstance(field, kind)]
    if not found:
        raise TypeError(f"say what is simplest for {field}")
    return found[0]


def told() -> dict[str, object]:
    """Of each table how many rows it holds and their digest; and what is found by a word."""
    names = [one for one in connection.introspection.table_names() if INDEX_OF_WORDS not in one]
    with connection.cursor() as cursor:
        return {name: content(cursor, name) for name in sorted(names)} | {"a word": by_a_word()}


def content(cursor, table: str) -> list[object]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table's name
    rows = sorted(map(repr, cursor.fetchall()))
    return [len(rows), sha256("\n".join(rows).encode()).hexdigest()]


def by_a_word() -> list[str]:
    from northing.stages.records.ledger.store import Wanted, wanted

    owners = Organisation.objects.all()
    return sorted(row.name for one in owners for row in wanted(one, Wanted(text="screening")))


def case(folder: Path) -> str:
    """The case of the one organisation that people worked in."""
    from northing.interfaces.worker.case_folder import write_case
    from northing.stages.diagnose.audits.facts import Wish

    organisation = Organisation.objects.order_by("made_at", "id").get(name="Harbour Health")
    write_case(organisation, folder, Wish(on=date(2026, 5, 1), currency="EUR"))
    return str(folder)


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    said = {"fill": fill, "told": told, "case": lambda place: case(Path(place))}[verb](*rest)
    sys.stdout.write(json.dumps(said))
