"""Which paragraphs and tables does the body of a Word document hold, in their order?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from northing.foundations.sources.cells import without_controls

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)$", re.IGNORECASE)
_SPOKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HOLDERS = frozenset(
    qn(name) for name in ("w:hyperlink", "w:ins", "w:smartTag", "w:sdt", "w:sdtContent")
)
_DEEPEST_LEVEL = 9  # beyond it, Word means body text
_RUN, _TEXT = qn("w:r"), qn("w:t")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its running number, its text, how deep a heading it is (0: none)."""

    number: int
    text: str
    level: int
    is_item: bool


@dataclass(frozen=True, slots=True)
class DocxTable:
    """A table: the running number of each row, and the texts of its cells."""

    lines: tuple[tuple[int, tuple[str, ...]], ...]


def parts_of(document: Any) -> Iterator[Paragraph | DocxTable]:
    """Paragraphs and tables, counted from 1: a paragraph counts one, a table row counts one.

    Inserted text counts as said, deleted text does not. Content controls are looked into.
    """
    names = {style.style_id: style.name or "" for style in document.styles}
    number = 0
    for element in _blocks(document.element.body):
        if element.tag == qn("w:p"):
            number += 1
            yield _paragraph(element, number, names)
        else:
            rows = [_cells(row) for row in element.iter(qn("w:tr"))]
            yield DocxTable(tuple(enumerate(rows, start=number + 1)))
            number += len(rows)


def _blocks(parent: Any) -> Iterator[Any]:
    for element in parent.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _blocks(element)


def _paragraph(element: Any, number: int, styles: dict[str, str]) -> Paragraph:
    properties = element.find(qn("w:pPr"))
    style = outline = numbering = None
    if properties is not None:
        style = properties.find(qn("w:pStyle"))
        outline = properties.find(qn("w:outlineLvl"))
        numbering = properties.find(qn("w:numPr"))
    name = styles.get(style.get(qn("w:val"), ""), "") if style is not None else ""
    level = int(outline.get(qn("w:val"), "9")) + 1 if outline is not None else 0
    is_item = numbering is not None or name.lower().startswith("list")
    return Paragraph(
        number,
        _text(element),
        _level_of(name) or (level if level <= _DEEPEST_LEVEL else 0),
        is_item,
    )


def _level_of(style: str) -> int:
    heading = _HEADING.match(style)
    if heading:
        return int(heading.group(1))
    return 1 if style == "Title" else 0


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(
        " ".join(_text(paragraph) for paragraph in cell.iter(qn("w:p"))).strip()
        for cell in row.iterchildren(qn("w:tc"))
    )


def _text(paragraph: Any) -> str:
    return without_controls("".join(_said(paragraph))).strip()


def _said(parent: Any) -> Iterator[str]:
    for element in parent.iterchildren():
        if element.tag == _RUN:
            for sign in element.iterchildren():
                yield sign.text or "" if sign.tag == _TEXT else _SPOKEN.get(sign.tag, "")
        elif element.tag in _HOLDERS:
            yield from _said(element)
