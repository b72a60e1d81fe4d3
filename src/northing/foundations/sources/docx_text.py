"""What does a Word document say, sentence by sentence, and under which headings?"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import docx

from northing.foundations.sources.cells import one_line
from northing.foundations.sources.docx_body import DocxTable, Paragraph, parts_of
from northing.foundations.sources.guards import refusing_damage
from northing.foundations.sources.headers import column_names
from northing.foundations.sources.markdown_table import named_with_text
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.rows import Cell, Place, Reading, Row
from northing.foundations.sources.sentences import sentences_of
from northing.foundations.sources.zip_guard import check_zip

_SAVE_AGAIN = "Open the document in a word processor, save it again as .docx, and read that copy."


def read_docx(opened: Opened) -> Reading:
    """One row per sentence, list item or table row; `Place.line` counts the paragraphs."""
    check_zip(opened.content)
    with refusing_damage("document", _SAVE_AGAIN):
        parts = list(parts_of(docx.Document(io.BytesIO(opened.content))))
    found: list[Row] = []
    rows = tuple(_rows(parts, opened.path, found))
    if not rows:
        raise UnreadableSource(
            "The document holds no text; it may hold pictures of text.",
            "Save a version with real text, for instance through text recognition (OCR).",
        )
    columns = tuple(dict.fromkeys(name for row in rows for name in row.cells))
    return Reading(opened.path, opened.sha256, "docx", columns, rows, headings=tuple(found))


def _rows(parts: Iterable[Paragraph | DocxTable], path: str, found: list[Row]) -> Iterator[Row]:
    """The rows in their order; the headings met on the way go to `found`."""
    headings: dict[int, str] = {}
    for part in parts:
        under = tuple(headings.values())
        if isinstance(part, DocxTable):
            yield from _table_rows(part, path, under)
        elif part.level and part.text:
            above = {rank: name for rank, name in headings.items() if rank < part.level}
            name = one_line(part.text)
            place = Place(path, line=part.number)
            found.append(Row(place, {"text": name}, tuple(above.values())))
            headings = {**above, part.level: name}
        else:
            for sentence in _sentences(part):
                yield Row(Place(path, line=part.number), {"text": sentence}, under)


def _sentences(part: Paragraph) -> list[str]:
    if part.is_item:
        return [one_line(part.text)] if part.text else []
    stretches = part.text.split("\n")
    return [one_line(said) for stretch in stretches for _, said in sentences_of(stretch)]


def _table_rows(table: DocxTable, path: str, under: tuple[str, ...]) -> Iterator[Row]:
    """Named cells when the first row could be a header: full, short, and no name twice."""
    lines = table.lines
    has_header = len(lines) > 1 and _is_header(lines[0][1])
    names = column_names(lines[0][1])[0] if has_header else []
    for number, texts in lines[1:] if has_header else lines:
        cells: list[Cell] = [one_line(text) or None for text in texts]
        if any(cells):
            yield Row(Place(path, line=number), named_with_text(names, cells), under)


def _is_header(cells: tuple[str, ...]) -> bool:
    longest = 60
    is_short = all(cell and len(cell) <= longest and not cell.endswith(".") for cell in cells)
    return len(cells) > 1 and is_short and len(set(cells)) == len(cells)
