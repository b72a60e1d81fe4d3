"""What do the rules have to know of a stored decision?

People are named to the rules by their accounts, not by their memberships: who left and came back
is the same person, and still never approves what they wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from northing.foundations.people.models import Member, Organisation
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.purpose_test.facts import (
    Act,
    Answer,
    Appeal,
    Condition,
    Decision,
    Promise,
    Recorded,
    Result,
    Said,
    Signature,
    Standing,
    State,
)
from northing.stages.decide.purpose_test.models import (
    PastDecision,
    StoredAppeal,
    StoredDecision,
    StoredSignature,
)

_COUNTED = (Act.AGREE.value, Act.OBJECT.value)
_AGAINST = (Act.OBJECT.value, Act.ASK_CHANGES.value, Act.REJECT.value)


def standing(row: StoredDecision) -> Standing:
    """Where it stands: its state, who has to sign, and what they said so far."""
    state = State(row.state)
    words = sorted(row.signatures.all(), key=lambda one: one.id)
    now = [] if state is State.DRAFT else [one for one in words if one.round == row.rounds]
    return Standing(
        author=name_of(row.made_by),
        state=state,
        result=Result(row.result),
        conditions=conditions(row),
        signers=frozenset(name_of(one.member) for one in row.signers.all()),
        quorum=row.quorum,
        agreement=row.agreement,
        days=row.days,
        due_on=None if state is State.DRAFT else row.due_on,
        delegates=() if state is State.DRAFT else _delegates(row),
        signatures=tuple(_signature(one) for one in now if one.act in _COUNTED),
        objections=tuple(_signature(one) for one in words if one.act in _AGAINST),
        overridden=next((_signature(one) for one in now if one.act == Act.OVERRIDE.value), None),
        rounds=row.rounds,
    )


def facts_of(row: StoredDecision) -> Decision:
    """The decision as filters, tests and reviews read it."""
    return Decision(
        id=str(row.number),
        question=row.question,
        options=tuple(row.options),
        proposed=row.proposed,
        author=name_of(row.made_by),
        kind=row.kind,
        amount=row.amount,
        region=row.region,
        unit=row.unit,
        affected=tuple(row.affected),
        answers=answers(row),
        conditions=conditions(row),
        success=row.success,
        forecast=row.forecast,
        drafted_on=row.drafted_on,
        decided_on=row.decided_on,
        review_on=row.review_on,
        reviewed_on=row.reviewed_on,
        happened=row.happened,
    )


def facts_of_past(row: PastDecision) -> Decision:
    """One that was taken without a test."""
    return Decision(
        id=str(row.id),
        question=row.question,
        options=(),
        proposed=row.proposed,
        author=name_of(row.made_by),
        kind=row.kind,
        amount=row.amount,
        region=row.region,
        unit=row.unit,
        answers=tuple(_answer(one) for one in row.answers),
        drafted_on=row.drafted_on,
        decided_on=row.decided_on,
        happened=row.happened,
        tested=False,
    )


def answers(row: StoredDecision) -> tuple[Answer, ...]:
    found = sorted(row.answers.all(), key=lambda one: one.id)
    return tuple(
        Answer(
            commitment=one.commitment,
            advances=Said(one.advances),
            compromises=Said(one.compromises),
            reason=one.reason,
            records=tuple(one.records),
            condition=one.condition,
        )
        for one in found
    )


def conditions(row: StoredDecision) -> tuple[Condition, ...]:
    found = sorted(row.conditions.all(), key=lambda one: (one.position, one.id))
    return tuple(Condition(one.text, name_of(one.owner), one.due_on, one.met_on) for one in found)


def promises(organisation: Organisation, *, on: date) -> tuple[Promise, ...]:
    """All commitments that hold on a day, as a test asks of them."""
    rows = commitments.commitments(organisation, on=on)
    return tuple(Promise(one.key, one.text, one.guardrail) for one in rows)


def recorded(rows: Iterable[StoredDecision]) -> list[Recorded]:
    """Each as the next audit reads it."""
    return [Recorded(decision=facts_of(one), state=State(one.state)) for one in rows]


def appeals(organisation: Organisation) -> list[Appeal]:
    """All that were made, with what came of them."""
    rows = StoredAppeal.objects.filter(decision__organisation=organisation)
    found = rows.select_related("decision").order_by("made_at", "id")
    return [Appeal(str(one.decision.number), one.reason, one.upheld) for one in found]


def name_of(member: Member | None) -> str:
    """What the rules call somebody; whoever is not known any more has no name."""
    return str(member.person_id) if member else ""


def _signature(row: StoredSignature) -> Signature:
    return Signature(name_of(row.stands_for), name_of(row.by), Act(row.act), row.reason, row.on)


def _delegates(row: StoredDecision) -> tuple[tuple[str, str], ...]:
    found = sorted(row.delegates.all(), key=lambda one: one.id)
    return tuple((name_of(one.signer), name_of(one.to)) for one in found if one.round == row.rounds)


def _answer(one: dict[str, Any]) -> Answer:
    return Answer(
        commitment=one["commitment"],
        advances=Said(one["advances"]),
        compromises=Said(one["compromises"]),
        reason=one.get("reason", ""),
    )
