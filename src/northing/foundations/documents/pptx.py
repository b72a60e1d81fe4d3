"""How does a report become a presentation that people can look behind?

Tables are tables and charts are charts of PowerPoint's own. Each slide says one thing under a
title, with its source in the notes. The same document and day give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from northing.foundations.documents.blocks import Document
from northing.foundations.documents.slides.bars import add_bars
from northing.foundations.documents.slides.colours import ink
from northing.foundations.documents.slides.facts import (
    HEIGHT,
    LEAD_SIZE,
    WIDTH,
    Chart,
    Grid,
    Line,
    Lines,
    Sides,
    Slide,
)
from northing.foundations.documents.slides.parting import slides_of
from northing.foundations.documents.slides.sheet import Sheet, tell
from northing.foundations.documents.xlsx import without_clock

TITLE_ONLY = 5  # the layout of python-pptx's own template that has a title and nothing else


def to_pptx(document: Document, *, on: date) -> bytes:
    """The whole report: a first slide, then one thing a slide."""
    book = Presentation()
    book.slide_width, book.slide_height = Inches(WIDTH), Inches(HEIGHT)
    ground = book.slide_master.background.fill
    ground.solid()
    ground.fore_color.rgb = ink("paper")
    _first(_added(book, document), document)
    for one in slides_of(document):
        _lay_out(_added(book, document), one)
    made = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a date
    about = book.core_properties
    about.author = about.last_modified_by = "Northing"
    about.title, about.subject, about.language = (
        document.title,
        document.subtitle,
        document.language,
    )
    about.created = about.modified = made
    out = io.BytesIO()
    book.save(out)
    return _still(out.getvalue(), made)


def _added(book: Any, document: Document) -> Sheet:
    return Sheet(book.slides.add_slide(book.slide_layouts[TITLE_ONLY]), document.language)


def _first(sheet: Sheet, document: Document) -> None:
    sheet.title(document.title, top=1.6, high=1.4, size=40)
    pairs = [Line(f"{label}: {value}") for label, value in document.facts.pairs]
    sheet.lines(Lines((Line(document.subtitle, LEAD_SIZE), *pairs)), top=3.3)
    sheet.notes(document.footer)


def _lay_out(sheet: Sheet, one: Slide) -> None:
    sheet.title(one.title)
    if one.lead:
        sheet.lines(Lines(one.lead))
    match one.body:
        case Lines():
            sheet.lines(one.body)
        case Grid():
            sheet.grid(one.body, top=one.top)
        case Sides():
            sheet.sides(one.body, top=one.top)
        case Chart():
            tell(add_bars(sheet.slide, one.body, top=one.top), one.body.alt)
    sheet.notes(one.notes)


def _still(content: bytes, made: datetime) -> bytes:
    """The same presentation with no trace of when it was written, nor the books within it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as copy:
        for name in book.namelist():
            part = book.read(name)
            if name.endswith(".xlsx"):
                part = without_clock(part, made)
            one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            one.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(one, part)
    return out.getvalue()
