"""How is a decision put down that was taken without a test?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.decide.purpose_test.actions.holding import check_may, hold
from northing.stages.decide.purpose_test.facts import Answer
from northing.stages.decide.purpose_test.models import PastDecision
from northing.stages.decide.purpose_test.rules.refusals import (
    AMOUNT_BELOW_NOTHING,
    ANSWERED_TWICE,
    DAY_IS_AHEAD,
    NO_QUESTION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is known of it. `is_logged`: it stood in a register; `is_in_minutes`: minutes name it.

    `answers` say what it did to commitments, as far as anybody can tell by now.
    """

    question: str
    proposed: str = ""
    kind: str = ""
    amount: Decimal | None = None
    currency: str = ""
    region: str = ""
    unit: str = ""
    drafted_on: date | None = None
    decided_on: date | None = None
    happened: bool | None = None
    is_logged: bool = True
    is_in_minutes: bool = False
    answers: Sequence[Answer] = ()


def note_past(told: Past, *, by: Member, at: datetime, ticket: UUID | None = None) -> PastDecision:
    """Put down a decision nobody tested. The same ticket twice makes one."""
    _check(told, by, by.organisation_id, at.date())
    with transaction.atomic():
        hold(by.organisation_id)
        there = PastDecision.objects.filter(id=ticket).first() if ticket else None
        if there:
            if there.made_by_id != by.id:
                raise NotAllowed
            return there
        made = PastDecision.objects.create(
            id=ticket or uuid4(), organisation=by.organisation, made_by=by, made_at=at,
            **_columns(told),
        )  # fmt: skip
        append(Event(by.organisation_id, "past decision noted", at, by.person_id, made.id))
    return made


def amend_past(row: PastDecision, told: Past, *, by: Member, at: datetime, seen: int) -> None:
    """More is known of it, or it was otherwise."""
    _check(told, by, row.organisation_id, at.date())
    with transaction.atomic():
        rows = PastDecision.objects.filter(id=row.id, revision=seen)
        if not rows.update(revision=seen + 1, **_columns(told)):
            raise Refused(people.CHANGED_MEANWHILE)
        append(Event(by.organisation_id, "past decision changed", at, by.person_id, row.id))


def _check(told: Past, by: Member, organisation: UUID, on: date) -> None:
    check_may(by, organisation, Action.DECIDE)
    if not told.question.strip():
        raise Refused(NO_QUESTION, field="question")
    if told.amount is not None and told.amount < 0:
        raise Refused(AMOUNT_BELOW_NOTHING, field="amount")
    if told.decided_on and told.decided_on > on:
        raise Refused(DAY_IS_AHEAD, field="decided_on")
    if len({one.commitment for one in told.answers}) < len(told.answers):
        raise Refused(ANSWERED_TWICE, field="answers")


def _columns(told: Past) -> dict[str, Any]:
    names = (
        "question", "proposed", "kind", "amount", "currency", "region", "unit", "drafted_on",
        "decided_on", "happened", "is_logged", "is_in_minutes",
    )  # fmt: skip
    answers = [
        {
            "commitment": one.commitment,
            "advances": one.advances.value,
            "compromises": one.compromises.value,
            "reason": one.reason,
        }
        for one in told.answers
    ]
    return {name: getattr(told, name) for name in names} | {"answers": answers}
