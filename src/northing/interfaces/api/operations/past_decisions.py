"""Which decisions were taken without a test, and how does a program put them down?"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    Currency,
    IdempotencyKey,
    Perhaps80,
    Perhaps200,
    Perhaps500,
    Perhaps2000,
    Revision,
    Sent,
    Sum,
    Text80,
    Text500,
    exact,
    ticket_of,
)
from northing.stages.decide.purpose_test.actions import noting
from northing.stages.decide.purpose_test.facts import Answer, Said
from northing.stages.decide.purpose_test.models import PastDecision as Row
from northing.stages.decide.purpose_test.store import filters as store

router = Router(tags=["decisions"])
HERE = "/organisations/{uuid:organisation}/past-decisions"
ONE = HERE + "/{uuid:past}"
MOST = 200


class Effect(BaseModel):
    """What it did to one commitment, as far as anybody can tell by now."""

    commitment: str
    advances: Said
    compromises: Said
    reason: str


class Claimed(Sent):
    """The same, as it is sent."""

    commitment: Text80
    advances: Said
    compromises: Said
    reason: Perhaps2000 = ""


class PastDecision(BaseModel):
    """A decision nobody tested. Filters are tried on it, and it counts as untested."""

    id: UUID
    question: str
    proposed: str
    kind: str
    amount: str | None
    currency: str
    region: str
    unit: str
    drafted_on: date | None
    decided_on: date | None
    happened: bool | None
    is_logged: bool
    is_in_minutes: bool
    answers: list[Effect]
    by: UUID | None
    revision: int


class Noted(Sent):
    """What is known of it. `happened` says whether it turned out well, null where nobody can tell;
    `is_logged` that it stood in a list of decisions, `is_in_minutes` that minutes name it."""

    question: Text500
    proposed: Perhaps500 = ""
    kind: Perhaps80 = ""
    amount: Sum | None = None
    currency: Currency = ""
    region: Perhaps200 = ""
    unit: Perhaps200 = ""
    drafted_on: date | None = None
    decided_on: date | None = None
    happened: bool | None = None
    is_logged: bool = True
    is_in_minutes: bool = False
    answers: Annotated[tuple[Claimed, ...], Field(max_length=200)] = ()


class PastAmended(Noted):
    """The same, by somebody who looked at this revision."""

    revision: Revision


class Leafed(BaseModel):
    """Where in the list to begin."""

    skip: Annotated[int, Field(ge=0, le=10**6, description="So many before it are left out.")] = 0


@router.get(HERE, response={200: list[PastDecision], **ERRORS}, auth=sees(Action.DECISIONS))
def past_decisions(
    request: HttpRequest, organisation: UUID, asked: Query[Leafed]
) -> list[PastDecision]:
    """The newest first, 200 at most."""
    call = call_of(request, organisation)
    found = store.past_decisions(call.organisation)
    return [_shown(one) for one in found[asked.skip : asked.skip + MOST]]


@router.post(HERE, response={201: PastDecision, **ERRORS}, auth=changes(Action.DECIDE))
def note_past_decision(
    request: HttpRequest, organisation: UUID, sent: Noted, idempotency_key: IdempotencyKey
) -> Status[PastDecision]:
    """Put down a decision that was taken without a test."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made = noting.note_past(_told(sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, _shown(_row(call, made.id)))


@router.put(ONE, response={200: PastDecision, **ERRORS}, auth=changes(Action.DECIDE))
def amend_past_decision(
    request: HttpRequest, organisation: UUID, past: UUID, sent: PastAmended
) -> PastDecision:
    """More is known of it by now, or it was otherwise."""
    call = call_of(request, organisation)
    row = _row(call, past)
    noting.amend_past(row, _told(sent), by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, past))


def _told(sent: Noted) -> noting.Past:
    answers = [
        Answer(one.commitment, one.advances, one.compromises, one.reason) for one in sent.answers
    ]
    return noting.Past(**sent.model_dump(exclude={"answers", "revision"}), answers=answers)


def _row(call: Call, wanted: UUID) -> Row:
    found = store.past_decision(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _shown(row: Row) -> PastDecision:
    own = set(PastDecision.model_fields) - {"amount", "answers", "by"}
    return PastDecision(
        **{name: getattr(row, name) for name in own},
        amount=exact(row.amount),
        answers=[Effect(**one) for one in row.answers],
        by=row.made_by_id,
    )
