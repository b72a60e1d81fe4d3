"""How does a decision go from a draft to one that was taken, and what becomes of it then?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes
from northing.interfaces.api.errors import ERRORS, Problem
from northing.interfaces.api.operations.decision_shapes import Decision
from northing.interfaces.api.operations.decisions import ONE, decision_of, shown
from northing.interfaces.api.parts import Perhaps2000, Perhaps4000, Seen, Sent, Text2000
from northing.interfaces.api.refusing import REFUSALS
from northing.stages.decide.purpose_test.actions import reviewing, signing, submitting
from northing.stages.decide.purpose_test.actions.submitting import Asked
from northing.stages.decide.purpose_test.facts import Act
from northing.stages.decide.purpose_test.store import looked_at, rows

router = Router(tags=["decisions"])
NOT_NOW = "Read the decision again: its state and its round say what can be done to it."
Round = Annotated[int, Field(ge=0, le=10**9, description="The round you looked at.")]


class Spoken(StrEnum):
    """What a signer may say."""

    AGREE = Act.AGREE.value
    OBJECT = Act.OBJECT.value
    ASK_CHANGES = Act.ASK_CHANGES.value
    REJECT = Act.REJECT.value


class Submitted(Seen):
    """Whom the author asks, where no filter says who signs: members, and how many of them have to
    sign, which share of them has to agree, and how many days they have."""

    signers: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()
    quorum: Annotated[int, Field(ge=1, le=50)] = 1
    agreement: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 1.0
    days: Annotated[int, Field(ge=1, le=366)] = 14


class Signed(Sent):
    """One word, on what was submitted in this round; whoever says no gives a reason."""

    round: Round
    act: Spoken
    reason: Perhaps2000 = ""


class Delegated(Sent):
    """Which member signs in one's place."""

    round: Round
    to: UUID


class Overridden(Sent):
    """Why it is taken against the test or the signers, for everybody to read."""

    round: Round
    reason: Text2000


class Met(Sent):
    """How a condition was met and where one sees that, and on which day: without one, today."""

    told: Text2000
    on: date | None = None


class SuccessorNamed(Sent):
    """The id of the decision that takes the place."""

    successor: UUID


class Reviewed(Seen):
    """Whether what was expected came about (null where nobody can tell), and when to look next."""

    happened: bool | None = None
    learned: Perhaps4000 = ""
    next_on: date | None = None


@router.post(ONE + "/submission", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def submit_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Submitted
) -> Decision:
    """It goes to those who have to sign. Where a filter catches it, the filter says who."""
    call = call_of(request, organisation)
    asked = Asked(
        signers=[_member(call, one, "signers") for one in sent.signers],
        quorum=sent.quorum,
        agreement=sent.agreement,
        days=sent.days,
    )
    row = decision_of(call, decision)
    with said_in_full():
        row = submitting.submit(row, asked, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, row)


@router.post(ONE + "/withdrawal", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def withdraw_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Seen
) -> Decision:
    """Its author takes it back; it is a draft again."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    with said_in_full():
        row = submitting.withdraw(row, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, row)


@router.post(ONE + "/reopening", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def reopen_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Seen
) -> Decision:
    """What was sent back, rejected or ran out of time becomes a draft again; every word stays."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    with said_in_full():
        row = submitting.reopen(row, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, row)


@router.post(ONE + "/signature", response={200: Decision, **ERRORS}, auth=changes(Action.SIGN))
def sign_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Signed
) -> Decision:
    """The word of the token's member, if they are asked. The same word twice is one."""
    call = call_of(request, organisation)
    row, act = decision_of(call, decision), Act(sent.act.value)
    with said_in_full():
        row = signing.sign(row, act, sent.reason, by=call.member, at=call.at, seen=sent.round)
    return shown(call, row)


@router.post(ONE + "/delegation", response={200: Decision, **ERRORS}, auth=changes(Action.SIGN))
def delegate_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Delegated
) -> Decision:
    """Somebody signs in the place of the token's member, in this round."""
    call = call_of(request, organisation)
    row, to = decision_of(call, decision), _member(call, sent.to, "to")
    with said_in_full():
        row = signing.delegate(row, to, by=call.member, at=call.at, seen=sent.round)
    return shown(call, row)


@router.post(ONE + "/override", response={200: Decision, **ERRORS}, auth=changes(Action.OVERRIDE))
def override_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Overridden
) -> Decision:
    """Take it against the test or the signers: everybody sees it, and it counts for good."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    with said_in_full():
        row = signing.override(row, sent.reason, by=call.member, at=call.at, seen=sent.round)
    return shown(call, row)


@router.post(
    ONE + "/conditions/{uuid:condition}/fulfilment",
    response={200: Decision, **ERRORS},
    auth=changes(Action.DECIDE),
)
def meet_condition(
    request: HttpRequest, organisation: UUID, decision: UUID, condition: UUID, sent: Met
) -> Decision:
    """What had to be done is done, says who answers for it, its author, or who keeps the rules."""
    call = call_of(request, organisation)
    row, found = decision_of(call, decision), looked_at.condition(call.organisation, condition)
    if found is None or found.decision_id != row.id:
        raise errors.nowhere()
    reviewing.meet_condition(found, sent.told.strip(), by=call.member, at=call.at, on=sent.on)
    return shown(call, row)


@router.post(ONE + "/review", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def review_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Reviewed
) -> Decision:
    """Say on its day, or later, what became of what was expected."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    found = reviewing.Seen(
        happened=sent.happened, learned=sent.learned.strip(), next_on=sent.next_on
    )
    with said_in_full():
        row = reviewing.review(row, found, by=call.member, at=call.at, seen=sent.revision)
    return shown(call, row)


@router.put(ONE + "/successor", response={200: Decision, **ERRORS}, auth=changes(Action.DECIDE))
def supersede_decision(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: SuccessorNamed
) -> Decision:
    """A later decision that was taken, too, stands in its place from now on. Twice is once."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    later = rows.decisions(call.organisation).filter(id=sent.successor).first()
    if later is None:
        raise errors.wrong("successor", "No decision has this id.")
    with said_in_full():
        row = reviewing.supersede(row, later, by=call.member, at=call.at)
    return shown(call, row)


@contextmanager
def said_in_full() -> Iterator[None]:
    """The rules of signing refuse in a sentence of their own; programs get it under one word."""
    try:
        yield
    except Refused as error:
        if error.code in REFUSALS:
            raise
        raise Problem(409, "not_now", (error.code, NOT_NOW), field=error.field) from error


def _member(call: Call, wanted: UUID, field: str) -> Member:
    found = rows.may_sign(call.organisation, on=call.at.date()).filter(id=wanted).first()
    if found is None:
        raise errors.wrong(field, "Nobody who may sign has this id.")
    return found
