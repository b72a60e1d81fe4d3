"""Does the German report say what the English one says: figure by figure, and nobody's words?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from northing.foundations.documents.blocks import Document, Facts, Figure, Heading, Quote, Table
from northing.foundations.documents.numbers import Spelt
from northing.foundations.documents.told import Told, left_in
from northing.interfaces.reports.german.all import GERMAN
from northing.interfaces.reports.languages import file_in, told_for
from northing.interfaces.reports.report import report_of, slides_of
from northing.interfaces.reports.tests.make import (
    COMMITMENTS,
    blocks_in,
    make_audit,
    make_report,
    make_silent_report,
    words_of,
)

ENGLISH_NUMBER = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")
GERMAN_NUMBER = re.compile(r"\d+(?:\.\d{3}(?!\d))*(?:,\d+)?")
LETTER = re.compile(r"[^\W\d_]{2}")
CURRENCY, VERSION = "EUR", "9.9"


@pytest.fixture(scope="module", params=["words", "declared"])
def english(request) -> Document:
    report = make_report() if request.param == "words" else make_silent_report()
    return replace(report, blocks=tuple(map(without_version, report.blocks)))


def without_version(block: Any) -> Any:
    """A version is no figure: it has two points in every language."""
    if not isinstance(block, Facts):
        return block
    return Facts(tuple(pair for pair in block.pairs if VERSION not in str(pair)))


@pytest.fixture(scope="module")
def german(english) -> Document:
    return told_for(english, "de", content_sha256="ab12")


def texts(block: Any) -> Iterator[str]:
    """Every text within a block, in order; a quote's own words and drawings left out."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for one in block:
            yield from texts(one)
    elif hasattr(block, "__dataclass_fields__"):
        for field in fields(block):
            if field.name not in ("spec", "again", "anchor", "language"):
                yield from texts(getattr(block, field.name))


def figures(text: str, numbers: re.Pattern[str], marks: dict[str, str | None]) -> list[str]:
    return sorted(one.translate(str.maketrans(marks)) for one in numbers.findall(text))


def told_blocks(document: Document) -> tuple[Any, ...]:
    """The blocks that both have: without what a translation says of itself."""
    first = next(at for at, one in enumerate(document.blocks) if isinstance(one, Heading))
    last = len(document.blocks) - (2 if document.language == "de" else 0)
    return document.blocks[first:last]


def test_every_figure_stands_in_both(english, german):
    for one, other in zip(told_blocks(english), told_blocks(german), strict=True):
        assert type(one) is type(other)
        for said, told in zip(texts(one), texts(other), strict=True):
            if said != told:
                found = figures(told, GERMAN_NUMBER, {".": None, ",": "."})
                assert found == figures(said, ENGLISH_NUMBER, {",": None}), said


def test_nothing_of_ours_is_left_in_english(english):
    said = (*texts(english.facts), *texts(english.blocks), english.subtitle, english.footer)
    assert [one for text in said for one in ours_left(text)] == []


def ours_left(text: str) -> Iterator[str]:
    if isinstance(text, Told | Spelt):
        for one in left_in(GERMAN, text):
            if LETTER.search(one) and one not in (CURRENCY, str(text)):
                yield one


def test_a_cell_that_says_a_word_of_ours_is_told_too(english):
    for block in blocks_in(english.blocks):
        table = block.table if isinstance(block, Figure) else block
        if isinstance(table, Table):
            for cell in (cell for row in table.rows for cell in row):
                assert isinstance(cell, Told | Spelt) or cell not in GERMAN.patterns, cell


def test_what_people_promised_is_theirs_though_it_sounds_like_us():
    ours = ("Findings", "What was found?", "exact")
    named = tuple(replace(one, text=text) for one, text in zip(COMMITMENTS, ours, strict=False))
    document = make_report(commitments=(*named, *COMMITMENTS[len(named) :]))
    german = told_for(document, "de", content_sha256="")
    for one, other in zip(told_blocks(document), told_blocks(german), strict=True):
        for said, told in zip(texts(one), texts(other), strict=True):
            for text in ours[: len(named)]:
                assert f"“{text}”" not in said or text in told


def test_quotes_stand_as_they_were_written(english, german):
    def quotes(document: Document) -> list[str]:
        return [
            one.text
            for block in blocks_in(document.blocks)
            for one in (*getattr(block, "said", ()), *getattr(block, "done", ()), block)
            if isinstance(one, Quote)
        ]

    assert quotes(german) == quotes(english) != []


def test_a_picture_is_drawn_with_german_words_and_figures(german):
    drawn = next(one for one in german.blocks if isinstance(one, Figure) and one.name == "say-do")
    assert "Geld" in json.dumps(drawn.spec, ensure_ascii=False)
    assert "words" not in json.dumps(drawn.spec)
    assert drawn.bars.names[1] == "Geld"


def test_it_says_that_it_is_translated_and_from_which_audit(german):
    assert german.language == "de"
    assert ("Sprache", "aus dem englischen Bericht übersetzt") in german.facts.pairs
    assert "ab12" in words_of(german)


def test_slides_are_told_too():
    found = make_audit()
    slides = told_for(slides_of(found, report_of(found, version="9.9")), "de", content_sha256="")
    assert "Die Antwort" in [one.text for one in slides.blocks if isinstance(one, Heading)]


def test_the_english_report_stays_what_it_was():
    document = make_report()
    assert told_for(document, "en", content_sha256="ab12") is document
    assert file_in("report.html", "en") == "report.html"
    assert file_in("report.html", "de") == "report.de.html"
