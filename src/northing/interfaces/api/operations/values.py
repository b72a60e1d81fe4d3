"""Which values does the organisation name, and how does a program name one more?"""

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
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Perhaps1000,
    Revision,
    Sent,
    Text120,
    ticket_of,
)
from northing.stages.clarify.mission import actions, store
from northing.stages.clarify.models import Value as Row

router = Router(tags=["mission"])
HERE = "/organisations/{uuid:organisation}/values"


class Value(BaseModel):
    """A value and how one would see it lived."""

    id: UUID
    name: str
    meaning: str
    ended_at: datetime | None
    revision: int


class Named(Sent):
    """What it is called, and how one would see it lived."""

    name: Text120
    meaning: Perhaps1000 = ""


class Renamed(Named):
    """The same, of the state you looked at."""

    revision: Revision


@router.get(HERE, response={200: list[Value], **ERRORS}, auth=sees(Action.MISSION))
def values(request: HttpRequest, organisation: UUID) -> list[Value]:
    """Those that have not ended, in the order they were named."""
    return [_shown(one) for one in store.values(call_of(request, organisation).organisation)]


@router.post(HERE, response={201: Value, **ERRORS}, auth=changes(Action.MISSION))
def add_value(
    request: HttpRequest, organisation: UUID, sent: Named, idempotency_key: IdempotencyKey
) -> Status[Value]:
    """One more value; each name once."""
    call = call_of(request, organisation)
    made = actions.add_value(
        sent.name.strip(),
        sent.meaning.strip(),
        by=call.member,
        at=call.at,
        ticket=ticket_of(request, call, idempotency_key),
    )
    return Status(201, _shown(made))


@router.put(HERE + "/{uuid:value}", response={200: Value, **ERRORS}, auth=changes(Action.MISSION))
def amend_value(request: HttpRequest, organisation: UUID, value: UUID, sent: Renamed) -> Value:
    """It is called or meant otherwise from now on."""
    call = call_of(request, organisation)
    row, name, meaning = _row(call, value), sent.name.strip(), sent.meaning.strip()
    actions.amend_value(row, name, meaning, by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, value))


@router.post(
    HERE + "/{uuid:value}/end", response={200: Value, **ERRORS}, auth=changes(Action.MISSION)
)
def end_value(request: HttpRequest, organisation: UUID, value: UUID) -> Value:
    """It is named no more. Twice is once."""
    call = call_of(request, organisation)
    actions.end_value(_row(call, value), by=call.member, at=call.at)
    return _shown(_row(call, value))


@router.post(
    HERE + "/{uuid:value}/return", response={200: Value, **ERRORS}, auth=changes(Action.MISSION)
)
def return_value(request: HttpRequest, organisation: UUID, value: UUID) -> Value:
    """What had ended is named again."""
    call = call_of(request, organisation)
    actions.bring_value_back(_row(call, value), by=call.member, at=call.at)
    return _shown(_row(call, value))


def _row(call: Call, wanted: UUID) -> Row:
    found = store.value(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _shown(row: Row) -> Value:
    return Value(**{name: getattr(row, name) for name in Value.model_fields})
