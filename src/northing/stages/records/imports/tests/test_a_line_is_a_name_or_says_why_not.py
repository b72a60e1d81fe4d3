"""Does a list of names take names, and only what a report can be kept free of?"""

from __future__ import annotations

import pytest

from northing.foundations.text.redaction import Redactor
from northing.stages.records.imports.rules.names import NoName, why_no_name

NAMES = ("Amina Haddad", "O’Brien, Róisín", "Jean-Luc de la Cruz", "Wu Li", "May", "王芳", "J. Bos",
         "Ąžuolė", "Verhoeven (Greta)")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_taken_and_then_hidden(name):
    assert why_no_name(name) is None
    assert "[person]" in Redactor([name]).redact(f"Minuted by {name}.")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("A.", NoName.SHORT),
        ("Bo", NoName.SHORT),
        ("It", NoName.SHORT),
        ("—", NoName.SIGNS),
        ("Ward 12", NoName.DIGITS),
        ("+31 20 555 0199", NoName.DIGITS),
        ("amina@harbour.example", NoName.SIGNS),
        ("Amina\tHaddad; Bruno", NoName.SIGNS),
        ("Board of directors", NoName.WORD),
        ("the team", NoName.WORD),
        ("van der", NoName.WORD),
    ],
)
def test_a_line_that_is_no_name_says_why(line, why):
    assert why_no_name(line) is why
    assert why_no_name(line, language="de") is why
