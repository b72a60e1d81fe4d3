"""Which round numbers stand along an axis, and where does a value fall on it?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from northing.foundations.documents.numbers import NARROW_SPACE, number

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight scale; zero is always on it, since shares are compared from there."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    decimals: int
    language: str = "en"

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)

    def label(self, tick: float, *, unit: str) -> str:
        """The tick's number; the unit is said once, at the last."""
        written = number(tick, decimals=self.decimals, language=self.language)
        return f"{written}{NARROW_SPACE}{unit}" if unit and tick == self.ticks[-1] else written


def axis_for(
    values: Iterable[float | None],
    *,
    start: float,
    end: float,
    count: int = 5,
    language: str = "en",
) -> Axis:
    """An axis from zero (or below) to the first round number that holds every value."""
    known = [value for value in values if value is not None and math.isfinite(value)]
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        high = 1.0
    step = _round_step((high - low) / max(count - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(turn * step, 10) for turn in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], start, end, ticks, _decimals_of(step), language)


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough * 0.999)


def _decimals_of(step: float) -> int:
    return next(
        (n for n in range(MOST_DECIMALS) if math.isclose(step, round(step, n))), MOST_DECIMALS
    )
