"""Where on a line does each figure lie, and how far does its interval reach?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from northing.foundations.methods.estimate import Estimate, Measure

WIDTH, MARGIN = 320, 8


@dataclass(frozen=True, slots=True)
class Line:
    """One figure on its line, in whole places: where it lies and from where to where it may.

    `at` is None where it is unknown; the page draws the hatch.
    """

    label: str
    measure: Measure
    at: int | None = None
    low: int | None = None
    high: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A forecast and what came: both on one line from never to surely."""

    label: str
    forecast: float
    happened: bool
    at: int
    came: int
    address: str = ""


def lines(rows: Iterable[tuple[str, Measure, str]], *, most: float = 1.0) -> list[Line]:
    """A line for each (label, measure, address), all on one scale from 0 to `most`."""
    return [_line(label, one, address, most) for label, one, address in rows]


def reach(measures: Iterable[Measure]) -> float:
    """The end of a scale on which all of them have room."""
    known = [one for one in measures if isinstance(one, Estimate)]
    return max((one.high if one.high is not None else one.value for one in known), default=0) or 1.0


def met(rows: Sequence[tuple[str, float, bool, str]]) -> list[Met]:
    """Forecasts beside outcomes, those furthest off first."""
    found = [
        Met(label, forecast, came, _place(forecast, 1), _place(float(came), 1), address)
        for label, forecast, came, address in rows
    ]
    return sorted(found, key=lambda one: (-abs(one.at - one.came), one.label))


def _line(label: str, one: Measure, address: str, most: float) -> Line:
    if not isinstance(one, Estimate):
        return Line(label, one, address=address)
    low = None if one.low is None or one.low == one.high else _place(one.low, most)
    high = None if low is None or one.high is None else _place(one.high, most)
    return Line(label, one, _place(one.value, most), low, high, address)


def _place(value: float, most: float) -> int:
    """Whole places: a page written in German would set a comma into a number."""
    return round(MARGIN + (WIDTH - 2 * MARGIN) * min(1.0, max(0.0, value / most)))
