"""How does somebody answer a sample's pairs by a program, and where do two coders differ?

The same holds as on the pages: one seat for one person, no pair answered by anybody twice, and
nobody sees what another said before both have said all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.api.door import call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.verification import Sample, row_of, shown
from northing.interfaces.api.parts import LARGEST, Perhaps2000, Sent
from northing.interfaces.worker.jobs.verification import reckon_with_answers
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering, seating
from northing.stages.diagnose.verification.actions.answering import Given
from northing.stages.diagnose.verification.facts import CODERS, Answer
from northing.stages.diagnose.verification.models import StoredQuestion, StoredSample
from northing.stages.diagnose.verification.rules.refusals import (
    NO_SEAT,
    SAMPLE_NOT_OPEN,
    STILL_ANSWERING,
)

router = Router(tags=["verification"])
HERE = "/organisations/{uuid:organisation}/samples/{uuid:sample}"
MOST_TURNS = 2**53
A_CODER = f"^({'|'.join(CODERS)})$"


class Coder(Sent):
    """As which coder."""

    coder: str = Field(pattern=A_CODER)


class PairQuestion(BaseModel):
    """One pair as people are shown it: without names, and without the machine's word."""

    pair: int
    content: dict[str, Any]


class Questions(BaseModel):
    """Some pairs that wait for the member's answer; `next` is the `after` of the following."""

    questions: list[PairQuestion]
    waiting: int
    next: int | None


class OneAnswer(Sent):
    """What is answered to one pair; null takes the answer before back. `id` is made where it is
    given: sent twice, it counts once. Of one pair the highest `turn` stands."""

    id: UUID
    pair: int = Field(ge=1, le=LARGEST)
    answer: Answer | None
    note: Perhaps2000 = ""
    turn: int | None = Field(default=None, ge=1, le=MOST_TURNS)


class OwnAnswer(BaseModel):
    """What the member answered to one pair, as it stands."""

    pair: int
    answer: Answer
    note: str


class Answers(Sent):
    """All are kept, or none."""

    answers: list[OneAnswer] = Field(min_length=1, max_length=100)


class Kept(BaseModel):
    """The highest turn there is now."""

    turn: int


class Agreed(Sent):
    """What the two agreed on of one pair they had answered differently."""

    id: UUID
    pair: int = Field(ge=1, le=LARGEST)
    answer: Answer
    note: Perhaps2000 = ""


class Difference(BaseModel):
    """What each coder answered to one pair, and what they put down together, under `agreed`."""

    pair: int
    content: dict[str, Any]
    said: dict[str, str]


@router.post(HERE + "/seat", response={200: Sample, **ERRORS}, auth=changes(Action.LABELS))
def take_seat(request: HttpRequest, organisation: UUID, sample: UUID, sent: Coder) -> Sample:
    """Sit down as that coder. Whoever was one coder of a sample is never the other."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    seating.take(one, sent.coder, by=call.member, at=call.at)
    return shown(call, one)


@router.post(HERE + "/seat/leave", response={200: Sample, **ERRORS}, auth=changes(Action.LABELS))
def leave_seat(request: HttpRequest, organisation: UUID, sample: UUID, sent: Coder) -> Sample:
    """The seat is free; the answers given in it stay. Twice is once."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    seating.leave(one, sent.coder, by=call.member, at=call.at)
    return shown(call, one)


@router.get(HERE + "/questions", response={200: Questions, **ERRORS}, auth=sees(Action.LABELS))
def questions(
    request: HttpRequest,
    organisation: UUID,
    sample: UUID,
    after: int = Query(0, ge=0, le=LARGEST, description="The `next` of a page."),
    size: int = Query(20, ge=1, le=100),
) -> Questions:
    """The pairs that wait for whoever holds a seat; for all others none do."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    seat = store.seat_of(one, call.member)
    waiting = store.waiting(one, seat.coder) if seat else []
    left = [number for number in waiting if number > after]
    page = left[:size]
    rows = store.questions(one).filter(number__in=page)
    return Questions(
        questions=[PairQuestion(pair=row.number, content=row.content) for row in rows],
        waiting=len(waiting),
        next=page[-1] if len(left) > size else None,
    )


@router.post(HERE + "/answers", response={200: Kept, **ERRORS}, auth=changes(Action.LABELS))
def answer(request: HttpRequest, organisation: UUID, sample: UUID, sent: Answers) -> Kept:
    """Keep what the member answers in their seat."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    with transaction.atomic():
        kept = answering.answer(one, _given(sent.answers), by=call.member, at=call.at)
        if kept.is_sealed:
            reckon_with_answers.enqueue(str(one.id))
    return Kept(turn=kept.turn)


@router.get(HERE + "/answers", response={200: list[OwnAnswer], **ERRORS}, auth=sees(Action.LABELS))
def own_answers(request: HttpRequest, organisation: UUID, sample: UUID) -> list[OwnAnswer]:
    """What stands in the seat of the token's member; in no seat there is nothing."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    seat = store.seat_of(one, call.member)
    return [
        OwnAnswer(pair=each.pair, answer=each.answer, note=each.note)
        for each in (store.answers(one, seat.coder) if seat else ())
    ]


@router.post(HERE + "/pause", response={200: Sample, **ERRORS}, auth=changes(Action.LABELS))
def pause(request: HttpRequest, organisation: UUID, sample: UUID) -> Sample:
    """Enough for now: the trail takes the answers up, and the figures are reckoned with them."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    with transaction.atomic():
        if answering.pause(one, by=call.member, at=call.at):
            reckon_with_answers.enqueue(str(one.id))
    return shown(call, one)


@router.get(HERE + "/differences", response={200: list[Difference], **ERRORS},
            auth=sees(Action.LABELS))  # fmt: skip
def differences(request: HttpRequest, organisation: UUID, sample: UUID) -> list[Difference]:
    """Where two coders part, once both have answered what both are asked; until then, 409."""
    one = row_of(call_of(request, organisation), sample)
    if one.state not in (StoredSample.State.OPEN, StoredSample.State.CLOSED):
        raise Refused(SAMPLE_NOT_OPEN)
    if not store.have_both_answered(one):
        raise Refused(STILL_ANSWERING)
    said = store.parted(one)
    return [
        _difference(row, said[row.number]) for row in store.questions(one).filter(number__in=said)
    ]


@router.post(HERE + "/agreements", response={200: Kept, **ERRORS}, auth=changes(Action.LABELS))
def agree(request: HttpRequest, organisation: UUID, sample: UUID, sent: Agreed) -> Kept:
    """Put down what the two agreed on; either of them may, once both have answered."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    if not store.was_seated(one, call.member):
        raise Refused(NO_SEAT)
    with transaction.atomic():
        given = Given(id=sent.id, pair=sent.pair, answer=sent.answer, note=sent.note)
        answering.settle(one, given, by=call.member, at=call.at)
        reckon_with_answers.enqueue(str(one.id))
    return Kept(turn=store.last_turn(one))


def _given(answers: Iterable[OneAnswer]) -> list[Given]:
    return [
        Given(id=one.id, pair=one.pair, answer=one.answer, note=one.note, turn=one.turn)
        for one in answers
    ]


def _difference(row: StoredQuestion, said: dict[str, Any]) -> Difference:
    told = {coder: str(label.answer) for coder, label in said.items()}
    return Difference(pair=row.number, content=row.content, said=told)
