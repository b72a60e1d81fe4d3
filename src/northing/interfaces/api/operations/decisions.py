"""What is to be decided here, what does each decision do to the commitments, and who said what?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.decision_shapes import (
    Appeal,
    CommitmentAnswered,
    Condition,
    Conditioned,
    Decision,
    DecisionDrafted,
    DecisionRedrafted,
    DecisionsAsked,
    Ground,
    SaidToFilter,
    StandIn,
    Summary,
    Tested,
    Word,
)
from northing.interfaces.api.parts import (
    IdempotencyKey,
    exact,
    ticket_of,
)
from northing.stages.decide.purpose_test.actions import writing
from northing.stages.decide.purpose_test.actions.writing import Draft, Wanted
from northing.stages.decide.purpose_test.facts import Act, Answer, Result, State
from northing.stages.decide.purpose_test.models import (
    StoredAppeal,
    StoredCondition,
    StoredDecision,
    StoredSignature,
)
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.testing import tested

router = Router(tags=["decisions"])
HERE = "/organisations/{uuid:organisation}/decisions"
ONE = HERE + "/{uuid:decision}"
MOST = 200


@router.get(HERE, response={200: list[Summary], **ERRORS}, auth=sees(Action.DECISIONS))
def decisions(
    request: HttpRequest, organisation: UUID, asked: Query[DecisionsAsked]
) -> list[Summary]:
    """The newest first, 200 at most; `before` the last number you have shows older ones."""
    call = call_of(request, organisation)
    found = rows.decisions(
        call.organisation,
        state=asked.state or "",
        result=asked.result or "",
        author=call.member if asked.is_own else None,
        text=asked.text,
    )
    if asked.before:
        found = found.filter(number__lt=asked.before)
    return [Summary(**_summary(one)) for one in found[:MOST]]


@router.get(ONE, response={200: Decision, **ERRORS}, auth=sees(Action.DECISIONS))
def decision(request: HttpRequest, organisation: UUID, decision: UUID) -> Decision:
    """One decision with its test, its conditions and every word said on it."""
    call = call_of(request, organisation)
    return shown(call, decision_of(call, decision))


@router.post(HERE, response={201: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def draft_decision(
    request: HttpRequest, organisation: UUID, sent: DecisionDrafted, idempotency_key: IdempotencyKey
) -> Status[Decision]:
    """A draft of the token's member, who is its author and never approves it."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made = writing.draft(_draft(call, sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, shown(call, made))


@router.put(ONE, response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def reword_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: DecisionRedrafted
) -> Decision:
    """The author's draft says something else."""
    call = call_of(request, organisation)
    row, text = decision_of(call, decision), _draft(call, sent)
    made = writing.revise_text(row, text, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, made)


@router.put(ONE + "/answers", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def test_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Tested
) -> Decision:
    """Does it advance each commitment, does it compromise it? `grounds` say what that comes to."""
    call = call_of(request, organisation)
    given = [
        Answer(
            one.commitment, one.advances, one.compromises, one.reason, one.records,
            one.condition,
        )
        for one in sent.answers
    ]  # fmt: skip
    row = decision_of(call, decision)
    made = writing.answer(row, given, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, made)


@router.put(ONE + "/conditions", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def condition_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Conditioned
) -> Decision:
    """What has to be done for the decision to stand, each with its owner and its day."""
    call = call_of(request, organisation)
    there = {one.id: one for one in rows.may_sign(call.organisation, on=call.at.date())}
    wanted = []
    for one in sent.conditions:
        if one.owner not in there:
            raise errors.wrong("owner", "Nobody who may answer for a condition has this id.")
        wanted.append(Wanted(text=one.text.strip(), owner=there[one.owner], due_on=one.due_on))
    row = decision_of(call, decision)
    made = writing.set_conditions(row, wanted, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, made)


def decision_of(call: Call, wanted: UUID) -> StoredDecision:
    found = rows.decisions(call.organisation).filter(id=wanted).first()
    if found is None:
        raise errors.nowhere()
    return found


def shown(call: Call, row: StoredDecision) -> Decision:
    """The decision as it is kept by now, whole."""
    one = rows.whole(rows.decisions(call.organisation)).get(id=row.id)
    names = (
        "kind", "currency", "region", "unit", "evidence", "success", "forecast", "happened",
        "drafted_on", "reviewed_on", "learned",
    )  # fmt: skip
    return Decision(
        **_summary(one),
        **{name: getattr(one, name) for name in (*names, "options", "affected", "quorum")},
        amount=exact(one.amount),
        agreement=one.agreement,
        round=one.rounds,
        answers=[
            CommitmentAnswered.model_validate(each, from_attributes=True)
            for each in one.answers.all()
        ],
        conditions=[_condition(each) for each in one.conditions.all()],
        grounds=[
            Ground(commitment=each.commitment, result=each.result, sentence=each.sentence)
            for each in tested(one, on=call.at.date()).grounds
        ],
        signers=[each.member_id for each in one.signers.all()],
        words=[_word(each) for each in one.signatures.all()],
        delegates=[
            StandIn(signer=each.signer_id, to=each.to_id)
            for each in one.delegates.all()
            if each.round == one.rounds
        ],
        said=[SaidToFilter(question=question, answer=answer) for question, answer in one.said],
        appeals=[appealed(each) for each in one.appeals.all()],
        supersedes=one.supersedes_id,
    )


def appealed(row: StoredAppeal) -> Appeal:
    return Appeal(
        id=row.id, decision=row.decision_id, reason=row.reason, by=row.made_by_id, at=row.made_at,
        upheld=row.upheld, judgement=row.judgement, judged_by=row.judged_by_id,
    )  # fmt: skip


def _summary(row: StoredDecision) -> dict[str, Any]:
    names = (
        "id", "number", "question", "proposed", "due_on", "decided_on", "review_on", "revision",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {
        "state": State(row.state),
        "result": Result(row.result),
        "author": row.made_by_id,
        "overridden": row.is_overridden,
    }


def _condition(row: StoredCondition) -> Condition:
    return Condition(
        id=row.id, text=row.text, owner=row.owner_id, due_on=row.due_on, met_on=row.met_on,
        told=row.told,
    )  # fmt: skip


def _word(row: StoredSignature) -> Word:
    return Word(
        act=Act(row.act), by=row.by_id, stands_for=row.stands_for_id, reason=row.reason, on=row.on,
        round=row.round,
    )  # fmt: skip


def _draft(call: Call, sent: DecisionDrafted) -> Draft:
    if sent.amount is not None and not sent.currency:
        raise errors.wrong("currency", "An amount has a currency.", "Send it, for example EUR.")
    plain = sent.model_dump(exclude={"revision", "supersedes", "options", "affected", "said"})
    before = None
    if sent.supersedes:
        before = rows.decisions(call.organisation).filter(id=sent.supersedes).first()
        if before is None:
            raise errors.wrong("supersedes", "No decision has this id.")
    return Draft(
        **plain, options=sent.options, affected=sent.affected,
        said=tuple((one.question, one.answer) for one in sent.said), supersedes=before,
    )  # fmt: skip
