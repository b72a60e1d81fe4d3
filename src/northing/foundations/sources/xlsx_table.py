"""What do the sheets of a workbook say (xlsx, xlsm, xls, ods)?"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from northing.foundations.sources.cells import cell_of
from northing.foundations.sources.guards import refusing_damage
from northing.foundations.sources.headers import Line
from northing.foundations.sources.opened import Opened, UnreadableSource, refusal_of
from northing.foundations.sources.rows import Cell, Place, Reading, Refusal, Row, Rows
from northing.foundations.sources.sheet_scan import (
    LARGEST_RECTANGLE,
    Blind,
    blind_cells,
    column_letters,
)
from northing.foundations.sources.tables import Table, table_of
from northing.foundations.sources.zip_guard import OLE_MARK, check_zip, is_encrypted_office

_SAVE_AGAIN = "Open the workbook in a spreadsheet program, save it again, and read that copy."
_PASSWORD = UnreadableSource(
    "The workbook is protected by a password.", "Take the password off and read that copy."
)
_OLD_OR_SEALED = UnreadableSource(
    "The workbook is protected by a password, or is a damaged file of Office 97-2003.",
    "Take the password off, or save the file in the current format, and read that copy.",
)


def read_xlsx(opened: Opened) -> Reading:
    """Every sheet with its rows; hidden rows and sheets are read; formulas by stored results."""
    blind = _checked(opened.content)
    with refusing_damage("workbook", _SAVE_AGAIN), _workbook(opened.content) as book:
        sheets = _wanted_sheets(book, opened.options.sheet)
        tables = [_read_sheet(book, name, opened, blind.get(name, ())) for name in sheets]
    empty = [name for name, table in zip(sheets, tables, strict=True) if table is None]
    filled = [table for table in tables if table is not None]
    if not filled:
        raise UnreadableSource(
            f"Nothing is written on {_listed(empty)}.", "Check that this is the right file."
        )
    notes = [f"Nothing is written on {_listed(empty)}."] if empty else []
    return Reading(
        path=opened.path,
        sha256=opened.sha256,
        kind="xlsx",
        columns=tuple(dict.fromkeys(chain.from_iterable(table.columns for table in filled))),
        rows=_one_after_the_other([table.rows for table in filled]),
        refusals=tuple(chain.from_iterable(table.refusals for table in filled)),
        notes=(*notes, *chain.from_iterable(table.notes for table in filled)),
    )


def _one_after_the_other(sheets: Sequence[Sequence[Row]]) -> Sequence[Row]:
    count = sum(map(len, sheets))
    return Rows(lambda: chain.from_iterable(sheets), count).kept()


def _checked(content: bytes) -> dict[str, list[Blind]]:
    if is_encrypted_office(content):
        raise _PASSWORD
    if content.startswith(OLE_MARK):
        return {}
    check_zip(content)
    return blind_cells(content)


def _workbook(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_object(io.BytesIO(content))
    except PasswordError:
        raise _PASSWORD from None
    except CalamineError:
        if content.startswith(OLE_MARK):
            raise _OLD_OR_SEALED from None
        raise


def _wanted_sheets(book: CalamineWorkbook, wanted: str | None) -> list[str]:
    tabular = (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
    names = [sheet.name for sheet in book.sheets_metadata if sheet.typ in tabular]
    if wanted is None:
        return names
    if wanted not in names:
        raise UnreadableSource(
            f"The workbook has no sheet '{wanted}'.", f"Its sheets are: {', '.join(names)}."
        )
    return [wanted]


def _read_sheet(
    book: CalamineWorkbook, name: str, opened: Opened, blind: Sequence[Blind]
) -> Table | None:
    """The sheet's table; a table of one refusal if it has none; None if the sheet is empty."""
    place = Place(opened.path, name)
    try:
        lines = _lines(book.get_sheet_by_name(name))
        if lines is None and not blind:
            return None
        table = table_of(lines or (), place, header_row=opened.options.header_row)
    except UnreadableSource as problem:
        about_sheet = UnreadableSource(
            f"Sheet '{name}': {problem.reason}",
            problem.remedy,
            value=problem.value,
            line=problem.line,
        )
        return Table((), (), (refusal_of(opened.path, about_sheet, sheet=name),))
    unknown = tuple(_unknown_cell(place, cell, table.columns) for cell in blind)
    notes = tuple(f"Sheet '{name}': {note}" for note in table.notes)
    return Table(table.columns, table.rows, table.refusals + unknown, notes)


def _lines(sheet: CalamineSheet) -> _Lines | None:
    """None where nothing is written on the sheet."""
    if sheet.start is None:
        return None
    if sheet.height * sheet.width > LARGEST_RECTANGLE:
        raise UnreadableSource(
            "Its cells lie so far apart that reading it would fill the memory.",
            "Delete the stray cells far from the table and save the workbook again.",
        )
    lines = _Lines(sheet.to_python(skip_empty_area=True), *sheet.start)
    return lines if next(iter(lines), None) else None


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a sheet that hold anything, each with its number; cells are made exact anew
    each time, for exact numbers take four times the memory of those the sheet stores."""

    cells: list[list[Any]]
    first_row: int
    first_column: int

    def __iter__(self) -> Iterator[Line]:
        before: list[Cell] = [None] * self.first_column
        for number, cells in enumerate(self.cells, start=self.first_row + 1):
            line = [*before, *map(cell_of, cells)]
            if any(cell is not None for cell in line):
                yield number, line


def _unknown_cell(place: Place, cell: Blind, columns: Sequence[str]) -> Refusal:
    letters = column_letters(cell.column)
    name = columns[cell.column] if cell.column < len(columns) else letters
    where = Place(place.path, place.sheet, cell.row, name)
    if cell.error:
        reason = f"Cell {letters}{cell.row} shows an error instead of a value."
        return Refusal(where, cell.error, reason, "Mend the formula in a spreadsheet program.")
    return Refusal(
        where,
        "",
        f"Cell {letters}{cell.row} holds a formula whose result was never stored.",
        "Open and save the workbook in a spreadsheet program, then read it again.",
    )


def _listed(names: Sequence[str]) -> str:
    quoted = ", ".join(f"'{name}'" for name in names)
    return f"the sheet {quoted}" if len(names) == 1 else f"the sheets {quoted}"
