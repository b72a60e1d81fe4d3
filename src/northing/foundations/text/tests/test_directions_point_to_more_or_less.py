"""A sentence that says more or less of something shows the words, and what they speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.directions import Way, directions


@pytest.mark.parametrize(
    ("sentence", "way", "said", "about"),
    [
        ("Shorten the standard appointment to twelve minutes", Way.LESS, "Shorten", "appointment"),
        ("The evening course was cancelled.", Way.LESS, "cancelled", "course"),
        ("We hired three nurses for home visits", Way.MORE, "hired", "nurses"),
        ("Open a second clinic in the north", Way.MORE, "Open", "clinic"),
        ("We will not cut the interpreters", Way.MORE, "cut", "interpreters"),
        ("The board rejected expanding the casino", Way.LESS, "expanding", "casino"),
        ("Kürzung der Beratung um die Hälfte", Way.LESS, "Kürzung", "Beratung"),
    ],
)
def test_the_way_is_told_with_its_words(sentence: str, way: Way, said: str, about: str) -> None:
    language = "de" if "Kürzung" in sentence else "en"
    (one, *_) = directions(sentence, language)
    assert one.way is way
    assert said in one.words
    assert about in one.about


def test_a_purpose_is_no_part_of_what_is_cut() -> None:
    (one, *_) = directions("We cut travel so that patients get more time")
    assert "patients" not in one.about


@pytest.mark.parametrize("sentence", ["Rent of the office", "", "Cut.", "🙂", "削減する"])
def test_without_a_direction_or_an_object_nothing_is_said(sentence: str) -> None:
    assert directions(sentence) == ()


def test_another_language_finds_nothing() -> None:
    assert directions("On a réduit les horaires", "fr") == ()


@given(st.text(max_size=300))
def test_any_text_passes(text: str) -> None:
    for one in directions(text):
        assert one.about
        assert all(word in text for word in one.words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stop smoking course, Pier End",
        "Family homes mended, Pier End",
        "New shelter at the bus stop",
        "Open day for patients",
        "Rent for the clinic in North Close",
        "Transfer to the pension fund",
        "Opening hours of the advice desk",
    ],
)
def test_names_and_fixed_expressions_are_no_verbs(sentence: str) -> None:
    assert directions(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Stop the smoking course", Way.LESS),
        ("The evening course at Pier End is cancelled", Way.LESS),
        ("Cut the Travel Budget", Way.LESS),
        ("CLOSE THE LIBRARY", Way.LESS),
        ("The course for nurses was cut", Way.LESS),
        ("Board: Close the clinic in the north", Way.LESS),
    ],
)
def test_verbs_beside_names_still_are(sentence: str, way: Way) -> None:
    assert [one.way for one in directions(sentence)][-1] is way
