"""What could be paid for, what has to hold, and what is proposed?

Money is a whole number of the smallest unit (cents), so that parts add up to the whole exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from northing.foundations.methods.estimate import Measure
from northing.stages.decide.priorities.facts import Range

Cents = int
NOTHING_SPENT = "nothing is spent, so there are no shares of it"


@dataclass(frozen=True, slots=True)
class Line:
    """Something a budget may pay for.

    `cost` is the whole of it, `least` the smallest amount with which it still works (equal to
    `cost` where it is all or nothing), `now` what it gets today. `impact` is what it does for the
    mission when wholly paid for, in points of one scale for all lines. `serves` says which part
    of its money is for which commitment. `reach` counts the people it reaches, `returned` the
    money it brings back.
    """

    id: str
    name: str
    cost: Cents
    least: Cents
    now: Cents
    impact: Range
    serves: Mapping[str, float] = field(default_factory=dict)
    reach: float = 0.0
    returned: Cents = 0
    requires: tuple[str, ...] = ()
    instead_of: str = ""
    must_stay: bool = False
    no_go: str = ""

    def __post_init__(self) -> None:
        if self.cost <= 0 or not self.now >= 0:
            raise ValueError(f"{self.name}: it costs something, and gets nothing or more today")
        if not 0 < self.least <= self.cost:
            raise ValueError(f"{self.name}: its least lies above 0 and not above its cost")
        if any(not 0 <= part <= 1 for part in self.serves.values()):
            raise ValueError(f"{self.name}: a part of its money lies between 0 and 1")
        if sum(self.serves.values()) > 1 + 1e-9:
            raise ValueError(f"{self.name}: the parts of its money are more than the whole")

    @property
    def divides(self) -> bool:
        return self.least < self.cost


@dataclass(frozen=True, slots=True)
class Floor:
    """What a commitment gets at least, whatever else is wished."""

    commitment: str
    least: Cents


@dataclass(frozen=True, slots=True)
class SaidShares:
    """How the words are shared among the commitments, and how far money may lie from that.

    `most` is the total variation distance allowed, between 0 and 1.
    """

    shares: Mapping[str, float]
    most: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a budget has to keep."""

    budget: Cents
    floors: tuple[Floor, ...] = ()
    said: SaidShares | None = None
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Given:
    """What one line gets in a proposal."""

    line: Line
    amount: Cents

    @property
    def stays(self) -> bool:
        return self.amount > 0

    @property
    def change(self) -> Cents:
        return self.amount - self.line.now


@dataclass(frozen=True, slots=True)
class Proposal:
    """A budget that keeps every limit and does as much for the mission as can be.

    `impact` is in points, its bounds from the ranges people gave. `left` is what is not spent,
    `by_commitment` the money each gets, `next_thousandth` what one thousandth of the budget more
    would add to the impact, found by solving again.
    """

    given: tuple[Given, ...]
    limits: Limits
    impact: Measure
    spent: Cents
    by_commitment: Mapping[str, Cents]
    gap: Measure | None
    next_thousandth: float | None

    @property
    def left(self) -> Cents:
        return self.limits.budget - self.spent

    def amount(self, line: str) -> Cents:
        return next(one.amount for one in self.given if one.line.id == line)


class Served(NamedTuple):
    """What a line gets today and as proposed, and which part of it is for which commitment."""

    now: Cents
    amount: Cents
    serves: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a commitment has of all words, of today's money and of the proposed money.

    `commitment` is empty for what serves none.
    """

    commitment: str
    said: Measure
    today: Measure
    proposed: Measure


@dataclass(frozen=True, slots=True)
class Conflict:
    """Limits that cannot hold together; leaving out any one of them lets the others hold."""

    limits: tuple[str, ...]
    budget: Cents
    floors: Cents


@dataclass(frozen=True, slots=True)
class Step:
    """What the best budget does for the mission at one size."""

    budget: Cents
    impact: float | None
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """What a smaller budget would best keep, beside cutting everything alike.

    `core` are the lines kept at every size looked at; `alike` is the impact when every line gets
    the same part, those under their least getting nothing; `alike_ends` names these. `regret` is
    the part of the best impact that the proposal misses if the points are really others within
    their ranges, over `draws`. `gentle` is the proposal that changes fewest lines and gives up
    no more than one part in a hundred.
    """

    percent: float
    proposal: Proposal
    core: tuple[str, ...]
    goes: tuple[str, ...]
    curve: tuple[Step, ...]
    alike: Measure
    alike_ends: tuple[str, ...]
    regret: Measure
    gentle: Proposal
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """One budget on the edge between two wishes: neither can be had more of for nothing."""

    proposal: Proposal
    impact: float
    returned: Cents
