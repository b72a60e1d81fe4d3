"""Which cells of a workbook hold no value a reader could take, and how far do its sheets reach?

Values come from calamine, which reads a formula never computed and an error alike as an empty
cell, and lays out a sheet as one full rectangle (a far corner then aborts the whole program). So
the XML is looked through first: an unknown must not pass for an empty cell.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from northing.foundations.sources.opened import UnreadableSource
from northing.foundations.sources.sheet_names import sheet_names

LARGEST_RECTANGLE = 20_000_000
_SHEET_DATA = b"sheetData"
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*)(?<!/)>")
_LONGEST_CELL = 100_000
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>])([^>]*)>")
_PLACE = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)</")
_ERROR_TYPE = re.compile(rb"""\st\s*=\s*["']e["']""")
_TEXT_TYPE = re.compile(rb"""\st\s*=\s*["']str["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_SAVE_AGAIN = "Open the workbook in a spreadsheet program, save it again, and read that copy."


@dataclass(frozen=True, slots=True)
class Blind:
    """A cell without a value: its column (A is 0), its row (from 1), the error it shows if any."""

    column: int
    row: int
    error: str


def blind_cells(content: bytes) -> dict[str, list[Blind]]:
    """Per sheet, the formulas without a stored result and the cells that show an error."""
    found: dict[str, list[Blind]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sheet_names(archive)
        for member in archive.namelist():
            if member.endswith("workbook.bin"):
                raise UnreadableSource(
                    "The workbook is in the binary format (xlsb).", "Save it as .xlsx."
                )
            xml = _as_utf8(archive.read(member))
            if _SHEET_DATA in xml:
                found[names.get(member, member)] = _blind_in(xml)
    return found


def column_letters(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _as_utf8(xml: bytes) -> bytes:
    if xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return xml.decode("utf-16", "replace").encode()
    return xml.replace(b"\0", b"") if b"\0" in xml[:64] else xml


def _blind_in(xml: bytes) -> list[Blind]:
    found: list[Blind] = []
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    is_counted = False
    for attributes, inside in _cells(xml):
        place = _place_of(attributes)
        if place is None:
            is_counted = True
            continue
        letters, row = place.groups()
        columns.add(letters)
        rows.add(row)
        error = _error_of(attributes, inside)
        if error is not None:
            found.append(Blind(_column_index(letters), int(row), error))
    if is_counted:
        rows.update(_REFERENCE.findall(b" ".join(_ROW.findall(xml))))
    _check_rectangle({_column_index(letters) for letters in columns} or {0}, rows)
    return found


def _cells(xml: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The attributes of each cell with content, and the content up to the next such cell."""
    opening: re.Match[bytes] | None = None
    for following in _CELL.finditer(xml):
        if opening:
            yield opening.group(1), _inside(xml, opening.end(), following.start())
        opening = following
    if opening:
        yield opening.group(1), _inside(xml, opening.end(), len(xml))


def _inside(xml: bytes, start: int, end: int) -> bytes:
    return xml[start : min(end, start + _LONGEST_CELL)]


def _place_of(attributes: bytes) -> re.Match[bytes] | None:
    """Where a cell says it stands; cells may say nothing, then they follow one another."""
    reference = _REFERENCE.search(b" " + attributes)
    if reference is None:
        return None
    place = _PLACE.fullmatch(reference.group(1))
    if place is None:
        raise UnreadableSource("The workbook is damaged: a cell has no place.", _SAVE_AGAIN)
    return place


def _error_of(attributes: bytes, inside: bytes) -> str | None:
    """The error shown, "" for a formula without a result, None for a cell with a value."""
    value = _VALUE.search(inside)
    if _ERROR_TYPE.search(attributes):
        return value.group(1).decode("utf-8", "replace") if value else "#ERROR"
    is_computed = value is not None or _TEXT_TYPE.search(attributes) is not None
    return None if is_computed or not _FORMULA.search(inside) else ""


def _column_index(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _check_rectangle(columns: set[int], rows: set[bytes]) -> None:
    numbers = [int(row) for row in rows if row.isdigit()] or [0]
    height = max(numbers) - min(numbers) + 1
    if (max(columns) - min(columns) + 1) * height > LARGEST_RECTANGLE:
        raise UnreadableSource(
            "The cells of a sheet lie so far apart that reading it would fill the memory.",
            "Delete the stray cells far from the table and save the workbook again.",
        )
