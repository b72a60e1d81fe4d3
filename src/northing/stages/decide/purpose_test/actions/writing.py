"""How is a decision drafted, reworded and tested against every commitment?"""

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
from northing.stages.decide.purpose_test.actions.holding import (
    check_may,
    held_draft,
    hold,
    tell,
)
from northing.stages.decide.purpose_test.facts import Answer, State
from northing.stages.decide.purpose_test.models import (
    StoredAnswer,
    StoredCondition,
    StoredDecision,
)
from northing.stages.decide.purpose_test.rules.refusals import (
    AMOUNT_BELOW_NOTHING,
    ANSWERED_TWICE,
    CONDITION_NEEDS_DAY,
    NO_QUESTION,
    NOT_ACCEPTED,
    SIGNER_UNKNOWN,
    UNKNOWN_COMMITMENT,
)
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import promises


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What people write of a decision. `said` pairs each question of a filter with its answer."""

    question: str
    options: tuple[str, ...] = ()
    proposed: str = ""
    kind: str = ""
    amount: Decimal | None = None
    currency: str = ""
    region: str = ""
    unit: str = ""
    affected: tuple[str, ...] = ()
    evidence: str = ""
    said: tuple[tuple[str, str], ...] = ()
    success: str = ""
    forecast: float | None = None
    review_on: date | None = None
    supersedes: StoredDecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A condition as people write it."""

    text: str
    owner: Member
    due_on: date


def draft(
    written: Draft, *, by: Member, at: datetime, ticket: UUID | None = None
) -> StoredDecision:
    """A new decision, of which `by` is the author. The same ticket twice makes one."""
    check_may(by, by.organisation_id, Action.DECIDE)
    _check(written, by, at.date())
    with transaction.atomic():
        organisation = hold(by.organisation_id)
        there = StoredDecision.objects.filter(id=ticket).first() if ticket else None
        if there:
            return _own(there, by)
        made = StoredDecision.objects.create(
            id=ticket or uuid4(),
            organisation=organisation,
            number=rows.next_number(organisation),
            made_by=by,
            made_at=at,
            drafted_on=at.date(),
            **_columns(written),
        )
        tell("decision drafted", made, by, at)
    return made


def revise_text(
    row: StoredDecision, written: Draft, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """The draft reads otherwise. `seen` is the revision the author looked at."""
    check_may(by, row.organisation_id, Action.DECIDE)
    _check(written, by, at.date(), known=row.review_on)
    with transaction.atomic():
        found = held_draft(row, by, seen)
        for name, value in _columns(written).items():
            setattr(found, name, value)
        found.revision += 1
        found.save()
        tell("decision reworded", found, by, at)
    return found


def answer(
    row: StoredDecision, given: Sequence[Answer], *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """What it does to each commitment: these answers take the place of all there were."""
    check_may(by, row.organisation_id, Action.DECIDE)
    known = {one.id for one in promises(by.organisation, on=at.date())}
    asked = [one.commitment for one in given]
    if not set(asked) <= known:
        raise Refused(UNKNOWN_COMMITMENT, field="answers")
    if len(set(asked)) < len(asked):
        raise Refused(ANSWERED_TWICE, field="answers")
    with transaction.atomic():
        found = held_draft(row, by, seen)
        found.answers.all().delete()
        StoredAnswer.objects.bulk_create(_row_of(one, found) for one in given)
        _touch(found)
        tell("decision tested", found, by, at, answers=len(given))
    return found


def set_conditions(
    row: StoredDecision, wanted: Sequence[Wanted], *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """What has to be done for it to stand: these take the place of all there were."""
    check_may(by, row.organisation_id, Action.DECIDE)
    may_own = set(rows.may_sign(by.organisation, on=at.date()))
    if any(one.owner not in may_own for one in wanted):
        raise Refused(SIGNER_UNKNOWN, field="conditions")
    if any(one.due_on < at.date() for one in wanted):
        raise Refused(CONDITION_NEEDS_DAY, field="conditions")
    with transaction.atomic():
        found = held_draft(row, by, seen)
        found.conditions.all().delete()
        StoredCondition.objects.bulk_create(
            StoredCondition(
                decision=found, position=place, text=one.text, owner=one.owner, due_on=one.due_on
            )
            for place, one in enumerate(wanted)
        )
        _touch(found)
        tell("decision conditions set", found, by, at, conditions=len(wanted))
    return found


def _check(written: Draft, by: Member, on: date, *, known: date | None = None) -> None:
    if not written.question.strip():
        raise Refused(NO_QUESTION, field="question")
    if written.amount is not None and written.amount < 0:
        raise Refused(AMOUNT_BELOW_NOTHING, field="amount")
    if written.review_on and written.review_on != known and written.review_on < on:
        raise Refused(people.END_IS_PAST, field="review_on")
    before = written.supersedes
    if before and before.organisation_id != by.organisation_id:
        raise NotAllowed
    if before and before.state not in {State.ACCEPTED, State.SUPERSEDED}:
        raise Refused(NOT_ACCEPTED, field="supersedes")


def _columns(written: Draft) -> dict[str, Any]:
    return {
        "question": written.question.strip(),
        "options": list(written.options),
        "proposed": written.proposed,
        "kind": written.kind,
        "amount": written.amount,
        "currency": written.currency,
        "region": written.region,
        "unit": written.unit,
        "affected": list(written.affected),
        "evidence": written.evidence,
        "said": [list(pair) for pair in written.said],
        "success": written.success,
        "forecast": written.forecast,
        "review_on": written.review_on,
        "supersedes": written.supersedes,
    }


def _row_of(one: Answer, decision: StoredDecision) -> StoredAnswer:
    return StoredAnswer(
        decision=decision,
        commitment=one.commitment,
        advances=one.advances.value,
        compromises=one.compromises.value,
        reason=one.reason,
        records=list(one.records),
        condition=one.condition,
    )


def _touch(row: StoredDecision) -> None:
    row.revision += 1
    row.save(update_fields=["revision"])


def _own(there: StoredDecision, by: Member) -> StoredDecision:
    if there.made_by_id != by.id:
        raise NotAllowed
    return there
