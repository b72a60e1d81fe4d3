"""Where do the marks of two gaps stand beside each other?

Words and deeds have signs of their own; a gap then and now has another: a hollow diamond for then,
a filled one for now, each with the bar of its interval. The numbers stand beside the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from northing.foundations.documents.charts.axis import Axis, axis_for
from northing.stages.diagnose.audits.rules.comparing import GapChange

WIDTH, HEIGHT = 320, 34
EDGE = 24
HALF = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """One gap in the picture: its bar and its diamond, in whole pixels of the drawing.

    A gap without an interval has no bar: its two ends stand under the diamond.
    """

    low: int
    high: int
    at: int
    y: int

    @property
    def diamond(self) -> str:
        x, y = self.at, self.y
        return f"{x},{y - HALF} {x + HALF},{y} {x},{y + HALF} {x - HALF},{y}"


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis for all rows, in points; zero is always on it."""

    axis: Axis

    @property
    def zero(self) -> int:
        return round(self.axis.at(0))

    @property
    def ticks(self) -> list[tuple[int, float]]:
        return [(round(self.axis.at(tick)), tick / 100) for tick in self.axis.ticks]

    def marks(self, row: GapChange) -> dict[str, Mark | None]:
        """The two marks of a row; None where the gap is not known."""
        return {"then": self._mark(row.before, 11), "now": self._mark(row.after, 24)}

    def _mark(self, gap: Mapping[str, Any] | None, y: int) -> Mark | None:
        if not gap or gap.get("value") is None:
            return None
        low, at, high = (round(self.axis.at(100 * one)) for one in _drawn(gap))
        return Mark(low, high, at, y)


def scale_of(rows: Iterable[GapChange]) -> Scale:
    """An axis that holds every gap of these rows, with its interval."""
    ends = [
        100 * one
        for row in rows
        for gap in (row.before, row.after)
        if gap and gap.get("value") is not None
        for one in _drawn(gap)
    ]
    return Scale(axis_for(ends, start=EDGE, end=WIDTH - EDGE, count=4))


def _drawn(gap: Mapping[str, Any]) -> tuple[float, float, float]:
    """Where its bar begins, its value, where its bar ends."""
    value = gap["value"]
    if gap.get("low") is None or gap.get("high") is None:
        return value, value, value
    return gap["low"], value, gap["high"]
