"""Why, how and what: which line is there for which, and how does a program add one?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import IdempotencyKey, Revision, Sent, Text500, ticket_of
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.models import Commitment
from northing.stages.clarify.models import PurposeLine as Row
from northing.stages.clarify.theory_of_change import actions, store
from northing.stages.clarify.theory_of_change.actions import Saying
from northing.stages.clarify.theory_of_change.facts import Level

router = Router(tags=["mission"])
HERE = "/organisations/{uuid:organisation}/purpose-lines"


class PurposeLine(BaseModel):
    """One line; a what serves a how, a how serves a why, a why may name a commitment."""

    id: UUID
    level: str
    text: str
    serves: UUID | None
    commitment: UUID | None
    ended_at: datetime | None
    revision: int


class Reworded(Sent):
    """What it says and what it is there for, of the state you looked at. It keeps its level."""

    text: Text500
    serves: UUID | None = Field(default=None, description="The id of a line one level above.")
    commitment: UUID | None = Field(default=None, description="Of a why: what carries it.")
    revision: Revision


class Worded(Sent):
    """A new line."""

    level: Level
    text: Text500
    serves: UUID | None = Field(default=None, description="The id of a line one level above.")
    commitment: UUID | None = Field(default=None, description="Of a why: what carries it.")


@router.get(HERE, response={200: list[PurposeLine], **ERRORS}, auth=sees(Action.MISSION))
def purpose_lines(request: HttpRequest, organisation: UUID) -> list[PurposeLine]:
    """All that have not ended, in the order they were written."""
    return [_shown(one) for one in store.lines(call_of(request, organisation).organisation)]


@router.post(HERE, response={201: PurposeLine, **ERRORS}, auth=changes(Action.MISSION))
def add_purpose_line(
    request: HttpRequest, organisation: UUID, sent: Worded, idempotency_key: IdempotencyKey
) -> Status[PurposeLine]:
    """One more line; one that serves nothing hangs loose, and is shown so."""
    call = call_of(request, organisation)
    saying = _saying(call, sent.level, sent)
    ticket = ticket_of(request, call, idempotency_key)
    return Status(201, _shown(actions.add_line(saying, by=call.member, at=call.at, ticket=ticket)))


@router.put(
    HERE + "/{uuid:line}", response={200: PurposeLine, **ERRORS}, auth=changes(Action.MISSION)
)
def change_purpose_line(
    request: HttpRequest, organisation: UUID, line: UUID, sent: Reworded
) -> PurposeLine:
    """It reads otherwise or is there for another."""
    call = call_of(request, organisation)
    row = _row(call, line)
    saying = _saying(call, Level(row.level), sent)
    actions.change_line(row, saying, by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, line))


@router.post(
    HERE + "/{uuid:line}/end", response={200: PurposeLine, **ERRORS}, auth=changes(Action.MISSION)
)
def end_purpose_line(request: HttpRequest, organisation: UUID, line: UUID) -> PurposeLine:
    """It stands no more; what served it hangs loose. Twice is once."""
    call = call_of(request, organisation)
    actions.end_line(_row(call, line), by=call.member, at=call.at)
    return _shown(_row(call, line))


@router.post(
    HERE + "/{uuid:line}/return",
    response={200: PurposeLine, **ERRORS},
    auth=changes(Action.MISSION),
)
def return_purpose_line(request: HttpRequest, organisation: UUID, line: UUID) -> PurposeLine:
    """What had ended stands again."""
    call = call_of(request, organisation)
    actions.bring_line_back(_row(call, line), by=call.member, at=call.at)
    return _shown(_row(call, line))


def _row(call: Call, wanted: UUID) -> Row:
    found = store.line(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _saying(call: Call, level: Level, sent: Worded | Reworded) -> Saying:
    return Saying(
        level=level,
        text=sent.text.strip(),
        serves=_above(call, sent.serves),
        commitment=_promise(call, level, sent.commitment),
    )


def _above(call: Call, wanted: UUID | None) -> Row | None:
    if wanted is None:
        return None
    found = store.line(call.organisation, wanted)
    if found is None or found.ended_at:
        raise errors.wrong("serves", "No line of this organisation has this id.")
    return found


def _promise(call: Call, level: Level, wanted: UUID | None) -> Commitment | None:
    """As on the page: a commitment carries a why, and nothing below one."""
    if wanted is None:
        return None
    found = commitments.commitment(call.organisation, wanted)
    if found is None or level is not Level.WHY:
        raise errors.wrong("commitment", "A why is carried by a commitment of this organisation.")
    return found


def _shown(row: Row) -> PurposeLine:
    own = ("serves", "commitment")
    plain = {name: getattr(row, name) for name in PurposeLine.model_fields if name not in own}
    return PurposeLine(**plain, serves=row.serves_id, commitment=row.commitment_id)
