"""How is a record typed in, changed, withdrawn and brought back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import CHANGED_MEANWHILE, NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.records.ledger import store
from northing.stages.records.ledger.facts import Channel, Side, Typed
from northing.stages.records.ledger.models import StoredRecord, TypedRecord
from northing.stages.records.ledger.rules.stored import sought_in
from northing.stages.records.ledger.rules.typed import line_of, name_of, one_line

OTHER_CHANNEL = "typed record keeps its channel"


def type_in(typed: Typed, *, by: Member, at: datetime, key: UUID | None = None) -> TypedRecord:
    """A new record. `key` is the form's: sent twice, it is one record."""
    _check_may(by)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=by.organisation_id)
        known = store.one_typed(organisation, key) if key else None
        if known:
            return known
        row = TypedRecord.objects.create(
            id=key or uuid4(),
            organisation=organisation,
            number=store.next_number(organisation),
            made_at=at,
            made_by=by,
            **_columns(typed),
        )
        _show(row, typed)
        _tell(row, "record typed in", by, at)
    return row


def edit(row: TypedRecord, typed: Typed, *, by: Member, at: datetime, seen: int) -> None:
    """The record says something else from now on. It keeps its channel, and so its place."""
    _check_may(by)
    if typed.channel != row.channel:
        raise Refused(OTHER_CHANNEL, field="channel")
    with transaction.atomic():
        _replace(row, seen, is_withdrawn=False, **_columns(typed))
        StoredRecord.objects.filter(typed=row).delete()
        _show(row, typed)
        _tell(row, "typed record changed", by, at)


def withdraw(row: TypedRecord, *, by: Member, at: datetime, seen: int) -> None:
    """It counts no longer; its number and what it said stay."""
    _check_may(by)
    with transaction.atomic():
        _replace(row, seen, is_withdrawn=False, withdrawn_at=at)
        StoredRecord.objects.filter(typed=row).delete()
        _tell(row, "typed record withdrawn", by, at)


def bring_back(row: TypedRecord, *, by: Member, at: datetime, seen: int) -> None:
    """What was withdrawn counts again."""
    _check_may(by)
    with transaction.atomic():
        _replace(row, seen, is_withdrawn=True, withdrawn_at=None)
        _show(row, store.typed_of(row))
        _tell(row, "typed record brought back", by, at)


def publish(organisation: Organisation, named: Mapping[str, Typed]) -> None:
    """What a later stage knows becomes records, by the names that the case gives them.

    Nobody typed them in and nobody edits them: whoever calls this answers for what they say, and
    leaves the trail. One that is there already stays.
    """
    there = store.records_named(organisation, list(named))
    StoredRecord.objects.bulk_create(
        _record(organisation, name, typed) for name, typed in named.items() if name not in there
    )


def _columns(typed: Typed) -> dict[str, object]:
    return asdict(typed) | {"channel": str(typed.channel), "stance": str(typed.stance or "")}


def _show(row: TypedRecord, typed: Typed) -> None:
    """The row among all records, as the table of typed records will be read."""
    found = _record(row.organisation, name_of(Channel(row.channel), row.number), typed)
    found.typed, found.line = row, line_of(row.number)
    found.save()


def _record(organisation: Organisation, name: str, typed: Typed) -> StoredRecord:
    return StoredRecord(
        organisation=organisation,
        name=name,
        channel=typed.channel,
        text=one_line(typed.text),
        amount=typed.amount,
        currency=typed.currency,
        side=Side.SPENDING,
        period=str(typed.effective_on.year),
        effective_on=typed.effective_on,
        received_on=typed.received_on,
        unit=typed.unit,
        stance=str(typed.stance or ""),
        given=[[typed.commitment, "1"]] if typed.commitment else [],
        is_dated_to_day=True,
        sought=sought_in(typed.text, typed.unit, typed.evidence),
    )


def _replace(row: TypedRecord, seen: int, *, is_withdrawn: bool, **but: object) -> None:
    rows = TypedRecord.objects.filter(
        id=row.id, revision=seen, withdrawn_at__isnull=not is_withdrawn
    )
    if not rows.update(revision=seen + 1, **but):
        raise Refused(CHANGED_MEANWHILE)


def _check_may(by: Member) -> None:
    if not allows(Role(by.role), Action.RECORDS, Wish.CHANGE):
        raise NotAllowed


def _tell(row: TypedRecord, verb: str, by: Member, at: datetime) -> None:
    details: dict[str, str | int | bool | None] = {"number": row.number, "channel": row.channel}
    append(Event(row.organisation_id, verb, at, by.person_id, row.id, details=details))
