"""What was promised, and how does a program add to it, change it and end it?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from ninja.params.functions import Query
from pydantic import BaseModel, Field

from northing.foundations.people import store as people
from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Revision,
    Sent,
    Sign,
    Text2000,
    Weight,
    exact,
    ticket_of,
)
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.clarify.models import Commitment as Row

router = Router(tags=["mission"])
HERE = "/organisations/{uuid:organisation}"


class Commitment(BaseModel):
    """One testable promise. `key` is its id in cases and reports."""

    id: UUID
    key: str
    text: str
    layer: str
    weight: str | None
    guardrail: bool
    living_it: list[str]
    breaking_it: list[str]
    owner: UUID | None
    ended_on: date | None
    revision: int


class Promised(Sent):
    """What is promised, how much it weighs, by what it is known, who answers for it."""

    text: Text2000
    layer: Layer | None = None
    weight: Weight = Decimal(1)
    guardrail: bool = False
    living_it: list[Sign] = Field(default=[], max_length=30)
    breaking_it: list[Sign] = Field(default=[], max_length=30)
    owner: UUID | None = Field(default=None, description="The id of a member.")


class Amended(Promised):
    """The same, of the state you looked at."""

    revision: Revision


class Placed(Sent):
    """Where it goes."""

    position: int = Field(ge=0, le=100_000)


@router.get(
    HERE + "/commitments", response={200: list[Commitment], **ERRORS}, auth=sees(Action.MISSION)
)
def commitments(
    request: HttpRequest,
    organisation: UUID,
    on: date | None = Query(None, description="In the words they had on that day."),
) -> list[Commitment]:
    """Those that have not ended, in the organisation's order."""
    rows = store.commitments(call_of(request, organisation).organisation, on=on)
    return [_commitment(one) for one in rows]


@router.post(
    HERE + "/commitments", response={201: Commitment, **ERRORS}, auth=changes(Action.MISSION)
)
def add_commitment(
    request: HttpRequest,
    organisation: UUID,
    sent: Promised,
    idempotency_key: IdempotencyKey,
) -> Status[Commitment]:
    """A new commitment, the last in order."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made = actions.add(_promise(call, sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, _commitment(_row(call, made.id)))


@router.get(
    HERE + "/commitments/{uuid:commitment}",
    response={200: Commitment, **ERRORS},
    auth=sees(Action.MISSION),
)
def commitment(request: HttpRequest, organisation: UUID, commitment: UUID) -> Commitment:
    """One of them, whether or not it has ended."""
    return _commitment(_row(call_of(request, organisation), commitment))


@router.put(
    HERE + "/commitments/{uuid:commitment}",
    response={200: Commitment, **ERRORS},
    auth=changes(Action.MISSION),
)
def amend_commitment(
    request: HttpRequest, organisation: UUID, commitment: UUID, sent: Amended
) -> Commitment:
    """It reads otherwise from now on. Where another changed it meanwhile, nothing happens: 409."""
    call = call_of(request, organisation)
    row, promise = _row(call, commitment), _promise(call, sent)
    actions.amend(row, promise, by=call.member, at=call.at, seen=sent.revision)
    return _commitment(_row(call, commitment))


@router.post(
    HERE + "/commitments/{uuid:commitment}/end",
    response={200: Commitment, **ERRORS},
    auth=changes(Action.MISSION),
)
def end_commitment(request: HttpRequest, organisation: UUID, commitment: UUID) -> Commitment:
    """It is promised no more from today. Twice is once."""
    call = call_of(request, organisation)
    actions.end(_row(call, commitment), on=call.at.date(), by=call.member, at=call.at)
    return _commitment(_row(call, commitment))


@router.post(
    HERE + "/commitments/{uuid:commitment}/return",
    response={200: Commitment, **ERRORS},
    auth=changes(Action.MISSION),
)
def return_commitment(request: HttpRequest, organisation: UUID, commitment: UUID) -> Commitment:
    """What had ended is promised again."""
    call = call_of(request, organisation)
    actions.bring_back(_row(call, commitment), by=call.member, at=call.at)
    return _commitment(_row(call, commitment))


@router.post(
    HERE + "/commitments/{uuid:commitment}/place",
    response={200: list[Commitment], **ERRORS},
    auth=changes(Action.MISSION),
)
def place_commitment(
    request: HttpRequest, organisation: UUID, commitment: UUID, sent: Placed
) -> list[Commitment]:
    """It moves to that place, counted from 0, among those that have not ended."""
    call = call_of(request, organisation)
    actions.place(_row(call, commitment), sent.position, by=call.member, at=call.at)
    return [_commitment(one) for one in store.commitments(call.organisation)]


def _row(call: Call, wanted: UUID) -> Row:
    found = store.commitment(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _promise(call: Call, sent: Promised) -> Promise:
    return Promise(
        text=sent.text.strip(),
        layer=str(sent.layer or ""),
        weight=sent.weight,
        guardrail=sent.guardrail,
        living_it=tuple(one.strip() for one in sent.living_it),
        breaking_it=tuple(one.strip() for one in sent.breaking_it),
        owner=_owner(call, sent.owner),
    )


def _owner(call: Call, wanted: UUID | None) -> Member | None:
    if wanted is None:
        return None
    rows = people.in_force(call.at.date()).filter(organisation=call.organisation, id=wanted)
    found = rows.first()
    if found is None:
        raise errors.wrong("owner", "No member of this organisation has this id.")
    return found


def _commitment(row: Row) -> Commitment:
    plain = {name: getattr(row, name) for name in Commitment.model_fields if name != "owner"}
    return Commitment(**plain | {"owner": row.owner_id, "weight": exact(row.weight)})
