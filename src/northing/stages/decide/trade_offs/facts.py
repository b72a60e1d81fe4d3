"""What did a choice cost, what did it give, who pays, and was it told?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.methods.estimate import Measure
from northing.foundations.methods.value import Direction


@dataclass(frozen=True, slots=True)
class Trade:
    """One choice between money and a promise.

    `cost` is what serving the promise costs beside the best choice for money alone (below 0 where
    it even pays). `gain` is in points of one scale for each commitment. `taken` says whether the
    promise was chosen; `refused` whether that meant to turn an opportunity down. `told` is
    whether those who pay were told, None where nobody knows.
    """

    id: str
    cost: Decimal
    gain: Mapping[str, float]
    taken: bool
    pays: tuple[str, ...] = ()
    told: bool | None = None
    refused: bool = False
    opportunity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two choices no one price can explain: more was paid for less than was refused for more."""

    paid: str
    spared: str
    commitment: str


@dataclass(frozen=True, slots=True)
class Price:
    """What a point of one commitment was worth, as choices show it.

    The price lies above every one that was paid and below every one that was spared; where these
    cross, no price explains the choices and `contradictions` names the pairs.
    """

    commitment: str
    value: Measure
    choices: int
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All trades told together.

    `costly` is the share of promises served that cost something; `refused_value` what was turned
    down; `pays` how often each group pays, most often first.
    """

    prices: tuple[Price, ...]
    costly: Measure
    told: Measure
    refused_value: Decimal
    refusals: tuple[str, ...]
    pays: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something options differ in, and which end of it is the better one."""

    id: str
    name: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way, with a figure for each attribute; one nobody knows is not there."""

    id: str
    name: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Offered:
    """An alternative no other one beats, with what it gains and loses beside the failed choice."""

    alternative: Alternative
    better: tuple[str, ...]
    worse: tuple[str, ...]
    unknown: tuple[str, ...]
