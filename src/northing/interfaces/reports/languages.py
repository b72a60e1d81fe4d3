"""In which languages can a report be told, and what does one say that is told in another?

The report is written in English; every other language is told from it (`told_as`) and holds the
same figures. What is issued is the English one; a translation says so itself, with the
fingerprint of the audit.json that both were made from.
"""

from __future__ import annotations

from dataclasses import replace

from northing.foundations.documents.blocks import Code, Document, Facts, Paragraph
from northing.foundations.documents.told import tell
from northing.foundations.documents.told_document import told_as
from northing.interfaces.reports.german.all import GERMAN

ENGLISH = "en"
TONGUES = {"de": GERMAN}
LANGUAGES = (ENGLISH, *TONGUES)


def told_for(document: Document, language: str, *, content_sha256: str) -> Document:
    """The English report as readers of that language get it."""
    if language == ENGLISH:
        return document
    tongue = TONGUES[language]
    facts = Facts((*document.facts.pairs, ("Language", tell("translated from the English report"))))
    source = (
        Paragraph(
            "This report is told from the English one. Both are made from the audit.json with "
            "this fingerprint, and where they should differ, the English one holds:"
        ),
        Code(_FINGERPRINT.format(digest=content_sha256)),
    )
    blocks = (*document.blocks, *source)
    return told_as(replace(document, facts=facts, blocks=blocks), tongue)


_FINGERPRINT = "sha256 audit.json\n{digest}"


def file_in(name: str, language: str) -> str:
    """`report.html` in English, `report.de.html` beside it."""
    stem, _, ending = name.rpartition(".")
    return name if language == ENGLISH else f"{stem}.{language}.{ending}"


def language_of(name: str) -> str:
    """The language a file of an audit is told in, by its name."""
    said = name.split(".")[1:-1]
    return said[0] if said and said[0] in TONGUES else ENGLISH
