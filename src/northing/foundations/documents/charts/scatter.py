"""Where does each thing stand between two figures, and how sure is its place?

A dot for each, the ellipse that holds half of where it may be, lines at the reader's own cut-offs.
Dots are numbered; the table beside the chart says who they are. What has no place stands in a
strip of its own with a hatch and "?", never at zero.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.documents.charts.axis import Axis, axis_for
from northing.foundations.documents.charts.canvas import (
    BOLD,
    NARROW,
    SMALL,
    WIDE,
    Canvas,
    Row,
    Spec,
)

__all__ = ["Dot", "scatter"]

TOP, FOOT, LEFT, STRIP = 30, 46, 52, 34
HEIGHTS = {WIDE: 396, NARROW: 316}
TURN = 40
BESIDE, OFF_RING = 14, 8


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing: where it stands (None where not known), and the outline of its ellipse.

    `outline` holds points in the units of the axes; empty where its place is exact.
    """

    label: str
    across: float | None
    up: float | None
    is_first: bool = False
    outline: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    width: int
    x: Axis
    y: Axis
    bottom: float


def scatter(
    dots: Sequence[Dot],
    *,
    across: str,
    up: str,
    cuts: tuple[float, float],
    language: str = "en",
) -> dict[str, Spec]:
    """Two drawings of the same dots, "wide" and "narrow"; `cuts` are values on the two axes."""
    return {
        "wide": _draw(dots, WIDE, (across, up), cuts, language),
        "narrow": _draw(dots, NARROW, (across, up), cuts, language),
    }


def outline_of(
    middle: tuple[float, float], axes: tuple[float, float], turned: float
) -> tuple[tuple[float, float], ...]:
    """The points of an ellipse around a middle, closed; nothing where it has no extent."""
    if not any(axes):
        return ()
    points = []
    for step in range(TURN + 1):
        angle = 2 * math.pi * step / TURN
        a, b = axes[0] * math.cos(angle), axes[1] * math.sin(angle)
        points.append(
            (
                middle[0] + a * math.cos(turned) - b * math.sin(turned),
                middle[1] + a * math.sin(turned) + b * math.cos(turned),
            )
        )
    return tuple(points)


def _draw(
    dots: Sequence[Dot],
    width: int,
    names: tuple[str, str],
    cuts: tuple[float, float],
    language: str,
) -> Spec:
    nowhere = [one for one in dots if one.across is None or one.up is None]
    height = HEIGHTS[width]
    bottom = height - FOOT - (STRIP if nowhere else 0)
    xs = [cuts[0], *(one.across for one in dots), *(x for one in dots for x, _ in one.outline)]
    ys = [cuts[1], *(one.up for one in dots), *(y for one in dots for _, y in one.outline)]
    frame = _Frame(
        width,
        axis_for(xs, start=LEFT, end=width - 24, count=5, language=language),
        axis_for(ys, start=bottom, end=TOP, count=5, language=language),
        bottom,
    )
    canvas = Canvas(width)
    _ground(canvas, frame, names, cuts)
    for place, dot in enumerate(dots, 1):
        _dot(canvas, frame, dot, place)
    _without_a_place(canvas, nowhere, dots, bottom + FOOT - 6)
    return canvas.spec(height)


def _ground(
    canvas: Canvas, frame: _Frame, names: tuple[str, str], cuts: tuple[float, float]
) -> None:
    x, y, right = frame.x, frame.y, frame.width - 24
    upright = [{"x": x.at(t), "y": TOP, "x2": x.at(t), "y2": frame.bottom} for t in x.ticks]
    level = [{"x": LEFT, "y": y.at(t), "x2": right, "y2": y.at(t)} for t in y.ticks]
    canvas.rules([*upright, *level], colour="line")
    lines: list[Row] = [
        {"x": x.at(cuts[0]), "y": TOP, "x2": x.at(cuts[0]), "y2": frame.bottom, "value": cuts[0]},
        {"x": LEFT, "y": y.at(cuts[1]), "x2": right, "y2": y.at(cuts[1]), "value": cuts[1]},
    ]
    canvas.rules(lines, colour="ink", width=1.4, dash=(5, 4))
    below = frame.bottom + 14
    under = [{"x": x.at(t), "y": below, "text": x.label(t, unit="")} for t in x.ticks]
    beside = [{"x": LEFT - 8, "y": y.at(t), "text": y.label(t, unit="")} for t in y.ticks]
    canvas.words(under, size=SMALL, align="center", colour="ink-soft")
    canvas.words(beside, size=SMALL, align="right", colour="ink-soft")
    named = {"x": right, "y": below + 16, "text": f"{names[0]} →"}
    canvas.words([named], size=SMALL, align="right")
    canvas.words([{"x": 4, "y": TOP - 20, "text": f"↑ {names[1]}"}], size=SMALL)


def _dot(canvas: Canvas, frame: _Frame, dot: Dot, place: int) -> None:
    if dot.across is None or dot.up is None:
        return
    x, y = frame.x.at(dot.across), frame.y.at(dot.up)
    ring = [{"x": frame.x.at(a), "y": frame.y.at(b)} for a, b in dot.outline]
    if ring:
        canvas.line(ring, colour="ink-soft", width=1.2)
    here: Row = {"x": x, "y": y, "label": dot.label, "across": dot.across, "up": dot.up}
    if dot.is_first:
        canvas.points([here], shape="circle", fill="deeds", edge="deeds")
    else:
        canvas.points([here], shape="circle", fill="paper", edge="ink-soft")
    beside = max([x + BESIDE, *(one["x"] + OFF_RING for one in ring)])
    canvas.words([{"x": beside, "y": y - 8, "text": str(place)}], weight=BOLD)


def _without_a_place(canvas: Canvas, nowhere: Sequence[Dot], dots: Sequence[Dot], y: float) -> None:
    for step, dot in enumerate(nowhere):
        place = list(dots).index(dot) + 1
        x = LEFT + 10 + step * 46
        canvas.unknown([{"x": x, "y": y}])
        canvas.words([{"x": x + 14, "y": y, "text": str(place)}], weight=BOLD)
