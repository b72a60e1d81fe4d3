"""What does a delimited table (CSV, TSV) say, line by line?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.delimiters import NONE, delimiter_of
from northing.foundations.sources.headers import Line
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.rows import Cell, Place, Reading
from northing.foundations.sources.tables import table_of

_NAMES = {"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma"}


def read_csv(opened: Opened) -> Reading:
    """Rows with true line numbers, also where quoted cells hold line ends; cells stay text."""
    source = decoded(opened.content, encoding=opened.options.encoding)
    with _long_cells(len(source.text)):
        delimiter = opened.options.delimiter or delimiter_of(source.text)
        lines = list(_lines(source.text, _checked(delimiter)))
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


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    before, last = 0, text.count("\n")
    for row in reader:
        cells: list[Cell] = [cell.strip() or None for cell in row]
        yield before + 1, cells
        opening, before = before + 1, reader.line_num
        if before > opening and before >= last:
            _check_closes(text, opening, delimiter)


def _check_closes(text: str, opening: int, delimiter: str) -> None:
    """A quotation mark left open swallows the rest of the file into one cell."""
    last = text.split("\n", opening - 1)[-1]
    try:
        list(csv.reader(io.StringIO(last, newline="\n"), delimiter=delimiter, strict=True))
    except csv.Error as problem:
        if "unexpected end" in str(problem):
            raise UnreadableSource(
                "A quotation mark opens on this line and is never closed.",
                'Close it, or write "" for a quotation mark that is meant.',
                value=last[:80],
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


@contextmanager
def _long_cells(length: int) -> Iterator[None]:
    """The csv module refuses cells above 128 KB unless told otherwise, for the whole process."""
    before = csv.field_size_limit(max(length + 1, csv.field_size_limit()))
    try:
        yield
    finally:
        csv.field_size_limit(before)
