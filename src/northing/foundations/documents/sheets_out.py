"""How do several small tables leave as one workbook that people fill in?

Text stays text whatever sign it opens with; figures stay figures. The same tables give the same
bytes on the same day and on any other.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from northing.foundations.documents.formula_safe import formula_safe
from northing.foundations.documents.xlsx import without_clock

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a date that tells nothing
_WIDEST, _NARROWEST, _LONGEST = 60, 12, 32_767


def workbook(sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]) -> bytes:
    """Each sheet with its columns and rows, in their order."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for name, (columns, rows) in sheets.items():
        _lay_out(book.create_sheet(name[:31]), columns, rows)
    book.properties.creator, book.properties.created = "Northing", _MADE
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue(), _MADE)


def _lay_out(page: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    page.freeze_panes = "A2"
    for at, name in enumerate(columns, 1):
        _write(page, 1, at, name)
        page.cell(1, at).font = Font(bold=True)
        longest = max((len(str(row[at - 1] or "")) for row in rows), default=0)
        width = min(_WIDEST, max(_NARROWEST, len(name) + 2, longest + 2))
        page.column_dimensions[get_column_letter(at)].width = width
    for line, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            _write(page, line, at, value)


def _write(page: Worksheet, line: int, at: int, value: Any) -> None:
    if value is None or value == "":
        return
    cell = page.cell(line, at)
    if isinstance(value, bool):
        cell.value = "true" if value else "false"
    elif isinstance(value, int | float):
        cell.value = value
    else:
        text = formula_safe(ILLEGAL_CHARACTERS_RE.sub("", str(value)))[:_LONGEST]
        cell.value = text
        cell.data_type = "s"
