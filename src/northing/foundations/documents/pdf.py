"""How does a report become a PDF that a screen reader and an archive can read?

Typst sets the page; the report goes to it as data and is never evaluated. `on` is the date the file
bears: the same document and day give the same bytes.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

import typst

from northing.foundations.documents.blocks import Block, Document, Figure
from northing.foundations.documents.chart import drawings, to_svg
from northing.foundations.documents.fonts import ASSETS, PDF_FONTS
from northing.foundations.documents.outline import FIRST_LEVEL, outlined, slug
from northing.foundations.documents.safe_text import breakable, shown_safely
from northing.foundations.documents.tokens import PALETTE
from northing.foundations.documents.wording import wording_for

ACCESSIBLE: tuple[typst.PDFStandard, ...] = ("ua-1",)
# Table cells and code are narrow: words break earlier there than in a paragraph.
NARROW_KINDS = ("table", "code", "facts")
MIDNIGHT = time(tzinfo=UTC)
LEFT_OUT = ("spec", "again", "level")
"""How a picture is drawn, and what is worked out anew."""


def to_pdf(document: Document, *, on: date) -> bytes:
    """The report as a tagged PDF.

    PDF/UA-1 with our own faces wherever they have every letter. For other scripts the machine's
    faces are asked too; if those lack a letter as well, the file is tagged but claims no standard,
    since PDF/UA forbids a letter that cannot be drawn.
    """
    told = json.dumps(_as_data(document), ensure_ascii=False)
    try:
        return _printed(told, on=on, may_use_system_faces=False, standards=ACCESSIBLE)
    except typst.TypstError as first:
        try:
            return _printed(told, on=on, may_use_system_faces=True, standards=ACCESSIBLE)
        except typst.TypstError:
            if "could not be displayed" not in first.message:
                raise
            return _printed(told, on=on, may_use_system_faces=True, standards=())


def _printed(
    told: str, *, on: date, may_use_system_faces: bool, standards: tuple[typst.PDFStandard, ...]
) -> bytes:
    printed: bytes = typst.compile(
        ASSETS / "report.typ",
        font_paths=_fonts(may_use_system_faces=may_use_system_faces),
        format="pdf",
        sys_inputs={"document": told},
        pdf_standards=list(standards),
        timestamp=datetime.combine(on, MIDNIGHT),
    )
    return printed


@cache
def _fonts(*, may_use_system_faces: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=may_use_system_faces, font_paths=[str(PDF_FONTS)])


def _as_data(document: Document) -> dict[str, Any]:
    """The document as plain lists and texts, with what the page setter cannot work out itself."""
    whole = outlined(document)
    language, _, region = document.language.partition("-")
    return {
        "title": shown_safely(document.title),
        "subtitle": _text(document.subtitle),
        "footer": _text(document.footer),
        "language": language.lower() if language.isalpha() and len(language) in (2, 3) else "en",
        "region": region.upper() if region.isalpha() and len(region) == 2 else None,  # noqa: PLR2004
        "facts": _block(document.facts),
        "blocks": [_block(block) for block in whole.blocks],
        "entries": len(whole.entries),
        "wording": dataclasses.asdict(wording_for(document.language)),
        "colours": {name: paper for name, (paper, _) in PALETTE.items()},
    }


def _block(block: Block) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    words = _narrow_text if kind in NARROW_KINDS else _text
    out: dict[str, Any] = {"kind": kind}
    for field in dataclasses.fields(block):
        if field.name not in LEFT_OUT:
            out[field.name] = _told(getattr(block, field.name), words)
    if kind == "heading":
        # On paper the title is an element of its own and the sections begin at one.
        out["level"] = getattr(block, "level", FIRST_LEVEL) - FIRST_LEVEL + 1
    if isinstance(block, Figure):
        widest = next(iter(drawings(block.spec).values()))
        out["svg"] = to_svg(widest, theme="print", name=slug(block.name))
        out["alt"] = shown_safely(block.alt or block.title)
    return out


def _told(value: Any, words: Callable[[str], str]) -> Any:
    """Texts made safe and breakable, blocks within blocks as data, everything else as it is."""
    if isinstance(value, str):
        return words(value)
    if isinstance(value, tuple):
        return [_told(inner, words) for inner in value]
    if isinstance(value, Block):
        return _block(value)
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) else value  # type: ignore[arg-type]


def _text(text: str) -> str:
    return breakable(shown_safely(text))


def _narrow_text(text: str) -> str:
    return breakable(shown_safely(text), longest=18, every=8)
