"""How does a report become a workbook: what it says on the first sheet, each table on its own?

Every text stays text, whatever sign it opens with; figures in columns of figures are real numbers.
Each table is one to a screen reader too, with its head named as such. The same document and day
give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as TableMark
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Code,
    Column,
    Details,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
)
from northing.foundations.documents.formula_safe import formula_safe
from northing.foundations.documents.numbers import habits_of
from northing.foundations.documents.outline import outlined
from northing.foundations.documents.wording import wording_for

HEAD_ROW = 3
LONGEST_NAME = 31
_WIDEST, _NARROWEST, _TEXT_WIDTH = 60, 10, 100
_MOST = 32_767  # signs in a cell; more and the workbook is taken for damaged
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( ?%)?")
_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?: ?%)?")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the first sheet."""

    text: str
    size: int = 11
    is_bold: bool = False


def to_xlsx(document: Document, *, on: date) -> bytes:
    """The whole report; tables are named after the heading they stand below."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook opens with a worksheet")
    blocks = outlined(document).blocks
    words = wording_for(document.language)
    first.title = words.report
    _tell(first, document, blocks)
    taken = {words.report.casefold()}
    for number, (heading, table) in enumerate(_tables(blocks, document.title), start=1):
        page = book.create_sheet(_free(heading, taken, words.table))
        _lay_out(page, table, name=f"table_{number}", marks=_marks(document.language))
    made = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a date
    book.properties.creator, book.properties.title = "Northing", _text(document.title)
    book.properties.created, book.properties.language = made, document.language
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue(), made)


def without_clock(content: bytes, made: datetime) -> bytes:
    """The same workbook with no trace of when it was written."""
    out = io.BytesIO()
    stamp = f"{made.isoformat()}Z".encode()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as copy:
        for name in book.namelist():
            part = book.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part)
            one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            one.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(one, part)
    return out.getvalue()


def _tell(page: Worksheet, document: Document, blocks: Iterable[Block]) -> None:
    """The words of the report, a paragraph a row, in the order in which it is read."""
    page.sheet_view.showGridLines = False
    page.column_dimensions["A"].width = _TEXT_WIDTH
    lines = [_Line(document.title, 16, is_bold=True), _Line(document.subtitle)]
    lines += [*_lines((document.facts, *blocks)), _Line(document.footer)]
    for row, line in enumerate((one for one in lines if one.text), start=1):
        cell = page.cell(row, 1)
        _write(page, row, 1, line.text)
        cell.font = Font(size=line.size, bold=line.is_bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    for block in blocks:
        match block:
            case Heading():
                yield _Line(block.text, 13, is_bold=True)
            case Paragraph() | Code():
                yield _Line(block.text)
            case Callout():
                yield _Line(block.title, is_bold=True)
                yield _Line(block.text)
            case Details():
                yield _Line(block.summary, is_bold=True)
                yield from _lines(block.blocks)
            case Figure() | Table():
                pass  # on a sheet of its own
            case _:
                yield from _small(block)


def _small(block: Block) -> Iterator[_Line]:
    match block:
        case Facts():
            yield from (_Line(f"{label}: {value}") for label, value in block.pairs)
        case Listing():
            yield from (_Line(f"• {one}") for one in block.items)
        case Quote() | Evidence():
            yield from _quoted(block)


def _quoted(block: Quote | Evidence) -> Iterator[_Line]:
    if isinstance(block, Quote):
        yield _Line(f"“{block.text}” ({block.place}{'; ' if block.detail else ''}{block.detail})")
        return
    sides = (
        (block.said, block.said_empty),
        (block.done, block.done_empty),
        (block.against, block.against_empty),
    )
    for quotes, empty in sides:
        yield from (line for one in quotes for line in _quoted(one))
        if not quotes:
            yield _Line(empty)


def _tables(blocks: Iterable[Block], below: str) -> Iterator[tuple[str, Table]]:
    """Every table and every picture's table, with the heading it stands below."""
    for block in blocks:
        match block:
            case Heading():
                below = block.text
            case Table():
                yield below, block
            case Figure():
                yield below, block.table
            case Details():
                yield from _tables(block.blocks, block.summary)
            case _:
                pass


