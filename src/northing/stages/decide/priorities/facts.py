"""What is ranked, by what, and what may be said of the order?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from northing.foundations.methods.estimate import Measure
from northing.foundations.methods.value import Direction

Quadrant = Literal["both", "return alone", "mission alone", "neither"]
QUADRANTS: tuple[Quadrant, ...] = ("both", "return alone", "mission alone", "neither")


@dataclass(frozen=True, slots=True)
class Range:
    """A figure with its doubt: lowest, likeliest, highest; all three alike where it is known."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.low, self.likely, self.high))):
            raise ValueError("a figure is finite")
        if not self.low <= self.likely <= self.high:
            raise ValueError("a range rises from its lowest over its likeliest to its highest")

    @property
    def middle(self) -> float:
        """The mean of the triangle that the three figures draw."""
        return (self.low + self.likely + self.high) / 3


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing options are compared by.

    `worst` and `best` say what is at stake between them; `swing` is what going all the way is
    worth beside the other criteria, in points of any size (100 for the one worth most). `veto`
    is a limit an option has to keep whatever else it offers; it is never a matter of weight.
    """

    id: str
    name: str
    worst: float
    best: float
    swing: float
    veto: float | None = None

    def __post_init__(self) -> None:
        if self.worst == self.best:
            raise ValueError(f"{self.name}: its worst and its best are the same")
        if not (math.isfinite(self.swing) and self.swing >= 0):
            raise ValueError(f"{self.name}: a swing is worth nothing or something")

    @property
    def direction(self) -> Direction:
        return "more" if self.best > self.worst else "less"

    @property
    def ends(self) -> tuple[float, float]:
        return min(self.worst, self.best), max(self.worst, self.best)

    def keeps(self, figure: Range | None) -> bool:
        """Whether even the better end of a figure reaches the veto. What is not known may."""
        if self.veto is None or figure is None:
            return True
        return figure.high >= self.veto if self.direction == "more" else figure.low <= self.veto


@dataclass(frozen=True, slots=True)
class Option:
    """What could be done: a gap to mend, a project. A criterion nobody answered is not there."""

    id: str
    name: str
    figures: dict[str, Range]
    reaches_daily: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion adds to the value of an option."""

    criterion: str
    value: float
    known: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """An option in the order. Those tied with it stand beside it, not below.

    `value` is between 0 and 1, its interval from the doubt in the figures and the weights as
    they stand; `leads` the part of all admissible weights under which it comes first; `ranks`
    that for every rank; `central` the weights somebody has for whom it is best.
    """

    option: Option
    rank: int
    value: Measure
    parts: tuple[Part, ...]
    leads: Measure
    ranks: tuple[float, ...]
    central: tuple[float, ...] | None
    confidence: float | None
    tied_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """The least that would have to change before the second in the order draws level."""

    leader: str
    follower: str
    moved: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Whom another method puts first, and how alike the two orders are (Kendall's tau-b)."""

    method: str
    first: tuple[str, ...]
    alike: float | None


@dataclass(frozen=True, slots=True)
class Vetoed:
    """An option that is not ranked, and the limit it does not keep."""

    option: Option
    criterion: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The order with all that says how sure it is. `turned` is None where nothing can turn it."""

    criteria: tuple[Criterion, ...]
    weights: tuple[float, ...]
    placed: tuple[Placed, ...]
    vetoed: tuple[Vetoed, ...]
    turned: Turned | None
    checks: tuple[CrossCheck, ...]
    draws: int
    seed: int

    @property
    def leaders(self) -> tuple[Placed, ...]:
        """Those that no figure puts behind another: one, or several that tie."""
        return tuple(one for one in self.placed if one.rank == 1)


@dataclass(frozen=True, slots=True)
class Project:
    """Something that could be paid for: what it returns, and by commitment how far it moves it.

    `returned` is in money; each figure in `advances` lies between −1 (undoes it) and 1 (fulfils
    it). A commitment nobody answered for is not there and stays unknown.
    """

    id: str
    name: str
    returned: Range | None
    advances: dict[str, Range]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The region that holds half of the draws of two figures if they scatter like a bell."""

    across: float
    up: float
    turned: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a project stands on the matrix, and how sure that is.

    `front` is the part of the draws in which no other project was better on both; `quadrants`
    the part in each of the four the cut-offs make.
    """

    project: Project
    returned: Measure
    advancement: Measure
    front: float | None
    on_front: bool
    quadrants: dict[Quadrant, float] | None
    ellipse: Ellipse | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Financial return × mission advancement, those on the front first."""

    spots: tuple[Spot, ...]
    return_cut: float
    advancement_cut: float
    draws: int
    seed: int
