"""Are the pages there in German, whole, and is what runs what people wrote?"""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest

from northing.interfaces.web import catalogue

WEB = Path(__file__).parents[1]
UI = WEB.parents[1] / "foundations" / "ui"
PO = WEB / "locale" / "de" / "LC_MESSAGES" / "django.po"
PLACES = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def german():
    return catalogue.read(PO)


def test_every_sentence_is_translated_and_none_is_left_over(german):
    said = catalogue.sentences(WEB / "templates", WEB / "views", UI / "templates") | {
        one for path in WEB.glob("*.py") for one in catalogue._in_program(path.read_text("utf-8"))
    }
    assert len(said) > 100
    assert said == set(german) - {""}
    assert all(german.values())


def test_places_for_names_and_numbers_are_kept(german):
    for sentence, said in german.items():
        assert sorted(PLACES.findall(sentence)) == sorted(PLACES.findall(said)), sentence


def test_what_runs_is_what_was_written(german):
    with PO.with_suffix(".mo").open("rb") as file:
        runs = gettext.GNUTranslations(file)
    assert PO.with_suffix(".mo").read_bytes() == catalogue.compiled(german)
    assert all(runs.gettext(one) == said for one, said in german.items() if one)
