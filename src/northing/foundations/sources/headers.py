"""Which row of a table names its columns, and what are the columns called?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from northing.foundations.sources.cells import one_line, text_of
from northing.foundations.sources.opened import UnreadableSource
from northing.foundations.sources.rows import Cell

Line = tuple[int, Sequence[Cell]]

_SEARCHED_LINES = 60
_FILLED_SHARE = 0.6
_LONGEST_NAME = 100
_YEARS = range(1800, 2200)
_NUMBER = re.compile(r"[-+(]?[$€£]?\s?\d[\d.,'\s]*\s?[%€)]?")
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")
_REMEDY = "Add a row with the names of the columns, or say which line holds them."


def header_index(lines: Iterable[Line], *, header_row: int | None = None) -> int:
    """The index of the header: the first row that is as full as the table and holds names.

    Rows above it are titles. A first full row that holds numbers or dates is data: the table
    then has no header, and is refused, for a wrong guess would eat a record in silence.
    """
    if header_row is not None:
        return _asked_for(lines, header_row)
    first = list(islice(lines, _SEARCHED_LINES * 5))
    width = _usual_width(first)
    for index, (number, cells) in enumerate(first[:_SEARCHED_LINES]):
        if _filled(cells) >= max(1, width * _FILLED_SHARE):
            _check_holds_names(number, cells)
            return index
    raise UnreadableSource("No row looks like the header of a table.", _REMEDY)


def column_names(cells: Sequence[Cell]) -> tuple[list[str], list[str]]:
    """Unique names for the columns, in order, and notes on those that had to be made up."""
    names: list[str] = []
    notes: list[str] = []
    for position, cell in enumerate(cells, start=1):
        written = one_line(text_of(cell))
        name = _unique(written or f"column {position}", names)
        if not written:
            notes.append(f"Column {position} has no name; it is called '{name}'.")
        elif name != written:
            notes.append(f"The name '{written}' stands twice; the later one is called '{name}'.")
        names.append(name)
    return names, notes


def _asked_for(lines: Iterable[Line], header_row: int) -> int:
    for index, (number, _) in enumerate(lines):
        if number == header_row:
            return index
    raise UnreadableSource(
        f"Line {header_row} was named as the header, but it is empty or not there.",
        "Name the line that holds the column names.",
        line=header_row,
    )


def _usual_width(lines: Sequence[Line]) -> int:
    widths = Counter(_width(cells) for _, cells in lines)
    several = {width: count for width, count in widths.items() if width > 1}
    counted = several or dict(widths)
    return max(counted, key=lambda width: (counted[width], width), default=0)


def _width(cells: Sequence[Cell]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell is not None), default=0)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(cell is not None for cell in cells)


def _check_holds_names(number: int, cells: Sequence[Cell]) -> None:
    filled = [cell for cell in cells if cell is not None]
    is_alone = len(filled) == 1
    if sum(_is_name(cell, is_alone=is_alone) for cell in filled) * 2 > len(filled):
        return
    raise UnreadableSource(
        "The first full row holds values, not names of columns.",
        _REMEDY,
        value=" | ".join(text_of(cell) for cell in filled)[:200],
        line=number,
    )


def _is_name(cell: Cell, *, is_alone: bool) -> bool:
    """Whether a column could be called so: years may name columns; a lone sentence is prose."""
    text = one_line(text_of(cell))
    if isinstance(cell, (Decimal, date)) or _NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return text.isdecimal() and int(text[:9]) in _YEARS
    is_prose = len(text) > _LONGEST_NAME or text.endswith((".", "!", ":"))
    return not (is_alone and is_prose)


def _unique(name: str, taken: Sequence[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
