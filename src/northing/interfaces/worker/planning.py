"""How are priorities and budgets asked for, so that each is put to the queue at once?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from northing.foundations.people.models import Member
from northing.interfaces.worker.jobs.planning import work_out_budget, work_out_priorities
from northing.stages.decide.budget import actions as budgets
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities import actions as priorities
from northing.stages.decide.priorities.intake.written import UnreadableFile
from northing.stages.decide.priorities.models import StoredPriorities
from northing.stages.decide.studies import actions as studies
from northing.stages.decide.studies.facts import Content, Wanted
from northing.stages.decide.studies.rules.bounds import beyond_bounds

LONGEST_NAME = 200
Reader = Callable[[Content, tuple[()], str], Any]


def wanted_in(read: Reader, content: Content, place: str, *, seed: int = 0) -> Wanted:
    """What is asked, once it was read without complaint and is not beyond all bounds.

    Raises `UnreadableFile` with every complaint there is.
    """
    if complaints := list(beyond_bounds(content, place)):
        raise UnreadableFile(complaints)
    return Wanted(read(content, (), place).title[:LONGEST_NAME], content, seed)


def make_priorities(
    wanted: Wanted, *, by: Member, at: datetime, key: UUID | None = None
) -> StoredPriorities:
    with transaction.atomic():
        row, is_new = studies.make(
            StoredPriorities, priorities.KIND, wanted, by=by, at=at, key=key
        )  # fmt: skip
        if is_new:
            work_out_priorities.enqueue(str(row.id))
    return row


def amend_priorities(
    row: StoredPriorities, wanted: Wanted, *, by: Member, at: datetime, seen: int
) -> None:
    with transaction.atomic():
        studies.amend(row, priorities.KIND, wanted, by=by, at=at, seen=seen)
        work_out_priorities.enqueue(str(row.id))


def give_weights(
    row: StoredPriorities, swings: Mapping[str, float], *, by: Member, at: datetime
) -> None:
    with transaction.atomic():
        if priorities.give_weights(row, swings, by=by, at=at):
            work_out_priorities.enqueue(str(row.id))


def make_budget(
    wanted: Wanted, *, by: Member, at: datetime, key: UUID | None = None
) -> StoredBudget:
    with transaction.atomic():
        row, is_new = studies.make(StoredBudget, budgets.KIND, wanted, by=by, at=at, key=key)
        if is_new:
            work_out_budget.enqueue(str(row.id))
    return row


def amend_budget(row: StoredBudget, wanted: Wanted, *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        studies.amend(row, budgets.KIND, wanted, by=by, at=at, seen=seen)
        work_out_budget.enqueue(str(row.id))


def cut_budget(row: StoredBudget, percent: Decimal, *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        if budgets.cut(row, percent, by=by, at=at, seen=seen):
            work_out_budget.enqueue(str(row.id))
