"""How does a program ask what comes first, and what a budget true to the mission looks like?

What is asked has the shape of the file that the command line reads, with every row in it. It is
worked out beside the request: ask again until `state` is `done` or `failed`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import IdempotencyKey, Revision, Sent, Table, ticket_of
from northing.interfaces.worker import planning
from northing.stages.decide.budget import loading
from northing.stages.decide.budget.actions import key_of
from northing.stages.decide.budget.intake.asked import asked_in as budget_in
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities import store as weighed
from northing.stages.decide.priorities.intake.asked import asked_in as priorities_in
from northing.stages.decide.priorities.intake.written import UnreadableFile
from northing.stages.decide.priorities.models import StoredPriorities
from northing.stages.decide.studies import store
from northing.stages.decide.studies.facts import Wanted
from northing.stages.decide.studies.models import Study as Row
from northing.stages.diagnose.audits import store as audits

router = Router(tags=["priorities and budgets"])
HERE = "/organisations/{uuid:organisation}"
MOST = 200
MOST_POINTS = 1000
Points = Annotated[float, Field(ge=0, le=MOST_POINTS, allow_inf_nan=False)]
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]


class PlanRow(BaseModel):
    """One study in a list."""

    id: UUID
    name: str
    state: str
    digest: str
    seed: int
    made_at: datetime
    done_at: datetime | None
    set_aside_at: datetime | None
    revision: int


class Priorities(PlanRow):
    """What was asked, and what came of it: `ranking`, `matrix` and `people`, as far as asked."""

    asked: dict[str, Any]
    result: dict[str, Any]
    reason: str
    own_weights: dict[str, float] = Field(description="What the token's member gave.")


class Budget(PlanRow):
    """What was asked, and the answers by the percentage of the cut."""

    asked: dict[str, Any]
    result: dict[str, Any]
    reason: str
    cut: str


class Question(Sent):
    """A file as the command line reads it, as JSON; all rows stand in it."""

    content: Table
    seed: int = Field(default=0, ge=0, le=2**31 - 1)


class QuestionAgain(Question):
    """The same, of the state you looked at."""

    revision: Revision


class Swings(Sent):
    """One's own points for every criterion, by its id."""

    swings: dict[str, Points] = Field(max_length=30)


class CutBy(Sent):
    """By how many percent less."""

    percent: Percent
    revision: Revision


class FromSource(Sent):
    """The newest file of money becomes lines; below so many percent of its cost a line ends."""

    least: int = Field(default=50, ge=1, le=99)


@router.get(
    HERE + "/priorities", response={200: list[PlanRow], **ERRORS}, auth=sees(Action.PRIORITIES)
)
def priorities(request: HttpRequest, organisation: UUID) -> list[PlanRow]:
    """The newest 200 first, those set aside last."""
    rows = weighed.priorities(call_of(request, organisation).organisation)
    return [PlanRow(**_plain(one)) for one in rows[:MOST]]


@router.post(
    HERE + "/priorities", response={201: Priorities, **ERRORS}, auth=changes(Action.PRIORITIES)
)
def ask_priorities(
    request: HttpRequest, organisation: UUID, sent: Question, idempotency_key: IdempotencyKey
) -> Status[Priorities]:
    """Options, criteria and perhaps a matrix, to be ranked and placed."""
    call = call_of(request, organisation)
    wanted = _wanted(priorities_in, sent)
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
    row = _row(StoredPriorities, call, priority)
    wanted = _wanted(priorities_in, sent)
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
    row = _row(StoredPriorities, call, priority)
    planning.give_weights(row, sent.swings, by=call.member, at=call.at)
    return _priorities(call, priority)


@router.get(HERE + "/budgets", response={200: list[PlanRow], **ERRORS}, auth=sees(Action.BUDGETS))
def budgets(request: HttpRequest, organisation: UUID) -> list[PlanRow]:
    """The newest 200 first, those set aside last."""
    rows = store.all_of(StoredBudget, call_of(request, organisation).organisation)
    return [PlanRow(**_plain(one)) for one in rows[:MOST]]


