"""What does a scheme of pay reward, and how far is that from what was promised?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.methods.estimate import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidMeasure:
    """One measure a scheme pays by.

    `weight` is its part of the scheme, all measures together 1. `bearing` says what it pays for:
    commitment → part of its weight, negative where it runs against the commitment; what is left
    of it serves no commitment. `readings` are the other ways in which it may have to be read,
    because no person has said what it bears on. `stake` is the money paid by it, where told.
    """

    record_id: str
    text: str
    weight: float
    bearing: Mapping[str, float]
    readings: tuple[Mapping[str, float], ...] = ()
    stake: Decimal | None = None

    @property
    def against(self) -> tuple[str, ...]:
        """The commitments it pays against."""
        return tuple(name for name, part in self.bearing.items() if part < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The measures that pay one level of people in one unit over one period."""

    period: str | None
    level: str | None
    unit: str | None
    measures: tuple[PaidMeasure, ...]

    @property
    def name(self) -> str:
        return ", ".join(part for part in (self.level, self.unit, self.period) if part) or "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reweighting:
    """What one measure would weigh after the least change that helps."""

    record_id: str
    text: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """One scheme beside the promises.

    `congruence` is the cosine between the weights of the commitments and what the scheme pays for
    each; `distortion` is 1 minus it. `against` are the measures that pay against a commitment,
    `at_stake` the money they pay and `weight_against` their part of the scheme. `unserved` are
    commitments no measure pays for; `residual` is the part of the scheme that serves none.
    `balanced` is the least change after which nothing is paid against on balance (empty where
    nothing is now, None where these measures cannot do it at any weights).
    """

    scheme: Scheme
    congruence: Measure
    distortion: Measure
    against: tuple[PaidMeasure, ...]
    weight_against: float
    at_stake: Measure
    unserved: tuple[str, ...]
    residual: float
    balanced: tuple[Reweighting, ...] | None
