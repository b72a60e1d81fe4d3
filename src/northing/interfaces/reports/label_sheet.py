"""How does a sample look as a sheet that people like to fill?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from northing.foundations.documents.csv_table import to_csv
from northing.foundations.documents.formula_safe import formula_safe
from northing.foundations.documents.xlsx import without_clock
from northing.interfaces.reports.label_words import told
from northing.stages.diagnose.verification.facts import Answer, Sample
from northing.stages.diagnose.verification.intake.sheets import check_of, pair_id
from northing.stages.diagnose.verification.section import Question

SHEET, FIRST = "Pairs", "Read me first"
_COLUMNS = (
    ("no.", 5), ("the promise", 36), ("the record", 44), ("where it stands", 38), ("answer", 14),
    ("note", 26), ("signs of living it", 34), ("signs of breaking it", 34), ("pair", 20),
    ("check", 14),
)  # fmt: skip
_OPEN = ("answer", "note")
_HIDDEN = ("pair", "check")
_INK, _QUIET, _PAPER, _WRITE = "FF1C2321", "FF5B6661", "FFF1F4F2", "FFFFF8E1"
_LINE = Side(style="thin", color="FFD5DCD8")


def rows_of(sample: Sample, coder: str, asked: Sequence[Question]) -> list[list[str | int]]:
    """One row a pair, with the two columns that hold it to its texts."""
    return [
        [
            one.pair.number, one.promise, one.record, _context(one), "", "", one.living,
            one.breaking, pair_id(sample.id, one.pair.number, coder),
            check_of(pair_id(sample.id, one.pair.number, coder), one.promise, one.record),
        ]
        for one in asked
    ]  # fmt: skip


def _context(one: Question) -> str:
    """What a person needs to know of a record that its words do not say, a line each."""
    first = " · ".join(part for part in (one.kind, one.amount, one.unit) if part)
    under = f"under: {one.heading}" if one.heading else ""
    return "\n".join(part for part in (first, under, one.place) if part)


def sheet_csv(sample: Sample, coder: str, asked: Sequence[Question]) -> str:
    return to_csv([name for name, _ in _COLUMNS], rows_of(sample, coder, asked))


def sheet_xlsx(sample: Sample, coder: str, asked: Sequence[Question]) -> bytes:
    """A page to read first, then the pairs; the same drawing gives the same bytes."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook opens with a worksheet")
    _instructions(first, sample, coder, len(asked))
    _pairs(book.create_sheet(SHEET), rows_of(sample, coder, asked))
    made = datetime(sample.on.year, sample.on.month, sample.on.day)  # noqa: DTZ001 - a date
    book.properties.creator, book.properties.created = "Northing", made
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue(), made)


def _instructions(page: Worksheet, sample: Sample, coder: str, asked: int) -> None:
    page.title = FIRST
    page.column_dimensions["A"].width = 84
    page.sheet_view.showGridLines = False
    for number, (text, is_title) in enumerate(told(sample, coder, asked), start=1):
        cell = page.cell(number, 1)
        _write(cell, text)
        cell.font = Font(name="Calibri", size=16 if number == 1 else 11, bold=is_title, color=_INK)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom" if is_title else "top")
        page.row_dimensions[number].height = 15.5 * (1 + len(text) // 84) + (10 if is_title else 2)
    _for_print(page, orientation="portrait")


def _pairs(page: Worksheet, rows: Sequence[Sequence[str | int]]) -> None:
    names = [name for name, _ in _COLUMNS]
    for column, (name, width) in enumerate(_COLUMNS, start=1):
        cell = page.cell(1, column, name)
        cell.font = Font(name="Calibri", bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_INK)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        letter = get_column_letter(column)
        page.column_dimensions[letter].width = width
        page.column_dimensions[letter].hidden = name in _HIDDEN
    for line, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _cell(page.cell(line, column), value, names[column - 1])
        page.row_dimensions[line].height = _height(row)
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 24
    if rows:
        _choices(page, names.index("answer") + 1, len(rows) + 1)
    _for_print(page, orientation="landscape")
    page.print_title_rows = "1:1"


def _cell(cell: Cell | MergedCell, value: str | int, name: str) -> None:
    _write(cell, value)
    is_open = name in _OPEN
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(name="Calibri", size=11, color=_INK if name in _BOLD else _QUIET)
    cell.border = Border(bottom=_LINE)
    cell.protection = Protection(locked=not is_open)
    cell.fill = PatternFill("solid", fgColor=_WRITE if is_open else "FFFFFFFF")


_BOLD = ("the promise", "the record", "answer", "note")


def _write(cell: Cell | MergedCell, value: str | int) -> None:
    """Text stays text, whatever sign it opens with."""
    if isinstance(cell, MergedCell):
        raise TypeError("this sheet merges no cells")
    if isinstance(value, int):
        cell.value = value
        return
    text = formula_safe(ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.value = text or None
    if text:
        cell.data_type = "s"


def _height(row: Sequence[str | int]) -> float:
    lines = max(
        sum(1 + len(line) // max(1, int(width * 1.05)) for line in str(value).split("\n"))
        for value, (name, width) in zip(row, _COLUMNS, strict=True)
        if name not in _HIDDEN
    )
    return min(400.0, 8 + 14.5 * lines)


def _choices(page: Worksheet, column: int, last: int) -> None:
    known = ",".join(Answer)
    rule = DataValidation(type="list", formula1=f'"{known}"', allow_blank=True)
    rule.error = f"Choose one of: {', '.join(Answer)}."
    rule.errorTitle, rule.showErrorMessage = "Not an answer", True
    letter = get_column_letter(column)
    rule.add(f"{letter}2:{letter}{last}")
    page.add_data_validation(rule)


def _for_print(page: Worksheet, *, orientation: Literal["portrait", "landscape"]) -> None:
    """Locked but for the answers; one page wide."""
    page.protection.sheet = True
    for name in ("sort", "autoFilter", "formatColumns", "formatRows", "formatCells"):
        setattr(page.protection, name, False)
    page.page_setup.orientation = orientation
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.4
