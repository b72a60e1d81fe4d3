"""How is a record typed in by a program, changed, withdrawn and brought back?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    Amount,
    Currency,
    IdempotencyKey,
    Perhaps80,
    Perhaps200,
    Perhaps2000,
    Revision,
    Seen,
    Sent,
    Text2000,
    exact,
    ticket_of,
)
from northing.stages.clarify.commitments import store as commitments
from northing.stages.records.ledger import actions, store
from northing.stages.records.ledger.facts import Channel, Stance, Typed
from northing.stages.records.ledger.models import TypedRecord as Row
from northing.stages.records.ledger.rules.typed import name_of

router = Router(tags=["records"])
HERE = "/organisations/{uuid:organisation}/typed-records"
AMOUNTED = (Channel.MONEY, Channel.TIME)


class TypedRecord(BaseModel):
    """A record somebody typed in. `name` is what reports call it."""

    id: UUID
    name: str
    channel: str
    text: str
    amount: str | None
    currency: str
    unit: str
    effective_on: date
    received_on: date
    commitment: str
    stance: str
    evidence: str
    made_at: datetime
    withdrawn_at: datetime | None
    revision: int


class Written(Sent):
    """What was done, what it did for a commitment, on what evidence. Money and time have an
    amount, money a currency; a stance needs the commitment it is about."""

    channel: Channel
    text: Text2000
    effective_on: date
    received_on: date | None = None
    amount: Amount | None = None
    currency: Currency = ""
    unit: Perhaps200 = ""
    commitment: Perhaps80 = ""
    stance: Stance | None = None
    evidence: Perhaps2000 = ""


class Rewritten(Written):
    """The same, of the state you looked at."""

    revision: Revision


@router.get(HERE, response={200: list[TypedRecord], **ERRORS}, auth=sees(Action.RECORDS))
def typed_records(request: HttpRequest, organisation: UUID) -> list[TypedRecord]:
    """What was typed in and not withdrawn, in the order of typing."""
    return [_shown(one) for one in store.typed(call_of(request, organisation).organisation)]


@router.post(HERE, response={201: TypedRecord, **ERRORS}, auth=changes(Action.RECORDS))
def type_in(
    request: HttpRequest,
    organisation: UUID,
    sent: Written,
    idempotency_key: IdempotencyKey,
) -> Status[TypedRecord]:
    """A new record."""
    call = call_of(request, organisation)
    key = ticket_of(request, call, idempotency_key)
    made = actions.type_in(_typed(call, sent), by=call.member, at=call.at, key=key)
    return Status(201, _shown(_row(call, made.id)))


@router.get(
    HERE + "/{uuid:typed}", response={200: TypedRecord, **ERRORS}, auth=sees(Action.RECORDS)
)
def typed_record(request: HttpRequest, organisation: UUID, typed: UUID) -> TypedRecord:
    """One of them, withdrawn or not."""
    return _shown(_row(call_of(request, organisation), typed))


@router.put(
    HERE + "/{uuid:typed}", response={200: TypedRecord, **ERRORS}, auth=changes(Action.RECORDS)
)
def change_typed_record(
    request: HttpRequest, organisation: UUID, typed: UUID, sent: Rewritten
) -> TypedRecord:
    """It says something else from now on; it keeps its channel."""
    call = call_of(request, organisation)
    row, fact = _row(call, typed), _typed(call, sent)
    actions.edit(row, fact, by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, typed))


@router.post(
    HERE + "/{uuid:typed}/withdraw",
    response={200: TypedRecord, **ERRORS},
    auth=changes(Action.RECORDS),
)
def withdraw_typed_record(
    request: HttpRequest, organisation: UUID, typed: UUID, sent: Seen
) -> TypedRecord:
    """It counts no longer; its number and what it said stay."""
    return _turned(call_of(request, organisation), typed, sent, actions.withdraw)


@router.post(
    HERE + "/{uuid:typed}/return",
    response={200: TypedRecord, **ERRORS},
    auth=changes(Action.RECORDS),
)
def return_typed_record(
    request: HttpRequest, organisation: UUID, typed: UUID, sent: Seen
) -> TypedRecord:
    """What was withdrawn counts again."""
    return _turned(call_of(request, organisation), typed, sent, actions.bring_back)


def _turned(call: Call, typed: UUID, sent: Seen, turn: Callable[..., None]) -> TypedRecord:
    turn(_row(call, typed), by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, typed))


def _row(call: Call, wanted: UUID) -> Row:
    found = store.one_typed(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _typed(call: Call, sent: Written) -> Typed:
    _check(call, sent)
    return Typed(
        channel=sent.channel,
        text=sent.text.strip(),
        effective_on=sent.effective_on,
        received_on=sent.received_on or call.at.date(),
        amount=sent.amount,
        currency=sent.currency if sent.amount is not None else "",
        unit=sent.unit.strip(),
        commitment=sent.commitment,
        stance=sent.stance,
        evidence=sent.evidence.strip(),
    )


def _check(call: Call, sent: Written) -> None:
    """The same as the form asks on its page."""
    if sent.channel in AMOUNTED and sent.amount is None:
        raise errors.wrong("amount", "Money and time are counted by their amount.", "Give it.")
    if sent.channel is Channel.MONEY and not sent.currency:
        raise errors.wrong("currency", "Money has a currency.", "Give it, such as EUR.")
    if sent.stance and not sent.commitment:
        raise errors.wrong("commitment", "A stance is one towards a commitment.", "Give its key.")
    if sent.commitment:
        known = {one.key for one in commitments.commitments(call.organisation)}
        if sent.commitment not in known:
            raise errors.wrong("commitment", "No commitment of this organisation has this key.")


def _shown(row: Row) -> TypedRecord:
    own = ("name", "amount")
    plain = {name: getattr(row, name) for name in TypedRecord.model_fields if name not in own}
    name = name_of(Channel(row.channel), row.number)
    return TypedRecord(**plain, name=name, amount=exact(row.amount))
