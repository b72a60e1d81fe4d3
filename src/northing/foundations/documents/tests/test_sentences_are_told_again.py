"""Does a sentence stay what it is when it is kept, read and told in another language?"""

from __future__ import annotations

import copy
import json
import pickle
import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.documents.told import (
    Count,
    Either,
    Listed,
    Noun,
    Sum,
    Term,
    Told,
    Tongue,
    Written,
    has_words_for,
    left_in,
    tell,
    together,
    told_in,
)
from northing.foundations.documents.told_json import kept, read

GERMAN = Tongue(
    code="de",
    patterns={
        "{records} of {kind} are left: {sum}.": Either(
            "records",
            "{records} unter „{kind}“ bleibt: {sum}.",
            "{records} unter „{kind}“ bleiben: {sum}.",
        ),
        "No sign of {records}.": "Von {records:dat} keine Spur.",
        "On {day} it was {share}.": "Am {day} waren es {share}.",
        "It ended.": "Es hat geendet.",
    },
    terms={"money": "Geld", " points": " Punkte", " and ": " und ", "too few": "zu wenige"},
    nouns={"record": Noun("Eintrag", "Einträge", "Einträgen")},
    glued={"what is done is unknown: {reason}": "was getan wird, ist unbekannt: {reason}"},
)
WORDS = st.text(string.ascii_letters + "äß “”{}%", max_size=12)
FIGURES = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
PLACES = st.recursive(
    st.one_of(
        WORDS,
        st.integers(0, 10**6),
        st.dates(),
        st.builds(Written, st.floats(-1e6, 1e6), st.just(".1f"), st.sampled_from(["", " %"])),
        st.builds(Written, st.integers(0, 10**6), st.just(","), st.just("")),
        st.builds(Sum, FIGURES, st.one_of(st.none(), st.just("EUR"))),
        st.builds(Count, st.integers(0, 10**6), st.just("record")),
        st.builds(Term, st.sampled_from(["money", "too few"])),
    ),
    lambda inner: st.one_of(
        st.builds(Listed, st.lists(inner, max_size=3).map(tuple), st.sampled_from([", ", " and "])),
        st.builds(lambda one, two: tell("{one}: {two}.", one=one, two=two), inner, inner),
    ),
    max_leaves=8,
)


def test_a_sentence_is_plain_english_and_knows_how_it_was_made():
    said = tell("{records} of {kind} are left: {sum}.", records=Count(1200, "record"),
                kind=Term("money"), sum=Sum(Decimal("1234.50"), "EUR"))  # fmt: skip
    assert said == "1,200 records of money are left: EUR 1,234.50."
    assert told_in(GERMAN, said) == "1.200 Einträge unter „Geld“ bleiben: 1.234,50 EUR."


@pytest.mark.parametrize(
    ("said", "german"),
    [
        (tell("No sign of {records}.", records=Count(3, "record")), "Von 3 Einträgen keine Spur."),
        (tell("No sign of {records}.", records=Count(1, "record")), "Von 1 Eintrag keine Spur."),
        (tell("On {day} it was {share}.", day=date(2026, 3, 1), share=Written(12.34, ".1f", " %")),
         "Am 01.03.2026 waren es 12,3 %."),
        ("It ended.", "Es hat geendet."),
        (together("It ended.", "", "It ended."), "Es hat geendet. Es hat geendet."),
        ("what is done is unknown: too few", "was getan wird, ist unbekannt: zu wenige"),
        ("Nobody translated this.", "Nobody translated this."),
    ],
)  # fmt: skip
def test_figures_days_and_cases_follow_the_language(said, german):
    assert told_in(GERMAN, said) == german


def test_what_has_no_words_is_named():
    said = together("It ended.", tell("{n} are left of {kind}.", n=3, kind=Term("time")))
    assert list(left_in(GERMAN, said)) == ["{n} are left of {kind}.", "time"]
    assert not has_words_for(GERMAN, said)
    assert has_words_for(GERMAN, "It ended.")


def test_a_name_that_may_not_be_said_is_taken_out_wherever_it_stands():
    said = together("Amina left.", tell("“{text}” and {list}", text="Amina said so",
                                        list=Listed(("Amina", "Bruno"))))  # fmt: skip
    told = json.dumps(kept(said, lambda text: text.replace("Amina", "[person]")))
    assert "Amina" not in told
    assert str(read(json.loads(told))) == "[person] left. “[person] said so” and [person], Bruno"


@given(PLACES)
def test_what_is_kept_is_read_again_and_says_the_same(place):
    again = read(json.loads(json.dumps(kept(place))))
    assert str(again) == str(place)
    if isinstance(place, Told):
        assert told_in(GERMAN, again) == told_in(GERMAN, place)


@given(st.lists(WORDS, min_size=1))
def test_braces_that_people_wrote_are_no_places(parts):
    said = together(*parts)
    assert said == told_in(GERMAN, said) == read(kept(said)) == " ".join(filter(None, parts))


@given(WORDS, WORDS)
def test_what_people_wrote_stands_in_every_language(text, other):
    said = tell("On {day} it was {share}.", day=text, share=tell("“{text}”", text=other))
    assert text in said
    assert other in told_in(GERMAN, said)


def test_a_copy_and_what_another_program_hands_over_know_as_much():
    said = tell("On {day} it was {share}.", day=date(2026, 3, 1), share=Written(1.5, ".1f", " %"))
    for again in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301 - our own
        assert again == said
        assert told_in(GERMAN, again) == told_in(GERMAN, said) != said


@pytest.mark.parametrize("wrong", [{}, {"say": 3}, {"list": 1, "by": ""}, {"sum": "x"}, [], None])
def test_what_is_no_sentence_is_refused(wrong):
    with pytest.raises(ValueError, match=r"no sentence|Invalid|isoformat"):
        read(wrong)
