"""Is what change needs there, and where should it begin?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import IdempotencyKey, Perhaps2000, Sent, Text2000, ticket_of
from northing.interfaces.reports.json_readiness import readiness_json
from northing.stages.clarify.approach import actions, store
from northing.stages.clarify.approach.facts import Approach as Way
from northing.stages.clarify.approach.facts import Reply
from northing.stages.clarify.approach.rules.advising import advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS
from northing.stages.clarify.approach.section import answer as answered
from northing.stages.clarify.models import ApproachStatement
from northing.stages.diagnose.readiness import store as readiness_store

router = Router(tags=["readiness and approach"])
WITHIN = "/organisations/{uuid:organisation}"


class RestsOn(BaseModel):
    """A record an answer rests on, with the promises it is for or against."""

    record: str
    text: str
    on: date | None
    commitments: list[str]
    against: list[str]
    checked: bool


class ReadyQuestion(BaseModel):
    """A question, its answer, why, and the records behind it: twenty of each at most."""

    id: str
    text: str
    months: int
    answer: str
    ground: str
    why: str
    looked_at: int
    unchecked: int
    newest_on: date | None
    by_machine: int
    rests_on_count: int
    rests_on: list[RestsOn]
    against_count: int
    against: list[RestsOn]


class Readiness(BaseModel):
    """The whole is as ready as its bottleneck: `no`, `unknown` or `yes`, never a mean."""

    on: date
    whole: str
    answer: str
    bottleneck: list[str]
    questions: list[ReadyQuestion]


class QuestionAnswered(BaseModel):
    """One answer with what it was seen in."""

    question: str
    answer: int
    evidence: str


class Points(BaseModel):
    """What speaks for an approach, and between which ends with what is not known."""

    approach: str
    points: float
    low: float
    high: float


class Statement(BaseModel):
    """The answers of one day, what they speak for, and what was chosen on them.

    `advised` is null where there is no clear winner; `first` is what has to be mended whatever is
    chosen; `open` are the questions nobody has answered.
    """

    id: UUID
    number: int
    made_at: datetime
    answers: list[QuestionAnswered]
    advised: str | None
    said: str
    points: list[Points]
    first: list[str]
    open: list[str]
    chosen: str
    reason: str


class Answering(Sent):
    """An answer from 0 (not at all) to 4 (wholly), and what it was seen in."""

    question: Annotated[str, Field(max_length=40)]
    answer: Annotated[int, Field(ge=0, le=4)]
    evidence: Text2000


class Stating(Sent):
    """A whole new statement. `seen` is the number of the newest you looked at, 0 for none."""

    answers: Annotated[list[Answering], Field(max_length=len(QUESTIONS))]
    chosen: Way | None = None
    reason: Perhaps2000 = ""
    seen: Annotated[int, Field(ge=0, le=10**9)]


@router.get(WITHIN + "/readiness", response={200: Readiness, **ERRORS}, auth=sees(Action.AUDITS))
def readiness(request: HttpRequest, organisation: UUID) -> Readiness:
    """The seven questions, as of today, each answered by the records that can show it.

    What a record says stands there for tokens that open records.
    """
    call = call_of(request, organisation)
    found = readiness_store.readiness_of(call.organisation, on=call.at.date())
    shown = str if call.may(Action.RECORDS) else _kept_back
    return Readiness.model_validate(readiness_json(found, shown))


@router.get(
    WITHIN + "/approach", response={200: list[Statement], **ERRORS}, auth=sees(Action.MISSION)
)
def approach(request: HttpRequest, organisation: UUID) -> list[Statement]:
    """Every statement of where change should begin, the newest first."""
    call = call_of(request, organisation)
    return [_shown(one) for one in store.statements(call.organisation)]


@router.post(
    WITHIN + "/approach", response={201: Statement, **ERRORS}, auth=changes(Action.MISSION)
)
def state_approach(
    request: HttpRequest, organisation: UUID, sent: Stating, idempotency_key: IdempotencyKey
) -> Status[Statement]:
    """A new statement; those before it stay."""
    call = call_of(request, organisation)
    replies = tuple(Reply(one.question, one.answer, one.evidence.strip()) for one in sent.answers)
    try:
        saying = actions.Saying(replies=replies, chosen=sent.chosen, reason=sent.reason)
    except ValueError as error:
        names = ", ".join(one.id for one in QUESTIONS)
        raise errors.wrong("answers", f"Answer each of these at most once: {names}.") from error
    ticket = ticket_of(request, call, idempotency_key)
    made = actions.state(saying, by=call.member, at=call.at, seen=sent.seen, ticket=ticket)
    return Status(201, _shown(made))


def _kept_back(_text: str) -> str:
    return ""


def _shown(row: ApproachStatement) -> Statement:
    found = advice(QUESTIONS, store.replies_of(row))
    return Statement(
        id=row.id,
        number=row.number,
        made_at=row.made_at,
        answers=[QuestionAnswered(**one) for one in row.replies],
        advised=found.clear,
        said=answered(found),
        points=[
            Points(approach=one.approach, points=one.points, low=one.low, high=one.high)
            for one in found.standings
        ],
        first=list(found.flags),
        open=list(found.open),
        chosen=row.chosen,
        reason=row.reason,
    )
