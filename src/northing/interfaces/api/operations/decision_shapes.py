"""In which shape do programs read and send a decision?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from northing.interfaces.api.parts import (
    Currency,
    Perhaps80,
    Perhaps200,
    Perhaps2000,
    Perhaps4000,
    Revision,
    Sent,
    Sum,
    Text200,
    Text400,
    Text500,
)
from northing.stages.decide.purpose_test.facts import Act, Result, Said, State

Short = Annotated[tuple[Text200, ...], Field(max_length=20)]


class Summary(BaseModel):
    """A decision in one line. `overridden` is true for good where it was taken against its test."""

    id: UUID
    number: int
    question: str
    proposed: str
    state: State
    result: Result
    author: UUID | None
    due_on: date | None
    decided_on: date | None
    review_on: date | None
    overridden: bool
    revision: int


class CommitmentAnswered(BaseModel):
    """What it does to one commitment, named by its key."""

    commitment: str
    advances: Said
    compromises: Said
    reason: str
    records: list[str]
    condition: str


class Condition(BaseModel):
    """What has to be done for it to stand, by which member and by when; `told` says how it was."""

    id: UUID
    text: str
    owner: UUID
    due_on: date
    met_on: date | None
    told: str


class Word(BaseModel):
    """What somebody said, in which round; nothing of it is ever altered."""

    act: Act
    by: UUID
    stands_for: UUID
    reason: str
    on: date
    round: int


class StandIn(BaseModel):
    """Who signs in the place of whom in this round."""

    signer: UUID
    to: UUID


class SaidToFilter(BaseModel):
    """What a filter asked, and what was answered."""

    question: str
    answer: str


class Appeal(BaseModel):
    """Somebody held the test to be wrong; `upheld` is null until somebody else has judged that."""

    id: UUID
    decision: UUID
    reason: str
    by: UUID | None
    at: datetime
    upheld: bool | None
    judgement: str
    judged_by: UUID | None


class Ground(BaseModel):
    """One sentence of why the test came out so, and for which commitment."""

    commitment: str
    result: Result
    sentence: str


class Decision(Summary):
    """One decision, whole. `grounds` are the test's: of a draft as it stands today."""

    options: list[str]
    kind: str
    amount: str | None
    currency: str
    region: str
    unit: str
    affected: list[str]
    evidence: str
    success: str
    forecast: float | None
    happened: bool | None
    drafted_on: date | None
    reviewed_on: date | None
    learned: str
    answers: list[CommitmentAnswered]
    conditions: list[Condition]
    grounds: list[Ground]
    signers: list[UUID]
    quorum: int
    agreement: float
    round: int
    words: list[Word]
    delegates: list[StandIn]
    said: list[SaidToFilter]
    appeals: list[Appeal]
    supersedes: UUID | None


class DecisionsAsked(BaseModel):
    """Which decisions; what is left out does not narrow it."""

    state: State | None = None
    result: Result | None = None
    is_own: bool = Field(default=False, description="Those of the token's member alone.")
    text: Perhaps200 = ""
    before: Annotated[int | None, Field(ge=1, le=10**9, description="Below this number.")] = None


class Saying(Sent):
    """A question that a filter asks, and what is answered."""

    question: Text200
    answer: Text400


class DecisionDrafted(Sent):
    """What a decision says. `forecast` is how likely `success` is by `review_on`, from 0 to 1."""

    question: Text500
    options: Short = ()
    proposed: Perhaps200 = ""
    kind: Perhaps80 = ""
    amount: Sum | None = None
    currency: Currency = ""
    region: Perhaps200 = ""
    unit: Perhaps200 = ""
    affected: Short = ()
    evidence: Perhaps4000 = ""
    success: Perhaps200 = ""
    forecast: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None
    review_on: date | None = None
    supersedes: UUID | None = None
    said: Annotated[tuple[Saying, ...], Field(max_length=20)] = ()


class DecisionRedrafted(DecisionDrafted):
    """The same, by somebody who looked at this revision."""

    revision: Revision


class CommitmentAnswering(Sent):
    """Both questions of one commitment."""

    commitment: Perhaps80
    advances: Said
    compromises: Said
    reason: Perhaps2000 = ""
    records: Annotated[tuple[Text400, ...], Field(max_length=50)] = ()
    condition: Perhaps200 = ""


class Tested(Sent):
    """All answers: they take the place of those that were there."""

    revision: Revision
    answers: Annotated[list[CommitmentAnswering], Field(max_length=200)]


class ConditionWished(Sent):
    """A condition, and the member who answers for it."""

    text: Text500
    owner: UUID
    due_on: date


class Conditioned(Sent):
    """All conditions: they take the place of those that were there."""

    revision: Revision
    conditions: Annotated[list[ConditionWished], Field(max_length=50)]
