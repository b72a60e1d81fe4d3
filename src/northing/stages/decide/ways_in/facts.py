"""What brings somebody here, and what do they get to know on the way?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from northing.foundations.methods.estimate import Measure
from northing.stages.decide.budget.facts import Cents


class Way(StrEnum):
    """Three ways in, each for somebody with one question."""

    FUNDING = "funding"
    NEXT_EURO = "next-euro"
    NEW_CHIEF = "new-chief"


class Step(StrEnum):
    """The pages of a way."""

    MONEY = "money"
    PROTECT = "protect"
    LINES = "lines"
    START = "start"
    READY = "ready"
    APPROACH = "approach"


STEPS: Mapping[Way, tuple[Step, ...]] = {
    Way.FUNDING: (Step.MONEY, Step.PROTECT, Step.LINES),
    Way.NEXT_EURO: (Step.MONEY, Step.LINES),
    Way.NEW_CHIEF: (Step.START, Step.READY, Step.APPROACH),
}
"""What is asked on each way, before the one page at its end."""


class Does(StrEnum):
    """What a line does for the mission, for what it costs."""

    MUCH = "much"
    SOME = "some"
    LITTLE = "little"
    UNKNOWN = "unknown"


WORTH: Mapping[Does, tuple[float, float, float]] = {
    Does.MUCH: (1.5, 2.0, 2.5),
    Does.SOME: (0.5, 1.0, 1.5),
    Does.LITTLE: (0.0, 0.25, 0.5),
    Does.UNKNOWN: (0.0, 1.0, 2.0),
}
"""Beside a unit of money that does as much as most: lowest, likeliest, highest. Ours to state,
anybody's to doubt; what nobody can tell may be anything between none and twice as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """A line of the budget as somebody sees it.

    `least` is the percentage of today's money with which it still works, `most` the one it could
    use well. `serves` says which part of it is for which promise; `tied_by` counts the links this
    rests on by who made them: people, or the machine.
    """

    id: str
    name: str
    now: Cents
    serves: Mapping[str, float] = field(default_factory=dict)
    does: Does = Does.UNKNOWN
    least: int = 100
    most: int = 100
    must_stay: bool = False
    by_people: int = 0
    by_machine: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """How long money lasts: with nothing coming in, and with only what was lost to be covered."""

    alone: Measure
    covering: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """A line that gets some of the next money: how much on average, in what part of all draws."""

    line: str
    amount: Cents
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMoney:
    """Where a little more money would go.

    `takers` are the lines that get it in any draw, those that get it most often first. `is_sure`
    where one line gets most of it in 95 of 100 draws. `points` is what it would add, `left` what
    no line could use well.
    """

    more: Cents
    takers: tuple[Taker, ...]
    is_sure: bool
    points: float
    left: Cents
    draws: int
    seed: int


class Deed(StrEnum):
    """What a new chief's first ninety days may hold."""

    AUDIT = "audit"
    PROMISES = "promises"
    FLAG = "flag"
    MEND = "mend"
    FIND_OUT = "find out"
    ASK = "ask"
    CHECK = "check"
    CHOOSE = "choose"
    DECISION = "decision"
    LOOK_BACK = "look back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One thing to do by a day. `about` is the id of the question or flag it comes from."""

    on: date
    deed: Deed
    about: str = ""
    count: int = 0
