"""Where do the numbers of a dumbbell chart stand so that no two lie on each other?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from northing.foundations.documents.charts.axis import Axis
from northing.foundations.documents.charts.canvas import BOLD, SMALL, Canvas, Row
from northing.foundations.documents.charts.lettering import width_of
from northing.foundations.documents.numbers import habits_of, number

if TYPE_CHECKING:
    from northing.foundations.documents.charts.dumbbell_rows import Placed

ABOVE, BELOW = 17, 17
APART = 10


@dataclass(frozen=True, slots=True)
class Names:
    """What the values are called, and how many decimals they show."""

    first: str
    second: str
    decimals: int = 1
    language: str = "en"
    before: str = ""

    def missing(self, first: float | None, second: float | None) -> str:
        """Which of the two is not known, in words; nothing if both are."""
        absent = [
            name for name, value in ((self.first, first), (self.second, second)) if value is None
        ]
        habits = habits_of(self.language)
        both = habits.both.format(first=self.first, second=self.second)
        said = both if len(absent) > 1 else "".join(absent)
        return f"{said} {habits.unknown}" if absent else ""


@dataclass(slots=True)
class _Number:
    text: str
    x: float
    y: float
    is_first: bool
    value: float

    @property
    def half(self) -> float:
        return width_of(self.text, size=SMALL, bold=True) / 2


def value_words(canvas: Canvas, places: Sequence[Placed], *, axis: Axis, names: Names) -> None:
    """Each number over its mark; the topmost of each kind also says what the kind is called."""
    numbers = [
        one
        for pair in _pairs(places, axis=axis, names=names)
        for one in _kept_apart(pair, canvas, axis)
    ]
    for is_first, colour in ((True, "words-text"), (False, "deeds-text")):
        rows: list[Row] = [
            {"x": round(one.x, 2), "y": one.y, "text": one.text, "value": one.value}
            for one in numbers
            if one.is_first is is_first
        ]
        canvas.boxes(
            [_ground(one) for one in numbers if one.is_first is is_first], fill="paper", round_by=0
        )
        canvas.words(rows, colour=colour, align="center", size=SMALL, weight=BOLD)
    befores = list(_befores(places, canvas, axis=axis, names=names))
    canvas.boxes([_ground(one) for one in befores], fill="paper", round_by=0)
    under: list[Row] = [
        {"x": round(one.x, 2), "y": one.y, "text": one.text, "value": one.value} for one in befores
    ]
    canvas.words(under, colour="deeds-text", align="center", size=SMALL)


def _ground(one: _Number) -> Row:
    """Paper under a number, so that no line of the grid runs through it."""
    return {"x": one.x - one.half - 1, "x2": one.x + one.half + 1, "y": one.y - 7, "y2": one.y + 7}


def _pairs(places: Sequence[Placed], *, axis: Axis, names: Names) -> Iterator[list[_Number]]:
    unsaid = {True: names.first, False: names.second}
    for place in places:
        pair: list[_Number] = []
        for is_first, value in ((True, place.row.first), (False, place.row.second)):
            if value is None:
                continue
            name = unsaid.pop(is_first, "")
            text = (
                f"{name} {number(value, decimals=names.decimals, language=names.language)}".strip()
            )
            pair.append(_Number(text, axis.at(value), place.y - ABOVE, is_first, value))
        yield pair


def _befores(
    places: Sequence[Placed], canvas: Canvas, *, axis: Axis, names: Names
) -> Iterator[_Number]:
    """What the second values were before, each under its mark; the topmost says so."""
    unsaid = names.before
    for place in places:
        value = place.row.before
        if value is None:
            continue
        said = number(value, decimals=names.decimals, language=names.language)
        text = f"{unsaid} {said}".strip()
        unsaid = ""
        one = _Number(text, axis.at(value), place.y + BELOW, is_first=False, value=value)
        yield from _kept_apart([one], canvas, axis)


def _kept_apart(pair: list[_Number], canvas: Canvas, axis: Axis) -> list[_Number]:
    """Two numbers that would touch move to either side of their middle; none leaves the chart."""
    if len(pair) == 2:  # noqa: PLR2004  (a dumbbell has two ends)
        left, right = sorted(pair, key=lambda one: one.x)
        overlap = (left.x + left.half + APART) - (right.x - right.half)
        if overlap > 0:
            left.x -= overlap / 2
            right.x += overlap / 2
        shift = max(axis.start - 10 - (left.x - left.half), 0.0)
        shift -= max(right.x + right.half - min(canvas.width, axis.end + 20), 0.0)
        left.x, right.x = left.x + shift, right.x + shift
    for one in pair:
        one.x = min(max(one.x, axis.start - 10 + one.half), canvas.width - one.half)
    return pair
