"""What does a delimited table (CSV, TSV) say, line by line?"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from northing.foundations.sources.decoding import Written, written
from northing.foundations.sources.delimiters import NONE, SAMPLED_SIGNS, delimiter_of
from northing.foundations.sources.headers import Line
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.rows import Cell, Place, Reading
from northing.foundations.sources.tables import table_of

_NAMES = {"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma"}


def read_csv(opened: Opened) -> Reading:
    """Rows with true line numbers, also where quoted cells hold line ends; cells stay text."""
    source = written(opened.content, encoding=opened.options.encoding)
    _allow_cells(2 * len(opened.content))
    delimiter = opened.options.delimiter or delimiter_of(source.beginning(SAMPLED_SIGNS))
    lines = _Lines(source, _checked(delimiter))
    lines.check_closes()
    table = table_of(lines, Place(opened.path), header_row=opened.options.header_row)
    return Reading(
        path=opened.path,
        sha256=opened.sha256,
        kind="csv",
        columns=table.columns,
        rows=table.rows,
        refusals=table.refusals,
        notes=(*source.notes, *_note_on(delimiter), *table.notes),
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a table with the number each begins on, parted anew each time."""

    source: Written
    delimiter: str

    def __iter__(self) -> Iterator[Line]:
        reader = csv.reader(self.source.lines(), delimiter=self.delimiter)
        before = 0
        for row in reader:
            cells: list[Cell] = [cell.strip() or None for cell in row]
            yield before + 1, cells
            before = reader.line_num

    def check_closes(self) -> None:
        """A quotation mark left open swallows the rest of the file into one cell."""
        long, line_ends = self._last_long_rows()
        for opening, end in long:
            if end >= line_ends:
                self._check_closes(opening)

    def _last_long_rows(self) -> tuple[list[tuple[int, int]], int]:
        """Where the last two rows of several lines begin and end; how many line ends there are."""
        long: list[tuple[int, int]] = []
        line_ends = before = 0

        def counted() -> Iterator[str]:
            nonlocal line_ends
            for line in self.source.lines():
                line_ends += line.endswith("\n")
                yield line

        reader = csv.reader(counted(), delimiter=self.delimiter)
        for _ in reader:
            if reader.line_num > before + 1:
                long = [*long[-1:], (before + 1, reader.line_num)]
            before = reader.line_num
        return long, line_ends

    def _check_closes(self, opening: int) -> None:
        rest = islice(self.source.lines(), opening - 1, None)
        try:
            deque(csv.reader(rest, delimiter=self.delimiter, strict=True), maxlen=0)
        except csv.Error as problem:
            if "unexpected end" in str(problem):
                begun = "".join(islice(self.source.lines(), opening - 1, opening + 79))
                raise UnreadableSource(
                    "A quotation mark opens on this line and is never closed.",
                    'Close it, or write "" for a quotation mark that is meant.',
                    value=begun[:80],
                    line=opening,
                ) from None


def _checked(delimiter: str) -> str:
    if len(delimiter) == 1 and delimiter not in '"\n\r':
        return delimiter
    raise UnreadableSource(
        f"'{delimiter}' cannot part cells.", "Name a single sign such as , or ; as the delimiter."
    )


def _note_on(delimiter: str) -> tuple[str, ...]:
    if delimiter in (",", NONE):
        return () if delimiter == "," else ("The table has one column.",)
    return (f"Cells are parted by {_NAMES.get(delimiter, delimiter)}.",)


def _allow_cells(length: int) -> None:
    """The csv module refuses cells above 128 KB unless told otherwise, for the whole process.

    It stays allowed, for rows are read whenever somebody goes through them.
    """
    csv.field_size_limit(max(length, csv.field_size_limit()))
