"""How far apart do a first and a second value lie, row by row?

Hollow circle, filled circle, the line between them is the gap; whiskers are the intervals; what is
not known is a hatch with "?" beside the row, never a circle at zero and never an empty place.
What the second value was before is a hollow diamond, its number below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.documents.blocks import Tone
from northing.foundations.documents.charts.axis import Axis, axis_for
from northing.foundations.documents.charts.canvas import NARROW, SMALL, WIDE, Canvas, Spec
from northing.foundations.documents.charts.dumbbell_rows import (
    DumbbellRow,
    Placed,
    places_narrow,
    places_wide,
)
from northing.foundations.documents.charts.dumbbell_values import Names, value_words

__all__ = ["DumbbellRow", "Names", "dumbbell", "dumbbell_of"]

CAP = 4.5
FOOT = 26
NOTHING = "There is nothing to draw yet."


@dataclass(frozen=True, slots=True)
class _Frame:
    """One of the two drawings: where its rows stand and where its values run."""

    axis: Axis
    places: list[Placed]
    top: float
    bottom: float
    has_lines_between: bool


def dumbbell(
    rows: Sequence[DumbbellRow],
    *,
    unit: str,
    first_name: str = "words",
    second_name: str = "deeds",
    decimals: int = 1,
    language: str = "en",
) -> dict[str, Spec]:
    """Two drawings of the same rows, "wide" and "narrow", in the order given.

    Values are as they should be read: 3.5 with unit "%" for 3.5 %.
    """
    return dumbbell_of(rows, unit=unit, names=Names(first_name, second_name, decimals, language))


def dumbbell_of(rows: Sequence[DumbbellRow], *, unit: str, names: Names) -> dict[str, Spec]:
    """The same, with a name for what the second value was before."""
    if not rows:
        return {"wide": _nothing(WIDE), "narrow": _nothing(NARROW)}
    return {
        "wide": _wide(rows, unit=unit, names=names),
        "narrow": _narrow(rows, unit=unit, names=names),
    }


def _wide(rows: Sequence[DumbbellRow], *, unit: str, names: Names) -> Spec:
    places, bottom, has_margin = places_wide(rows, names)
    end = 560 if has_margin else 690
    axis = axis_for(_all_values(rows), start=246, end=end, language=names.language)
    return _draw(
        Canvas(WIDE),
        _Frame(axis, places, 4, bottom, has_lines_between=True),
        unit=unit,
        names=names,
    )


def _narrow(rows: Sequence[DumbbellRow], *, unit: str, names: Names) -> Spec:
    places, bottom = places_narrow(rows, names)
    end = NARROW - 22
    axis = axis_for(_all_values(rows), start=12, end=end, count=4, language=names.language)
    frame = _Frame(axis, places, 4, bottom, has_lines_between=False)
    return _draw(Canvas(NARROW), frame, unit=unit, names=names)


def _draw(canvas: Canvas, frame: _Frame, *, unit: str, names: Names) -> Spec:
    _draw_ground(canvas, frame, unit=unit)
    _draw_marks(canvas, frame)
    value_words(canvas, frame.places, axis=frame.axis, names=names)
    _draw_sides(canvas, frame.places)
    return canvas.spec(frame.bottom + FOOT)


def _draw_ground(canvas: Canvas, frame: _Frame, *, unit: str) -> None:
    axis, top, bottom = frame.axis, frame.top, frame.bottom
    if frame.has_lines_between:
        ends = [place.bottom for place in frame.places[:-1]]
        canvas.rules(
            [{"x": 0, "y": y, "x2": canvas.width, "y2": y} for y in ends], colour="line", width=0.8
        )
        spans = [(top, bottom)]
    else:
        # Labels and notes take the whole width: the grid stands only behind the marks.
        spans = [(place.y - 10, place.y + 10) for place in frame.places]
        tracks = [{"x": axis.start, "y": y.y, "x2": axis.end, "y2": y.y} for y in frame.places]
        canvas.rules(tracks, colour="line", width=0.8)
    upright = [(tick, axis.at(tick)) for tick in axis.ticks]
    grid = [
        {"x": x, "y": y, "x2": x, "y2": y2, "value": tick} for tick, x in upright for y, y2 in spans
    ]
    canvas.rules([line for line in grid if line["value"] != 0], colour="line", width=0.8)
    canvas.rules([line for line in grid if line["value"] == 0], colour="ink", width=1.2)
    labels = [
        {"x": x, "y": bottom + 14, "text": axis.label(tick, unit=unit)} for tick, x in upright
    ]
    canvas.words(labels, colour="ink-soft", align="center", size=SMALL)


def _draw_marks(canvas: Canvas, frame: _Frame) -> None:
    axis = frame.axis
    firsts = [(place, place.row.first) for place in frame.places if place.row.first is not None]
    seconds = [(place, place.row.second) for place in frame.places if place.row.second is not None]
    both = [place for place, _ in firsts if place.row.second is not None]
    gaps = [
        {
            "x": axis.at(place.row.first or 0),
            "y": place.y,
            "x2": axis.at(place.row.second or 0),
            "y2": place.y,
        }
        for place in both
    ]
    canvas.rules(gaps, colour="gap", width=5)
    _draw_befores(canvas, frame)
    first_ends = [(place, place.row.first_low, place.row.first_high) for place, _ in firsts]
    second_ends = [(place, place.row.second_low, place.row.second_high) for place, _ in seconds]
    canvas.rules(_whiskers(first_ends, axis=axis, lift=-1), colour="words", width=1.6)
    canvas.rules(_whiskers(second_ends, axis=axis, lift=1), colour="deeds", width=1.6)
    hollow = [{"x": axis.at(value), "y": place.y, "value": value} for place, value in firsts]
    canvas.points(hollow, shape="circle", fill="paper", edge="words", size=150)
    filled = [{"x": axis.at(value), "y": place.y, "value": value} for place, value in seconds]
    canvas.points(filled, shape="circle", fill="deeds", edge="deeds", size=62)


def _draw_befores(canvas: Canvas, frame: _Frame) -> None:
    """From what the second value was to what it is."""
    at, places = frame.axis.at, [one for one in frame.places if one.row.before is not None]
    ways = [
        {"x": at(one.row.before or 0), "y": one.y, "x2": at(one.row.second or 0), "y2": one.y}
        for one in places
        if one.row.second is not None
    ]
    canvas.rules(ways, colour="deeds", width=2)
    marks = [{"x": at(one.row.before or 0), "y": one.y, "value": one.row.before} for one in places]
    canvas.points(marks, shape="diamond", fill="paper", edge="deeds", size=150)


def _whiskers(
    ends: list[tuple[Placed, float | None, float | None]], *, axis: Axis, lift: int
) -> list[dict[str, float]]:
    """A line with two caps; where a row has two intervals each is lifted a little off the other."""
    out: list[dict[str, float]] = []
    for place, low, high in ends:
        if low is None or high is None:
            continue
        y = place.y + (lift * 3.5 if place.row.has_two_intervals else 0)
        x, x2 = axis.at(low), axis.at(high)
        out.append({"x": x, "y": y, "x2": x2, "y2": y, "low": low, "high": high})
        out.extend({"x": end, "y": y - CAP, "x2": end, "y2": y + CAP} for end in (x, x2))
    return out


def _draw_sides(canvas: Canvas, places: list[Placed]) -> None:
    """Labels, notes and the signs that stand beside the marks."""
    canvas.words([line for place in places for line in place.label], weight=600)
    canvas.words([line for place in places for line in place.notes], colour="ink-soft", size=SMALL)
    canvas.unknown([place.unknown for place in places if place.unknown])
    signs = [(place.row.sign, place.sign) for place in places if place.sign]
    up = [at for sign, at in signs if sign is Tone.CONTRADICTION]
    canvas.points(up, shape="triangle-up", fill="contradiction", edge="contradiction", size=60)
    tick = "M-.55,0L-.1,.45L.65,-.5L-.1,.45Z"
    canvas.points(
        [at for sign, at in signs if sign is Tone.BETTER],
        shape=tick,
        fill="better",
        edge="better",
        size=170,
    )


def _all_values(rows: Sequence[DumbbellRow]) -> list[float | None]:
    return [value for row in rows for value in row.values]


def _nothing(width: int) -> Spec:
    canvas = Canvas(width)
    canvas.unknown([{"x": 12, "y": 20}])
    canvas.words([{"x": 30, "y": 20, "text": NOTHING}], colour="ink-soft")
    return canvas.spec(40)
