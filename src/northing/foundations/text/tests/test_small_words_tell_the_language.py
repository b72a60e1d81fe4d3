"""Is the language of a promise told by its small words, and by nothing where there are none?"""

from __future__ import annotations

import pytest

from northing.foundations.text.spoken_in import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Every patient is treated as a whole person, at the pace they need.", "en"),
        ("Wir behandeln jeden Menschen als ganze Person, in seinem eigenen Tempo.", "de"),
        ("Niemand wartet länger als vier Wochen auf Hilfe.", "de"),
        ("Nobody waits longer than four weeks for help.", "en"),
        ("Unser „Young Minds Bus“ fährt in jeden Bezirk.", "de"),
    ],
)
def test_a_sentence_is_known_whatever_is_usual(text, language):
    assert {language_of(text, usual=usual) for usual in ("en", "de", "fr")} == {language}


@pytest.mark.parametrize("text", ["", "2026", "Prävention", "Safety first"])
def test_where_nothing_tells_the_usual_language_is_taken(text):
    assert language_of(text, usual="de-AT") == "de"
    assert language_of(text, usual="en") == "en"