@router.post(HERE + "/budgets", response={201: Budget, **ERRORS}, auth=changes(Action.BUDGETS))
def ask_budget(
    request: HttpRequest, organisation: UUID, sent: Question, idempotency_key: IdempotencyKey
) -> Status[Budget]:
    """Lines and limits, for the budget that does most for the mission."""
    call = call_of(request, organisation)
    wanted = _wanted(budget_in, sent)
    key = ticket_of(request, call, idempotency_key)
    row = planning.make_budget(wanted, by=call.member, at=call.at, key=key)
    return Status(201, _budget(call, row.id))


@router.post(
    HERE + "/budgets/from-current", response={201: Budget, **ERRORS}, auth=changes(Action.BUDGETS)
)
def ask_current_budget(
    request: HttpRequest, organisation: UUID, sent: FromSource, idempotency_key: IdempotencyKey
) -> Status[Budget]:
    """The lines of the newest file of money, each doing as much for the mission as its money."""
    call = call_of(request, organisation)
    sources = loading.money_sources(call.organisation)
    audit = audits.newest_seen_by(call.member)
    found = sources and loading.current_of(
        sources[0], audit=audit, title=sources[0].name, rest="All smaller lines", least=sent.least
    )
    if not found or not found["line"]:
        raise errors.wrong("least", "No file of money has a line that is spent.", "Hand one in.")
    wanted = Wanted(sources[0].name[:MOST], found)
    key = ticket_of(request, call, idempotency_key)
    row = planning.make_budget(wanted, by=call.member, at=call.at, key=key)
    return Status(201, _budget(call, row.id))


@router.get(
    HERE + "/budgets/{uuid:budget}", response={200: Budget, **ERRORS}, auth=sees(Action.BUDGETS)
)
def one_budget(request: HttpRequest, organisation: UUID, budget: UUID) -> Budget:
    """What was asked and, once it is worked out, the answers by the size of the cut."""
    return _budget(call_of(request, organisation), budget)


@router.put(
    HERE + "/budgets/{uuid:budget}", response={200: Budget, **ERRORS}, auth=changes(Action.BUDGETS)
)
def amend_budget(
    request: HttpRequest, organisation: UUID, budget: UUID, sent: QuestionAgain
) -> Budget:
    """Asked otherwise from now on; the answers to what was asked before are gone."""
    call = call_of(request, organisation)
    row = _row(StoredBudget, call, budget)
    wanted = _wanted(budget_in, sent)
    planning.amend_budget(row, wanted, by=call.member, at=call.at, seen=sent.revision)
    return _budget(call, budget)


@router.post(
    HERE + "/budgets/{uuid:budget}/cut",
    response={200: Budget, **ERRORS},
    auth=changes(Action.BUDGETS),
)
def cut_budget(request: HttpRequest, organisation: UUID, budget: UUID, sent: CutBy) -> Budget:
    """What the best budget keeps with so many percent less."""
    call = call_of(request, organisation)
    row = _row(StoredBudget, call, budget)
    planning.cut_budget(row, sent.percent, by=call.member, at=call.at, seen=sent.revision)
    return _budget(call, budget)


def _wanted(read: Callable[..., Any], sent: Question) -> Wanted:
    try:
        return planning.wanted_in(read, sent.content, "content", seed=sent.seed)
    except UnreadableFile as error:
        raise errors.wrong("content", error.complaints[0]) from None


def _row(model: type[Any], call: Call, wanted: UUID) -> Any:
    found = store.one_of(model, call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _priorities(call: Call, wanted: UUID) -> Priorities:
    row = _row(StoredPriorities, call, wanted)
    own = weighed.own_weights(row, call.member)
    return Priorities(**_plain(row), **_whole(row), own_weights=own)


def _budget(call: Call, wanted: UUID) -> Budget:
    row = _row(StoredBudget, call, wanted)
    return Budget(**_plain(row), **_whole(row), cut=key_of(row.cut))


def _plain(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in PlanRow.model_fields}


def _whole(row: Row) -> dict[str, Any]:
    return {"asked": row.asked, "result": row.result, "reason": row.reason}
