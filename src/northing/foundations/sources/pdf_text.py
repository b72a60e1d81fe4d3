"""What does a PDF say, sentence by sentence, and on which page?"""

from __future__ import annotations

import io

import pypdf
from pypdf.errors import DependencyError

from northing.foundations.sources.cells import without_controls
from northing.foundations.sources.guards import refusing_damage
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.prose import NumberedLine, blocks_of, sentences_in
from northing.foundations.sources.rows import Place, Reading, Refusal, Row

_PRINT_AGAIN = "Open the PDF in a viewer, print it to a new PDF, and read that copy."
_RECOGNISE = "Run text recognition (OCR) on it, for instance with ocrmypdf, and read that copy."
_SCANNED = "The page holds a picture and no text: it was probably scanned."


def read_pdf(opened: Opened) -> Reading:
    """One row per sentence or list item; `Place.sheet` is the page, `line` the line on it.

    Limits: headings are not told from text, and a sentence that runs over a page's end is two.
    """
    rows: list[Row] = []
    refusals: list[Refusal] = []
    with refusing_damage("PDF", _PRINT_AGAIN):
        for number, page in enumerate(_reader(opened.content).pages, start=1):
            sheet = f"page {number}"
            found = [
                Row(Place(opened.path, sheet, line), {"text": sentence})
                for line, sentence in _sentences(page.extract_text())
            ]
            rows += found
            if not found and _has_picture(page):
                refusals.append(Refusal(Place(opened.path, sheet), "", _SCANNED, _RECOGNISE))
    if not rows:
        raise UnreadableSource("The PDF holds no text: it was probably scanned.", _RECOGNISE)
    return Reading(opened.path, opened.sha256, "pdf", ("text",), tuple(rows), tuple(refusals))


def _reader(content: bytes) -> pypdf.PdfReader:
    reader = pypdf.PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise UnreadableSource(
            "The PDF is protected by a password.",
            "Save a copy without the password and read that copy.",
        )
    return reader


def _opens_without_password(reader: pypdf.PdfReader) -> bool:
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _sentences(text: str) -> list[NumberedLine]:
    lines = list(enumerate(without_controls(text).split("\n"), start=1))
    return [sentence for block in blocks_of(lines) for sentence in sentences_in(block)]


def _has_picture(page: pypdf.PageObject) -> bool:
    resources = page.get("/Resources")
    return resources is not None and "/XObject" in resources.get_object()
