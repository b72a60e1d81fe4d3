"""Is every text that a report's pages and the rooms' sections write there in German?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import northing
from northing.foundations.documents.told import Either
from northing.interfaces.reports.german.all import GERMAN, TONGUES

SOURCE = Path(next(iter(northing.__path__)))
ROOMS = (
    "clarify/commitments",
    "clarify/mission",
    "diagnose/findings",
    "diagnose/incentives",
    "diagnose/linking",
    "diagnose/say_do",
    "diagnose/stance",
    "diagnose/verification",
    "records/imports",
    "records/ledger",
)
FILES = sorted(
    [
        *(SOURCE / "interfaces/reports").glob("page_*.py"),
        SOURCE / "interfaces/reports/report.py",
        SOURCE / "interfaces/reports/shortening.py",
        *(SOURCE / "stages" / room / "section.py" for room in ROOMS),
    ]
)
NO_TEXTS = {" in ", "n = ", "n\u00a0=\u00a0"}
"""What looks like a sentence and is none: what parts a name from its currency, and a sign."""
TYPED = re.compile(r"northing \w+ |--anchor|sha256 of all records|^Northing$")
"""What is typed into a terminal, which has one language, and our own name."""
IDS = ("anchor", "name")
"""Arguments that are read by programs alone."""
PLACE = re.compile(r"\{(\w+)[:\w]*\}")
LETTER = re.compile(r"[^\W\d_]")
PROSE = re.compile(r"[^\W\d_]\S* \S|\s\S*[^\W\d_]{2}|^[A-Z][a-z]+[^a-z_A-Z]*$")


def name_of(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix().removeprefix("stages/")


def says_something(text: str) -> bool:
    return bool(LETTER.search(PLACE.sub("", text)))


def docstrings(tree: ast.AST) -> set[int]:
    return {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}


def glued(tree: ast.AST) -> Iterator[str]:
    """Sentences put together with an f-string: no other language can tell them."""
    ids = {
        id(one.value) for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg in IDS
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr) and id(one) not in ids:
            parts = [str(part.value) for part in one.values if isinstance(part, ast.Constant)]
            if any(map(LETTER.search, parts)):
                yield ast.unparse(one)


def literals(tree: ast.AST) -> Iterator[str]:
    """Every text in the source that a reader may see: no docstring, no piece of an f-string."""
    skipped = docstrings(tree)
    skipped |= {
        id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in skipped:
            yield one.value


def calls(tree: ast.AST, name: str, at: int) -> Iterator[str]:
    """The texts in one argument of every call of a function."""
    for one in ast.walk(tree):
        is_it = isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == name
        if is_it and len(one.args) > at:
            yield from literals(one.args[at])


def left_in(file: Path) -> list[str]:
    """What no German stands for, and what could not be told in German."""
    tree = ast.parse(file.read_text("utf-8"))
    told = {one for one in calls(tree, "tell", 0) if says_something(one)}
    prose = {one for one in literals(tree) if PROSE.search(one) and says_something(one)}
    prose -= {one for one in prose if TYPED.search(one)}
    terms = set(calls(tree, "Term", 0))
    known = GERMAN.patterns.keys()
    return [
        *glued(tree),
        *sorted(told - known - NO_TEXTS),
        *sorted(prose - known - GERMAN.terms.keys() - GERMAN.nouns.keys() - NO_TEXTS),
        *sorted(terms - GERMAN.terms.keys() - known),
        *sorted(set(calls(tree, "counted", 1)) - GERMAN.nouns.keys()),
    ]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_each_text_of_a_page_has_german_words(file):
    assert left_in(file) == []


def test_each_place_stands_in_both_languages():
    for english, german in GERMAN.patterns.items():
        for one in (german.one, german.many) if isinstance(german, Either) else (german,):
            assert sorted(set(PLACE.findall(one))) == sorted(set(PLACE.findall(english))), english
        if isinstance(german, Either):
            assert german.by in PLACE.findall(english)


def test_what_two_rooms_say_alike_they_say_alike_in_german():
    met: dict[str, object] = {}
    for tongue in TONGUES:
        for english, german in (*tongue.patterns.items(), *tongue.terms.items()):
            assert met.setdefault(english, german) == german, english
    nouns: dict[str, object] = {}
    for tongue in TONGUES:
        for noun, words in tongue.nouns.items():
            assert nouns.setdefault(noun, words) == words, noun
