"""What carries each commitment into the work: behaviour, metrics, criteria of decisions?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import IdempotencyKey, Sent, Text500, ticket_of
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.models import Practice as Row
from northing.stages.clarify.theory_of_change import actions, store
from northing.stages.clarify.theory_of_change.facts import Carries

router = Router(tags=["mission"])
HERE = "/organisations/{uuid:organisation}/practices"


class Practice(BaseModel):
    """What carries one commitment, by its id, into the work."""

    id: UUID
    commitment: UUID
    kind: str
    text: str
    ended_at: datetime | None


class Carried(Sent):
    """What it is, of which kind, and which commitment it carries."""

    commitment: UUID
    kind: Carries
    text: Text500


@router.get(HERE, response={200: list[Practice], **ERRORS}, auth=sees(Action.MISSION))
def practices(request: HttpRequest, organisation: UUID) -> list[Practice]:
    """Purpose to performance: those that have not ended, by commitment and kind. What has none of
    a kind is a hole."""
    cells = store.practices(call_of(request, organisation).organisation)
    return [_shown(one) for rows in cells.values() for one in rows]


@router.post(HERE, response={201: Practice, **ERRORS}, auth=changes(Action.MISSION))
def add_practice(
    request: HttpRequest, organisation: UUID, sent: Carried, idempotency_key: IdempotencyKey
) -> Status[Practice]:
    """One more way into the work."""
    call = call_of(request, organisation)
    one = commitments.commitment(call.organisation, sent.commitment)
    if one is None:
        raise errors.wrong("commitment", "No commitment of this organisation has this id.")
    ticket = ticket_of(request, call, idempotency_key)
    made = actions.add_practice(
        one, sent.kind, sent.text.strip(), by=call.member, at=call.at, ticket=ticket
    )
    return Status(201, _shown(made))


@router.post(
    HERE + "/{uuid:practice}/end", response={200: Practice, **ERRORS}, auth=changes(Action.MISSION)
)
def end_practice(request: HttpRequest, organisation: UUID, practice: UUID) -> Practice:
    """It is done no more. Twice is once."""
    call = call_of(request, organisation)
    actions.end_practice(_row(call, practice), by=call.member, at=call.at)
    return _shown(_row(call, practice))


@router.post(
    HERE + "/{uuid:practice}/return",
    response={200: Practice, **ERRORS},
    auth=changes(Action.MISSION),
)
def return_practice(request: HttpRequest, organisation: UUID, practice: UUID) -> Practice:
    """What had ended is done again."""
    call = call_of(request, organisation)
    actions.bring_practice_back(_row(call, practice), by=call.member, at=call.at)
    return _shown(_row(call, practice))


def _row(call: Call, wanted: UUID) -> Row:
    found = store.practice(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _shown(row: Row) -> Practice:
    return Practice(
        id=row.id,
        commitment=row.commitment_id,
        kind=row.kind,
        text=row.text,
        ended_at=row.ended_at,
    )
