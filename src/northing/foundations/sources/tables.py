"""Which rows does a grid of cells hold, and which of its lines cannot be read?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.headers import Line, column_names, header_index
from northing.foundations.sources.rows import Cell, Place, Refusal, Row, Rows


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, with the choices made on the way."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def table_of(lines: Iterable[Line], place: Place, *, header_row: int | None = None) -> Table:
    """The table that starts at its header row; blank lines are skipped, short ones are filled up.

    A row with more cells than columns is refused: nobody can say which cell is too many. `lines`
    are gone through several times, and give the same each time.
    """
    start = header_index(_filled(lines), header_row=header_row)
    header_line, header = next(islice(_filled(lines), start, None))
    names, notes = column_names(header[: _used_width(header, _Body(lines, start, ()))])
    body = _Body(lines, start, tuple(names))
    refusals, rows, short = body.looked_through(place)
    notes = _notes_on_titles(start, header_line) + notes
    if not rows and not refusals:
        notes.append("The table has a header and no rows.")
    if short:
        notes.append(f"{short} rows have fewer cells than columns; the missing cells are empty.")
    kept = Rows(lambda: body.rows(place), rows).kept()
    return Table(tuple(names), kept, tuple(refusals), tuple(notes))


def _filled(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if line[1].count(None) < len(line[1]))


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines below the header, under the names of the columns."""

    lines: Iterable[Line]
    header: int
    names: tuple[str, ...]

    def __iter__(self) -> Iterator[Line]:
        return islice(_filled(self.lines), self.header + 1, None)

    def is_too_wide(self, cells: Sequence[Cell]) -> bool:
        if len(cells) <= len(self.names):
            return False
        return any(cell is not None for cell in cells[len(self.names) :])

    def looked_through(self, place: Place) -> tuple[list[Refusal], int, int]:
        """Which lines are refused, how many are rows, and how many of those are short."""
        refusals: list[Refusal] = []
        rows = short = 0
        for number, cells in self:
            if self.is_too_wide(cells):
                here = Place(place.path, place.sheet, number)
                refusals.append(_too_wide(here, cells, len(self.names)))
                continue
            rows += 1
            short += len(cells) < len(self.names)
        return refusals, rows, short

    def rows(self, place: Place) -> Iterator[Row]:
        for number, cells in self:
            if not self.is_too_wide(cells):
                here = Place(place.path, place.sheet, number)
                yield Row(here, _named(self.names, cells))


def _used_width(header: Sequence[Cell], body: _Body) -> int:
    """The header's named columns, and nameless ones in between or beside that most rows fill."""
    width = max(place for place, cell in enumerate(header, start=1) if cell is not None)
    while width < len(header):
        filling = lines = 0
        for _, cells in body:
            lines += 1
            filling += len(cells) > width and cells[width] is not None
        if filling * 2 <= lines:
            break
        width += 1
    return width


def _named(names: Sequence[str], cells: Sequence[Cell]) -> dict[str, Cell]:
    named = dict(zip(names, cells, strict=False))
    if len(named) == len(names):
        return named
    for name in names[len(named) :]:
        named[name] = None
    return named


def _notes_on_titles(titles: int, header_line: int) -> list[str]:
    if not titles:
        return []
    return [f"The header is line {header_line}; {titles} lines above it are taken as titles."]


def _too_wide(place: Place, cells: Sequence[Cell], width: int) -> Refusal:
    reason = f"The row has {len(cells)} cells, but the table has {width} columns."
    remedy = "Put quotation marks around cells that hold the delimiter, or take out the extra cell."
    value = " | ".join(text_of(cell) for cell in cells)[:200]
    return Refusal(place, value, reason, remedy)
