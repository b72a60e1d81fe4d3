"""Where do the marks of each cell stand on the map of gaps?

Every cell is drawn on one scale, so that a wide gap looks wide wherever it stands. Numbers stand
in words below each mark; what is unknown is a hatch with "?", and still leads to its cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.diagnose.audits.rules.cells import Cell, Content
from northing.stages.diagnose.audits.rules.story import Line, Promise, gap_map

WIDTH, EDGE = 144, 8
MOST = 25


@dataclass(frozen=True, slots=True)
class Marks:
    """Both marks of one cell, in whole pixels."""

    words: int
    deeds: int
    words_low: int | None
    words_high: int | None
    deeds_low: int | None
    deeds_high: int | None


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of the map: what is known, and where it is drawn."""

    channel: str
    cell: Cell | None
    marks: Marks | None


@dataclass(frozen=True, slots=True)
class Row:
    promise: Promise
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The rows that are shown, of how many there are."""

    channels: tuple[str, ...]
    rows: tuple[Row, ...]
    of: int


def map_of(content: Content, *, has_all: bool) -> Map:
    """The widest gaps first; the first twenty-five unless all are asked for."""
    channels, lines = gap_map(content)
    top = _top(lines)
    shown = lines if has_all else lines[:MOST]
    return Map(tuple(channels), tuple(_row(one, channels, top) for one in shown), len(lines))


def _row(line: Line, channels: Sequence[str], top: float) -> Row:
    squares = (
        Square(channel, cell, _marks(cell, top))
        for channel, cell in zip(channels, line.cells, strict=True)
    )
    return Row(line.promise, tuple(squares))


def _top(lines: Iterable[Line]) -> float:
    """The largest share on the map: the right end of its scale."""
    cells = [cell for line in lines for cell in line.cells if cell]
    measures: list[Measure] = [one for cell in cells for one in (cell.say, cell.do)]
    ends = [one.high or one.value for one in measures if isinstance(one, Estimate)]
    return max(ends, default=0) or 1.0


def _marks(cell: Cell | None, top: float) -> Marks | None:
    if cell is None or not isinstance(cell.say, Estimate) or not isinstance(cell.do, Estimate):
        return None

    def at(share: float | None) -> int | None:
        if share is None:
            return None
        return round(EDGE + min(max(share / top, 0), 1) * (WIDTH - 2 * EDGE))

    say, do = cell.say, cell.do
    return Marks(at(say.value) or EDGE, at(do.value) or EDGE, *map(at, (say.low, say.high)),
                 *map(at, (do.low, do.high)))  # fmt: skip
