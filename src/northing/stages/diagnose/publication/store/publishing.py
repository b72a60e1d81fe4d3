"""Which rule binds which audit, what is due, what may a stranger read, and what was said of it?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation, Person
from northing.stages.diagnose.audits.models import Opinion, PublicationRule, StoredAudit
from northing.stages.diagnose.publication.rules.due import due_at, is_due

_State = StoredAudit.State
_HEAVY = ("summary", "files", "progress", "wish")


def rules(organisation: Organisation) -> QuerySet[PublicationRule]:
    """All that were ever fixed, the newest first."""
    rows = PublicationRule.objects.filter(organisation=organisation)
    return rows.select_related("fixed_by__person").order_by("-fixed_at", "-id")


def bound_by(rule: PublicationRule) -> list[StoredAudit]:
    """The audits this rule binds, the newest first."""
    rows = StoredAudit.objects.filter(rule=rule).defer(*_HEAVY)
    return list(rows.order_by("-number"))


def due(organisation: Organisation, *, at: datetime) -> list[StoredAudit]:
    """What its rule says should have been issued by now and was not."""
    return [
        one
        for one in waiting(organisation)
        if one.rule and is_due(one.done_at, one.rule.days, at=at)
    ]


def waiting(organisation: Organisation) -> list[StoredAudit]:
    """Done, bound by a rule and not issued yet, in the order in which they fall due."""
    rows = StoredAudit.objects.filter(
        organisation=organisation, state=_State.DONE, issued_at=None, rule__isnull=False
    )
    found = rows.select_related("rule").defer(*_HEAVY)
    return sorted(found, key=lambda one: (str(due_of(one)), one.number))


def due_of(audit: StoredAudit) -> datetime | None:
    """When it is issued at the latest; None where no rule binds it."""
    return due_at(audit.done_at, audit.rule.days if audit.rule else None)


def kept_back(audit: StoredAudit) -> list[StoredAudit]:
    """Audits that were done before this one and not issued since the last one that was.

    They are named on what is issued: nobody can run audits until one pleases and show that alone.
    """
    before = StoredAudit.objects.filter(
        organisation_id=audit.organisation_id, number__lt=audit.number
    )
    last = before.exclude(issued_at=None).order_by("-number").first()
    rows = before.filter(state=_State.DONE, issued_at=None, number__gt=last.number if last else 0)
    return list(rows.defer(*_HEAVY).order_by("number"))


def open_to_all(audit: UUID) -> StoredAudit | None:
    """An audit anybody may read who has its address: issued, under a rule that says so."""
    rows = StoredAudit.objects.filter(
        id=audit, issued_at__isnull=False, rule__readers=PublicationRule.Readers.PUBLIC
    )
    return rows.select_related("organisation", "rule").first()


def promised_to_all(audit: UUID) -> StoredAudit | None:
    """The same, where its day may have come without anybody looking: done under such a rule."""
    rows = StoredAudit.objects.filter(
        id=audit, state=_State.DONE, rule__readers=PublicationRule.Readers.PUBLIC
    )
    return rows.select_related("organisation", "rule").first()


def opinions(audit: StoredAudit) -> list[Opinion]:
    """What reviewers said of it, the first first; none is ever taken away."""
    rows = Opinion.objects.filter(audit=audit).select_related("reviewer__person")
    return list(rows.order_by("given_at", "id"))


def opinions_of(person: Person) -> QuerySet[Opinion]:
    """All that a person ever gave, in any organisation, the first first."""
    rows = Opinion.objects.filter(reviewer__person=person).select_related("audit")
    return rows.order_by("given_at", "id")
