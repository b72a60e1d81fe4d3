"""Does a page get the sentence the audit wrote, with its places where they were kept?"""

from __future__ import annotations

import pytest

from northing.foundations.documents.told import Told, tell
from northing.foundations.documents.told_json import kept
from northing.stages.diagnose.audits.rules.telling import sentence_in

SAID = tell("{n} records of deeds, no sentence.", n=3)


def test_a_sentence_comes_with_its_pattern_and_its_places():
    found = sentence_in({"condition": str(SAID), "told": {"condition": kept(SAID)}}, "condition")
    assert (found, found.pattern, found.places) == (SAID, SAID.pattern, {"n": 3})


@pytest.mark.parametrize(
    "told",
    [{}, {"told": {}}, {"told": None}, {"told": {"condition": {"say": 3}}},
     {"told": {"condition": "a text alone"}}],
)  # fmt: skip
def test_what_was_kept_without_or_wrongly_is_the_text_alone(told):
    found = sentence_in({"condition": "3 records."} | told, "condition")
    assert isinstance(found, Told)
    assert (found, found.pattern, found.places) == ("3 records.", "3 records.", {})


def test_a_part_that_is_not_there_says_nothing():
    assert sentence_in({}, "counter") == ""
    assert sentence_in({"counter": None}, "counter") == ""
