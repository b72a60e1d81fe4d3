"""How does a program ask for a budget true to the mission, and what a cut leaves of it?"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
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
from northing.interfaces.api.parts import IdempotencyKey, Revision, Sent, ticket_of
from northing.interfaces.worker import planning
from northing.stages.decide.budget import loading
from northing.stages.decide.budget import store as proposed
from northing.stages.decide.budget.actions import KIND, key_of
from northing.stages.decide.budget.intake.asked import asked_in as budget_in
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.studies.facts import Wanted
from northing.stages.diagnose.audits import store as audits

router = Router(tags=["priorities and budgets"])
HERE = "/organisations/{uuid:organisation}"
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]


class Budget(PlanRow):
    """What was asked, and the answers by the percentage of the cut."""

    asked: dict[str, Any]
    result: dict[str, Any]
    reason: str
    cut: str


class CutBy(Sent):
    """By how many percent less."""

    percent: Percent
    revision: Revision


class FromSource(Sent):
    """The newest file of money becomes lines; below so many percent of its cost a line ends."""

    least: int = Field(default=50, ge=1, le=99)


@router.get(HERE + "/budgets", response={200: list[PlanRow], **ERRORS}, auth=sees(Action.BUDGETS))
def budgets(request: HttpRequest, organisation: UUID) -> list[PlanRow]:
    """The newest 200 first, those set aside last."""
    rows = proposed.budgets(call_of(request, organisation).organisation)
    return [PlanRow(**plain(one)) for one in rows[:MOST]]


@router.post(HERE + "/budgets", response={201: Budget, **ERRORS}, auth=changes(Action.BUDGETS))
def ask_budget(
    request: HttpRequest, organisation: UUID, sent: Question, idempotency_key: IdempotencyKey
) -> Status[Budget]:
    """Lines and limits, for the budget that does most for the mission."""
    call = call_of(request, organisation)
    wanted = wanted_in(budget_in, sent)
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
    row = row_of(StoredBudget, call, budget)
    wanted = wanted_in(budget_in, sent)
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
    row = row_of(StoredBudget, call, budget)
    planning.cut_budget(row, sent.percent, by=call.member, at=call.at, seen=sent.revision)
    return _budget(call, budget)


@router.put(
    HERE + "/budgets/{uuid:budget}/aside",
    response={200: Budget, **ERRORS},
    auth=changes(Action.BUDGETS),
)
def set_budget_aside(
    request: HttpRequest, organisation: UUID, budget: UUID, sent: PutAside
) -> Budget:
    """It goes to the end of the list and is changed no more, or comes back."""
    call = call_of(request, organisation)
    turned(row_of(StoredBudget, call, budget), KIND, call, sent)
    return _budget(call, budget)


def _budget(call: Call, wanted: UUID) -> Budget:
    row = row_of(StoredBudget, call, wanted)
    return Budget(**plain(row), **whole(row), cut=key_of(row.cut))
