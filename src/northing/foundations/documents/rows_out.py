"""How does a list leave, row after row, for a spreadsheet or a program?

CSV and JSON are written while the rows come, so that a million of them need no more memory than a
thousand. A workbook has to be whole before its first byte leaves; it is made beside the memory
and ends at `MOST_IN_A_SHEET` rows, which its second sheet says. Days are ISO, figures stay
figures, and no text is run as a formula.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from northing.foundations.documents.csv_table import Cell, csv_pieces
from northing.foundations.documents.formula_safe import formula_safe

MOST_IN_A_SHEET = 100_000
LONGEST_CELL = 32_767
LARGEST_EXACT = 10**15  # a spreadsheet reckons with 15 digits and loses the rest
_PIECE = 1 << 16
_IN_MEMORY = 4 << 20


class Form(StrEnum):
    """In which form a list leaves."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


KINDS = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.JSON: "application/json",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list by its name, with the names of its columns and its rows, which are read once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


def pieces(listing: Listing, form: Form) -> Iterator[bytes]:
    """The list in that form, a piece at a time."""
    match form:
        case Form.CSV:
            return (one.encode() for one in csv_pieces(listing.columns, listing.rows))
        case Form.JSON:
            return _json(listing)
        case Form.XLSX:
            return _workbook(listing)


def _json(listing: Listing) -> Iterator[bytes]:
    """One object a line within one array: whole for a program, legible for a person."""
    names = [json.dumps(name) for name in listing.columns]
    yield f'{{"list": {json.dumps(listing.name)}, "rows": ['.encode()
    before = "\n"
    for row in listing.rows:
        cells = zip(names, row, strict=True)
        line = ", ".join(f"{name}: {_value(cell)}" for name, cell in cells)
        yield f"{before}{{{line}}}".encode()
        before = ",\n"
    yield b"\n]}\n"


def _value(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}" if cell.is_finite() else "null"
    if isinstance(cell, float) and cell != cell:  # noqa: PLR0124 - no number
        return "null"
    return json.dumps(cell.isoformat() if isinstance(cell, date) else cell, ensure_ascii=False)


def _workbook(listing: Listing) -> Iterator[bytes]:
    book = Workbook(write_only=True)
    page = book.create_sheet(listing.name[:31])
    page.freeze_panes = "A2"
    page.append([_cell(page, name, is_head=True) for name in listing.columns])
    rows = iter(listing.rows)
    for row in islice(rows, MOST_IN_A_SHEET):
        page.append([_cell(page, cell) for cell in row])
    if next(rows, None) is not None:
        told = book.create_sheet("Not all rows")
        told.append([_cell(told, CUT)])
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as out:
        book.save(cast("IO[bytes]", out))
        out.seek(0)
        while piece := out.read(_PIECE):
            yield piece


CUT = (
    f"This workbook holds the first {MOST_IN_A_SHEET:,} rows; there are more. "
    "Take the list as CSV or JSON to have all of them."
)


def _cell(page: Any, value: Cell, *, is_head: bool = False) -> Any:
    if value is None:
        return None
    cell = WriteOnlyCell(page, value=_of_spreadsheet(value))
    if isinstance(cell.value, str):
        cell.data_type = "s"
    if is_head:
        cell.font = Font(bold=True)
    return cell


def _of_spreadsheet(value: str | float | Decimal | date) -> Any:
    """Text, days and what has too many digits for a spreadsheet as text; else the figure."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float | Decimal):
        is_exact = -LARGEST_EXACT < value < LARGEST_EXACT
        return value if is_exact else str(value)
    text = value.isoformat() if isinstance(value, date) else value
    return formula_safe(ILLEGAL_CHARACTERS_RE.sub("", text))[:LONGEST_CELL]
