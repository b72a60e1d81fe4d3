"""How did shares move from period to period?

A line for each series with its name at its end; bands are the intervals, whiskers where a period
stands alone; a period that is not known breaks the line and shows a hatch with "?" below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.documents.charts.axis import Axis, axis_for
from northing.foundations.documents.charts.canvas import NARROW, SMALL, WIDE, Canvas, Row, Spec
from northing.foundations.documents.charts.lettering import width_of
from northing.foundations.documents.charts.trend_series import (
    CAP,
    Drawn,
    TrendPoint,
    TrendSeries,
    drawn_series,
    end_labels,
)
from northing.foundations.documents.numbers import habits_of

__all__ = ["TrendPoint", "TrendSeries", "trend"]

PLOT_HEIGHT = 260
TOP = 14
LANE = 24
ASIDE = 14


@dataclass(frozen=True, slots=True)
class _Frame:
    width: int
    left: float
    right: float
    periods: tuple[str, ...]

    def x(self, period: str) -> float:
        if len(self.periods) == 1:
            return (self.left + self.right) / 2
        step = (self.right - self.left - 20) / (len(self.periods) - 1)
        return round(self.left + 10 + self.periods.index(period) * step, 2)


def trend(
    series: Sequence[TrendSeries], *, unit: str = "%", decimals: int = 1, language: str = "en"
) -> dict[str, Spec]:
    """Two drawings of the same series; periods in the order in which they first appear.

    Values are as they should be read: 3.5 with unit "%" for 3.5 %.
    """
    periods = tuple(dict.fromkeys(point.period for one in series for point in one.points))
    wide = _Frame(WIDE, 34, WIDE - 170, periods)
    narrow = _Frame(NARROW, 26, NARROW - 104, periods)
    return {
        "wide": _draw(series, wide, unit=unit, decimals=decimals, language=language),
        "narrow": _draw(series, narrow, unit=unit, decimals=decimals, language=language),
    }


def _draw(
    series: Sequence[TrendSeries], frame: _Frame, *, unit: str, decimals: int, language: str
) -> Spec:
    canvas = Canvas(frame.width)
    values = [
        value
        for one in series
        for point in one.points
        for value in (point.value, point.low, point.high)
    ]
    axis = axis_for(values, start=TOP + PLOT_HEIGHT, end=TOP, language=language)
    drawn = drawn_series(series, axis=axis, x=frame.x)
    _draw_ground(canvas, frame, axis, unit=unit)
    for one in drawn:
        _draw_one(canvas, one)
    for one in drawn:
        canvas.points(
            one.marks, shape=one.look.shape, fill=one.look.fill, edge=one.look.colour, size=62
        )
    top = TOP + PLOT_HEIGHT + 16
    bottom = _draw_unknown(canvas, drawn, frame, top=top, language=language)
    _draw_periods(canvas, frame, y=bottom + 8)
    for colour, rows in end_labels(
        drawn,
        left=frame.right + ASIDE,
        room=frame.width - frame.right - ASIDE,
        decimals=decimals,
        lowest=TOP + PLOT_HEIGHT,
        language=language,
    ):
        canvas.words(rows, colour=colour, size=SMALL, weight=600)
        bottom = max(bottom, rows[-1]["y"] - 8)
    return canvas.spec(bottom + 22)


def _draw_ground(canvas: Canvas, frame: _Frame, axis: Axis, *, unit: str) -> None:
    levels = [(tick, axis.at(tick)) for tick in axis.ticks]
    grid: list[Row] = [
        {"x": frame.left, "y": y, "x2": frame.right, "y2": y, "value": tick} for tick, y in levels
    ]
    canvas.rules([line for line in grid if line["value"] != 0], colour="line", width=0.8)
    canvas.rules([line for line in grid if line["value"] == 0], colour="ink", width=1.2)
    plain = [
        {"x": frame.left - 8, "y": y, "text": axis.label(tick, unit="")} for tick, y in levels[:-1]
    ]
    canvas.words(plain, colour="ink-soft", align="right", size=SMALL)
    tick, y = levels[-1]
    top = axis.label(tick, unit=unit)
    # The unit needs room the column of numbers does not have: a piece of paper under the last tick.
    taken = {"x": 0, "y": y - 8, "x2": width_of(top, size=SMALL) + 6, "y2": y + 8}
    canvas.boxes([taken], fill="paper", round_by=0)
    canvas.words([{"x": 0, "y": y, "text": top}], colour="ink-soft", size=SMALL)


def _draw_one(canvas: Canvas, one: Drawn) -> None:
    for run in one.bands:
        canvas.band(run, colour=one.look.colour)
    whiskers: list[Row] = []
    for row in one.whiskers:
        whiskers.append(row | {"x2": row["x"]})
        whiskers.extend(
            {"x": row["x"] - CAP, "x2": row["x"] + CAP, "y": y, "y2": y}
            for y in (row["y"], row["y2"])
        )
    canvas.rules(whiskers, colour=one.look.colour, width=1.6)
    for run in one.runs:
        canvas.line(run, colour=one.look.colour)


def _draw_unknown(
    canvas: Canvas, drawn: Sequence[Drawn], frame: _Frame, *, top: float, language: str
) -> float:
    """A lane for each series that has unknown periods; returns where the lanes end."""
    for one in drawn:
        if not one.unknown:
            continue
        canvas.unknown([{"x": x, "y": top} for x in one.unknown], side=17)
        name = [
            {
                "x": frame.right + ASIDE,
                "y": top,
                "text": _short(f"{one.series.name} {habits_of(language).unknown}", frame),
            }
        ]
        canvas.words(name, colour="ink-soft", size=SMALL)
        top += LANE
    return top


def _short(text: str, frame: _Frame) -> str:
    room = frame.width - frame.right - ASIDE
    return text if width_of(text, size=SMALL) <= room else "unknown"


def _draw_periods(canvas: Canvas, frame: _Frame, *, y: float) -> None:
    """The periods' names, thinned evenly where they would touch; the last is always there."""
    if not frame.periods:
        return
    widest = max(width_of(period, size=SMALL) for period in frame.periods) + 12
    step = (frame.right - frame.left) / max(len(frame.periods) - 1, 1)
    every = max(1, -int(-widest // step))
    shown = list(frame.periods)[::-1][::every]
    rows = [{"x": frame.x(period), "y": y, "text": period} for period in shown]
    canvas.words(rows, colour="ink-soft", align="center", size=SMALL)
