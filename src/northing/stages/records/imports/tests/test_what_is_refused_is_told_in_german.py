"""Is every sentence that readers of files say there in German, with what people wrote as it is?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import northing
from northing.foundations.documents.told import AS_WRITTEN, told_in
from northing.stages.records.imports.rules.german.all import GERMAN
from northing.stages.records.imports.rules.german.complaints import SHAPES

SOURCE = Path(next(iter(northing.__path__)))
FILES = sorted(
    file
    for folder in ("foundations/sources", "stages/records/imports/intake")
    for file in (SOURCE / folder).glob("*.py")
)
PLACE = re.compile(r"\{(\w+)")
OURS = {
    "shelf.py": {"7x leads out of 7x."},  # an error of the program, no sentence for people
    "written_amounts.py": {"'7x' is not an amount7x."},  # the hint is there or not: both are known
    "xlsx_table.py": {"Nothing is written on 7x."},  # on a sheet, or on several
}


def sample(node: ast.AST) -> str | None:
    """The text with something in each of its places."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        parts = (str(one.value) if isinstance(one, ast.Constant) else "7x" for one in node.values)
        return "".join(parts)
    return None


def sentences(tree: ast.AST) -> Iterator[str]:
    """What begins with a capital or a quotation and ends like a sentence; no docstring."""
    skipped = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    skipped |= {
        id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values
    }
    for one in ast.walk(tree):
        text = sample(one) if id(one) not in skipped else None
        if text and re.search(r"[a-z] .*\.$", text) and not re.search(r"[\\(]\?|\\", text):
            yield text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_sentence_of_a_reader_has_german_words(file):
    said = set(sentences(ast.parse(file.read_text("utf-8")))) - OURS.get(file.name, set())
    assert [one for one in sorted(said) if told_in(GERMAN, one) == one] == []


@pytest.mark.parametrize(
    "english",
    [
        "'7x' says neither spending nor income", "'7x' is no stance",
        "'7x' is not a commitment of this case", "'7x' is not a share",
        "the shares do not fit together", "Nothing is written on the sheets 7x.",
        "the amount is in EUR, the currency column says USD",
        "the amount is in EUR, this source is in USD",
        "the file has no column *7x* (named as text); its columns are: Line, Amount",
        "'7x' is not an amount with the decimal mark ','.",
    ],
)  # fmt: skip
def test_each_reason_of_a_value_has_german_words(english):
    assert told_in(GERMAN, english) != english


def test_each_place_stands_in_both_languages():
    for english, german in SHAPES.items():
        assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(german)), english


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("'31/02/2024' is not a date: the calendar has no such day",
         "„31/02/2024“ ist kein Datum: Diesen Tag hat der Kalender nicht"),
        ("'comma' is not an amount.", "„comma“ ist kein Betrag."),
        ("Sheet 'North': The header is line 4; 2 lines above it are taken as titles.",
         "Blatt „North“: Der Kopf ist Zeile 4; Zeilen darüber, die als Titel gelten: 2."),
        ("Cells are parted by semicolon.", "Zellen sind getrennt durch: Semikolon."),
        ("The transaction 'Rent' of 2024-03-01 does not balance: 5 EUR is left over.",
         "Die Buchung „Rent“ vom 2024-03-01 geht nicht auf: 5 EUR bleibt übrig."),
    ],
)  # fmt: skip
def test_what_people_wrote_stays_and_the_rest_is_german(english, german):
    assert told_in(GERMAN, english) == german
    assert AS_WRITTEN == "text"
