"""What does a promise say, and what does it leave open?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from northing.foundations.methods.estimate import Measure
from northing.foundations.text.readability import Readability

DRAFT_IS_THERE = "draft is there"
HOLDS_TOO_EARLY = "holds too early"
VALUE_EXISTS = "value exists"


class Point(StrEnum):
    """What a promise has to say before a record could keep or break it."""

    BENEFICIARY = "beneficiary"
    CHANGE = "change"
    PLACE = "place"
    MEANS = "means"
    BOUNDARY = "boundary"
    HORIZON = "horizon"
    QUANTITY = "quantity"
    CONTRADICTION = "contradiction"


class Said(StrEnum):
    """Whether a text answers a point. `unsure` is for a person to judge, not half a yes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Answer:
    """One point of the checklist: the words that answer it, as written, or why none do."""

    point: Point
    said: Said
    span: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A text to be checked; `contradicted_by` are the records that would break it, as people
    wrote them."""

    id: str
    text: str
    contradicted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One statement held against the checklist. There is no sum: points do not make up for
    one another.

    `grounding` is the mean rating of its words from ideas (1) to things (7). `generic` is the
    part of the reference statements that are easier to tell apart from their neighbours than
    this one is from its nearest (`nearest`): near 1, it could be anybody's. `hedges`, `boasts`
    and `buzzwords` are wordings as they stand, for a person to look at.
    """

    statement: Statement
    answers: tuple[Answer, ...]
    grounding: Measure
    generic: Measure
    nearest: str
    hedges: tuple[str, ...]
    boasts: tuple[str, ...]
    buzzwords: tuple[str, ...]
    readability: Readability | None
    prompts: tuple[str, ...]

    def said(self, point: Point) -> Said:
        return next(one.said for one in self.answers if one.point is point)
