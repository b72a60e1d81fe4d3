"""Where is there anything to see: how many records has each row in each column?

A grid of counts. The tone is the class of the count and the number stands in it; zero is an
outlined cell with a 0; what is not known is a hatch with "?".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.documents.charts.canvas import (
    BOLD,
    NARROW,
    SMALL,
    TEXT,
    WIDE,
    Canvas,
    Row,
    Spec,
)
from northing.foundations.documents.charts.lettering import wrapped
from northing.foundations.documents.numbers import number

# A count belongs to the last class whose floor it reaches.
FLOORS = ((1, "map-1"), (3, "map-2"), (10, "map-3"), (30, "map-4"))
DARK_TONES = ("map-3", "map-4")
LINE = 15
CELL, SPACE = 34, 3
MOST_IN_BAND = 4

Counts = Sequence[Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class _Grid:
    left: float
    top: float
    column_width: float
    row_height: float
    language: str = "en"

    def box(self, row: int, column: int, *, lift: float = 0) -> Row:
        x = self.left + column * self.column_width
        y = self.top + row * self.row_height + lift
        return {"x": x, "y": y, "x2": x + self.column_width - SPACE, "y2": y + CELL - SPACE}


def coverage_map(
    rows: Sequence[str], columns: Sequence[str], cells: Counts, *, language: str = "en"
) -> dict[str, Spec]:
    """Two drawings of the same grid; `cells[row][column]` is a count, None where it is unknown."""
    if len(cells) != len(rows) or any(len(line) != len(columns) for line in cells):
        raise ValueError("The cells must have one line a row and one count a column.")
    return {
        "wide": _wide(rows, columns, cells, language),
        "narrow": _narrow(rows, columns, cells, language),
    }


def _wide(rows: Sequence[str], columns: Sequence[str], cells: Counts, language: str) -> Spec:
    canvas = Canvas(WIDE)
    left = 220
    column_width = min((WIDE - left) / max(len(columns), 1), 110)
    grid = _Grid(left, 0, column_width, CELL + 2)
    head = _head(canvas, columns, grid)
    grid = _Grid(left, head, column_width, CELL + 2, language)
    for at, row in enumerate(rows):
        lines = wrapped(row, room=left - 16, size=TEXT)
        middle = head + at * grid.row_height + (CELL - SPACE) / 2
        canvas.words(_stacked(lines, x=0, middle=middle))
    _cells(canvas, cells, grid)
    return canvas.spec(head + len(rows) * grid.row_height + 2)


def _narrow(rows: Sequence[str], columns: Sequence[str], cells: Counts, language: str) -> Spec:
    """Row names above their cells; more than four columns go below in a second band."""
    canvas = Canvas(NARROW)
    top = 0.0
    for start in range(0, max(len(columns), 1), MOST_IN_BAND):
        some = columns[start : start + MOST_IN_BAND]
        width = NARROW / min(max(len(columns), 1), MOST_IN_BAND)
        top += _head(canvas, some, _Grid(0, top, width, 0))
        for name, line in zip(rows, cells, strict=True):
            words = wrapped(name, room=NARROW, size=TEXT)
            canvas.words(_stacked(words, x=0, middle=top + len(words) * LINE / 2))
            top += len(words) * LINE + 4
            some_cells = line[start : start + MOST_IN_BAND]
            _cells(canvas, [some_cells], _Grid(0, top, width, 0, language))
            top += CELL + 7
        top += 14
    return canvas.spec(top)


def _head(canvas: Canvas, columns: Sequence[str], grid: _Grid) -> float:
    """The columns' names, standing on the first line of cells; returns the height they took."""
    room = grid.column_width - SPACE
    names = [wrapped(column, room=room, size=SMALL, lines=3, bold=True) for column in columns]
    most = max((len(lines) for lines in names), default=0)
    for at, lines in enumerate(names):
        x = grid.left + at * grid.column_width + (grid.column_width - SPACE) / 2
        first = grid.top + (most - len(lines)) * LINE + LINE / 2
        rows = [{"x": x, "y": first + turn * LINE, "text": line} for turn, line in enumerate(lines)]
        canvas.words(rows, colour="ink-soft", align="center", size=SMALL, weight=BOLD)
    return most * LINE + 8


def _cells(canvas: Canvas, cells: Counts, grid: _Grid) -> None:
    boxes: dict[str, list[Row]] = {}
    for row, line in enumerate(cells):
        for column, count in enumerate(line):
            boxes.setdefault(_tone(count), []).append(grid.box(row, column) | {"value": count})
    for tone, some in boxes.items():
        edges = {"hatch": "unknown", "paper": "gap"}
        canvas.boxes(some, fill=tone, edge=edges.get(tone, ""))
    for tone, some in boxes.items():
        words = [_middle(box) | {"text": _written(box["value"], grid.language)} for box in some]
        weight = BOLD if tone == "hatch" else 500
        canvas.words(words, colour=_ink(tone), align="center", weight=weight)


def _tone(count: int | None) -> str:
    if count is None:
        return "hatch"
    return next((tone for floor, tone in reversed(FLOORS) if count >= floor), "paper")


def _ink(tone: str) -> str:
    if tone in DARK_TONES:
        return "map-text"
    return "ink-soft" if tone == "paper" else "ink"


def _written(count: int | None, language: str) -> str:
    return "?" if count is None else number(count, language=language)


def _middle(box: Row) -> Row:
    return {
        "x": (box["x"] + box["x2"]) / 2,
        "y": (box["y"] + box["y2"]) / 2 + 0.5,
        "value": box["value"],
    }


def _stacked(lines: Sequence[str], *, x: float, middle: float) -> list[Row]:
    first = middle - (len(lines) - 1) * LINE / 2
    return [{"x": x, "y": first + turn * LINE, "text": line} for turn, line in enumerate(lines)]
