"""Which rows does a grid of cells hold, and which of its lines cannot be read?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.headers import Line, column_names, header_index
from northing.foundations.sources.rows import Cell, Place, Refusal, Row


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, with the choices made on the way."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def table_of(lines: Sequence[Line], place: Place, *, header_row: int | None = None) -> Table:
    """The table that starts at its header row; blank lines are skipped, short ones are filled up.

    A row with more cells than columns is refused: nobody can say which cell is too many.
    """
    filled = [line for line in lines if any(cell is not None for cell in line[1])]
    start = header_index(filled, header_row=header_row)
    header_line, header = filled[start]
    body = filled[start + 1 :]
    names, notes = column_names(header[: _used_width(header, body)])
    notes = _notes_on_titles(filled[:start], header_line) + notes
    rows: list[Row] = []
    refusals: list[Refusal] = []
    short = 0
    for number, cells in body:
        here = Place(place.path, place.sheet, number)
        if any(cell is not None for cell in cells[len(names) :]):
            refusals.append(_too_wide(here, cells, len(names)))
            continue
        short += len(cells) < len(names)
        rows.append(Row(here, _named(names, cells)))
    if not body:
        notes.append("The table has a header and no rows.")
    if short:
        notes.append(f"{short} rows have fewer cells than columns; the missing cells are empty.")
    return Table(tuple(names), tuple(rows), tuple(refusals), tuple(notes))


def _used_width(header: Sequence[Cell], body: Sequence[Line]) -> int:
    """The header's named columns, and nameless ones in between or beside that most rows fill."""
    width = max(place for place, cell in enumerate(header, start=1) if cell is not None)
    while width < len(header):
        filling = sum(len(cells) > width and cells[width] is not None for _, cells in body)
        if filling * 2 <= len(body):
            break
        width += 1
    return width


def _named(names: Sequence[str], cells: Sequence[Cell]) -> dict[str, Cell]:
    named = dict(zip(names, cells, strict=False))
    for name in names[len(named) :]:
        named[name] = None
    return named


def _notes_on_titles(titles: Sequence[Line], header_line: int) -> list[str]:
    if not titles:
        return []
    return [f"The header is line {header_line}; {len(titles)} lines above it are taken as titles."]


def _too_wide(place: Place, cells: Sequence[Cell], width: int) -> Refusal:
    reason = f"The row has {len(cells)} cells, but the table has {width} columns."
    remedy = "Put quotation marks around cells that hold the delimiter, or take out the extra cell."
    value = " | ".join(text_of(cell) for cell in cells)[:200]
    return Refusal(place, value, reason, remedy)