def _marks(language: str) -> dict[int, str]:
    """From the marks of a language's figures to those that `_NUMBER` reads."""
    habits = habits_of(language)
    return {ord(habits.thousands): ",", ord(habits.decimal): "."}


def _lay_out(page: Worksheet, table: Table, *, name: str, marks: dict[int, str]) -> None:
    _write(page, 1, 1, table.caption)
    page.cell(1, 1).font = Font(bold=True, size=12)
    _write(page, 2, 1, table.note or ("" if table.rows else table.empty))
    _head(page, table.columns)
    for row, cells in enumerate(table.rows, start=HEAD_ROW + 1):
        for at, (text, column) in enumerate(zip(cells, table.columns, strict=True), start=1):
            _fill(page, (row, at), text, column, marks)
    for at, column in enumerate(table.columns):
        longest = max((len(row[at]) for row in table.rows), default=0)
        width = min(max(longest, len(column.label), _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(at + 1)].width = width + 2
    page.freeze_panes = f"B{HEAD_ROW + 1}"
    page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    if table.rows:
        last = f"{get_column_letter(len(table.columns))}{HEAD_ROW + len(table.rows)}"
        mark = TableMark(displayName=name, ref=f"A{HEAD_ROW}:{last}")
        mark.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        page.add_table(mark)


def _head(page: Worksheet, columns: Iterable[Column]) -> None:
    """Two columns of one name would make the table unreadable: the second gets a number."""
    taken: set[str] = set()
    for at, column in enumerate(columns, start=1):
        label = plain = _text(column.label) or f"Column {at}"
        turn = 1
        while label.casefold() in taken:
            turn += 1
            label = f"{plain} {turn}"
        taken.add(label.casefold())
        cell = page.cell(HEAD_ROW, at, label)
        cell.data_type = "s"
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _fill(
    page: Worksheet, place: tuple[int, int], text: str, column: Column, marks: dict[int, str]
) -> None:
    row, at = place
    plain = text.strip().replace("−", "-").translate(marks)
    found = _NUMBER.fullmatch(plain) if column.numeric else None
    if found is None:
        _write(page, row, at, text)
        page.cell(row, at).alignment = Alignment(
            wrap_text=True, vertical="top", horizontal="right" if column.numeric else None
        )
        return
    sign, whole, decimals, percent = found.groups()
    value = float(f"{sign}{whole.replace(',', '')}.{decimals or 0}")
    shown = "#,##0" + (f".{'0' * len(decimals)}" if decimals else "")
    cell = page.cell(row, at, value / 100 if percent else value)
    cell.number_format = f"{shown} %" if percent else shown
    cell.alignment = Alignment(vertical="top")


def _write(page: Worksheet, row: int, at: int, text: str) -> None:
    opening = text.partition("\n")[0].strip().replace("−", "-")
    plain = text[:_MOST] if _FIGURE.fullmatch(opening) else _text(text)
    if plain:
        cell = page.cell(row, at, plain)
        cell.data_type = "s"


def _text(text: str) -> str:
    return formula_safe(ILLEGAL_CHARACTERS_RE.sub("", text))[:_MOST]


def _free(heading: str, taken: set[str], unnamed: str) -> str:
    """The heading as the name of a sheet, with the next number where it is taken."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", ILLEGAL_CHARACTERS_RE.sub("", heading)).split())
    wanted, turn = plain[:LONGEST_NAME].strip() or unnamed, 1
    name = wanted
    while name.casefold() in taken:
        turn += 1
        name = f"{wanted[: LONGEST_NAME - len(str(turn)) - 1].strip()} {turn}"
    taken.add(name.casefold())
    return name
