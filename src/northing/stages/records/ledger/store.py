"""Which records are there, and what was typed in?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Max, Q, QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.records.ledger.facts import Channel, Stance, Typed
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

IS_DONE = Q(source=None) | Q(source__state="done")
"""Records of an import that is being read, or was undone, do not count."""


def typed(organisation: Organisation) -> list[TypedRecord]:
    """What was typed in and not withdrawn, by number."""
    rows = TypedRecord.objects.filter(organisation=organisation, withdrawn_at=None)
    return list(rows.order_by("number"))


def one_typed(organisation: Organisation, typed: UUID) -> TypedRecord | None:
    rows = TypedRecord.objects.filter(organisation=organisation, id=typed)
    return rows.select_related("made_by__person").first()


def typed_of(row: TypedRecord) -> Typed:
    """The fact that a row keeps."""
    return Typed(
        channel=Channel(row.channel),
        text=row.text,
        effective_on=row.effective_on,
        received_on=row.received_on,
        amount=row.amount,
        currency=row.currency,
        unit=row.unit,
        commitment=row.commitment,
        stance=Stance(row.stance) if row.stance else None,
        evidence=row.evidence,
    )


def next_number(organisation: Organisation) -> int:
    """Numbers never come again, not even those of withdrawn records."""
    rows = TypedRecord.objects.filter(organisation=organisation)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def records(organisation: Organisation) -> QuerySet[StoredRecord]:
    """All that count."""
    return StoredRecord.objects.filter(IS_DONE, organisation=organisation)


def record(organisation: Organisation, name: str) -> StoredRecord | None:
    """The record that reports call so."""
    return records(organisation).filter(name=name).select_related("source", "typed").first()


def records_named(organisation: Organisation, names: list[str]) -> dict[str, StoredRecord]:
    """Those of these names that are there."""
    found = records(organisation).filter(name__in=names).select_related("source")
    return {one.name: one for one in found}
