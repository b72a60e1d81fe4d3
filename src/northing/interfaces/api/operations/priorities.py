"""How does a program ask what comes first, and say what counts for its member?"""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from northing.foundations.people.access import Action
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS, Problem
from northing.interfaces.api.operations.studies import (
    MOST,
    PlanRow,
    PutAside,
    Question,
    QuestionAgain,
    plain,
    row_of,
    turned,
    wanted_in,
    whole,
)
from northing.interfaces.api.parts import IdempotencyKey, Sent, ticket_of
from northing.interfaces.api.seen import newest_audit
from northing.interfaces.worker import planning
from northing.stages.decide.priorities import store as weighed
from northing.stages.decide.priorities.actions import KIND
from northing.stages.decide.priorities.intake.asked import asked_in as priorities_in
from northing.stages.decide.priorities.intake.gaps import gaps_in, to_mend
from northing.stages.decide.priorities.models import StoredPriorities
from northing.stages.decide.studies.facts import Wanted
from northing.stages.diagnose.audits import store as audits

router = Router(tags=["priorities and budgets"])
HERE = "/organisations/{uuid:organisation}"
MOST_POINTS = 1000
NO_AUDIT = ("No audit that this token opens has a commitment.", "Ask for an audit first.")
CRITERIA = {
    "gap": "How much more is said than done, in points",
    "impact": "What it would change for those we serve",
    "feasibility": "How surely it can be done",
    "readiness": "How ready our culture is for it",
    "resources": "How far our own means suffice",
    "reach": "How many people it reaches",
}
"""What options are ranked by, as programs are told it; each can be called otherwise."""
Points = Annotated[float, Field(ge=0, le=MOST_POINTS, allow_inf_nan=False)]


class Priorities(PlanRow):
    """What was asked, and what came of it: `ranking`, `matrix` and `people`, as far as asked."""

    asked: dict[str, Any]
    result: dict[str, Any]
    reason: str
    own_weights: dict[str, float] = Field(description="What the token's member gave.")


class Swings(Sent):
    """One's own points for every criterion, by its id."""

    swings: dict[str, Points] = Field(max_length=30)


@router.get(
    HERE + "/priorities", response={200: list[PlanRow], **ERRORS}, auth=sees(Action.PRIORITIES)
)
def priorities(request: HttpRequest, organisation: UUID) -> list[PlanRow]:
    """The newest 200 first, those set aside last."""
    rows = weighed.priorities(call_of(request, organisation).organisation)
    return [PlanRow(**plain(one)) for one in rows[:MOST]]


@router.post(
    HERE + "/priorities", response={201: Priorities, **ERRORS}, auth=changes(Action.PRIORITIES)
)
def ask_priorities(
    request: HttpRequest, organisation: UUID, sent: Question, idempotency_key: IdempotencyKey
) -> Status[Priorities]:
    """Options, criteria and perhaps a matrix, to be ranked and placed."""
    call = call_of(request, organisation)
    wanted = wanted_in(priorities_in, sent)
    key = ticket_of(request, call, idempotency_key)
    row = planning.make_priorities(wanted, by=call.member, at=call.at, key=key)
    return Status(201, _priorities(call, row.id))


@router.post(
    HERE + "/priorities/from-gaps",
    response={201: Priorities, **ERRORS},
    auth=changes(Action.PRIORITIES),
)
def ask_gap_priorities(
    request: HttpRequest, organisation: UUID, idempotency_key: IdempotencyKey
) -> Status[Priorities]:
    """One option for each promise of the newest audit, with its gap; all else of it is unknown
    until somebody says it."""
    call = call_of(request, organisation)
    audit = newest_audit(call)
    found = gaps_in(audits.content(audit)) if audit else []
    if audit is None or not found:
        raise Problem(409, "no_audit", NO_AUDIT)
    title = f"What to mend first, after audit {audit.number}"
    wanted = Wanted(title, to_mend(found, CRITERIA, title=title))
    key = ticket_of(request, call, idempotency_key)
    row = planning.make_priorities(wanted, by=call.member, at=call.at, key=key)
    return Status(201, _priorities(call, row.id))


@router.get(
    HERE + "/priorities/{uuid:priority}",
    response={200: Priorities, **ERRORS},
    auth=sees(Action.PRIORITIES),
)
def one_priorities(request: HttpRequest, organisation: UUID, priority: UUID) -> Priorities:
    """What was asked and, once it is worked out, the answer."""
    return _priorities(call_of(request, organisation), priority)


@router.put(
    HERE + "/priorities/{uuid:priority}",
    response={200: Priorities, **ERRORS},
    auth=changes(Action.PRIORITIES),
)
def amend_priorities(
    request: HttpRequest, organisation: UUID, priority: UUID, sent: QuestionAgain
) -> Priorities:
    """Asked otherwise from now on; the answer to what was asked before is gone."""
    call = call_of(request, organisation)
    row = row_of(StoredPriorities, call, priority)
    wanted = wanted_in(priorities_in, sent)
    planning.amend_priorities(row, wanted, by=call.member, at=call.at, seen=sent.revision)
    return _priorities(call, priority)


@router.put(
    HERE + "/priorities/{uuid:priority}/weights",
    response={200: Priorities, **ERRORS},
    auth=changes(Action.PRIORITIES),
)
def give_weights(
    request: HttpRequest, organisation: UUID, priority: UUID, sent: Swings
) -> Priorities:
    """The member's own weights; the range over all who gave any is what counts."""
    call = call_of(request, organisation)
    row = row_of(StoredPriorities, call, priority)
    planning.give_weights(row, sent.swings, by=call.member, at=call.at)
    return _priorities(call, priority)


@router.put(
    HERE + "/priorities/{uuid:priority}/aside",
    response={200: Priorities, **ERRORS},
    auth=changes(Action.PRIORITIES),
)
def set_priorities_aside(
    request: HttpRequest, organisation: UUID, priority: UUID, sent: PutAside
) -> Priorities:
    """It goes to the end of the list and is changed no more, or comes back."""
    call = call_of(request, organisation)
    turned(row_of(StoredPriorities, call, priority), KIND, call, sent)
    return _priorities(call, priority)


def _priorities(call: Call, wanted: UUID) -> Priorities:
    row = row_of(StoredPriorities, call, wanted)
    own = weighed.own_weights(row, call.member)
    return Priorities(**plain(row), **whole(row), own_weights=own)
