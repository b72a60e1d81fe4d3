"""Does a text find its topic in whatever script it is written, and do we say how it was read?"""

from __future__ import annotations

import time

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.text.grams import grams
from northing.foundations.text.kernel import bottom_sample, link, prepare, reach
from northing.foundations.text.match import MatchSettings
from northing.foundations.text.tests.make import FILLER, make_prompts

USUAL = MatchSettings(meaning=True)
TOLERABLE = 120  # seconds, on a machine that does much else


def linked(texts, prompts, but=USUAL):
    given = pa.array([*texts, *FILLER], pa.string())
    prepared = prepare(bottom_sample(given), prompts, but)
    rows = link(given, prepared).to_pylist()
    return [row for row in rows if row["text_index"] < len(texts) and row["linked"]]


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("пандус для инвалидной коляски", "установили пандусы, инвалидные коляски въезжают"),
        ("ράμπα για αναπηρικά αμαξίδια", "οι ράμπες και το αναπηρικό αμαξίδιο"),
        ("منحدر للكراسي المتحركة", "المنحدرات والكراسي متحركة"),
        ("רמפות לכיסאות גלגלים", "הרמפות וכיסאות הגלגלים"),
        ("휠체어 경사로를 설치", "경사로가 휠체어에 맞다"),
        ("車椅子用のスロープ", "スロープで車椅子が入れる"),
        ("无障碍坡道和轮椅", "新建轮椅坡道"),
        ("व्हीलचेयर के लिए रैंप", "नए रैंप व्हीलचेयरों हेतु"),
    ],
)
def test_inflected_words_of_any_script_meet_by_their_parts(prompt, text):
    [row] = linked([text], make_prompts(("access", prompt), ("sea", "boats on the sea")))
    assert row["topic"] == "access"
    assert row["words"]
    assert all(word in text for word in row["words"])


def test_a_cyrillic_word_that_shares_no_part_meets_nothing():
    assert linked(["река и лес"], make_prompts(("access", "пандус для коляски"))) == []


def test_the_words_shown_are_whole_words_shown_once():
    prompts = make_prompts(("access", "пандус для инвалидной коляски"))
    [row] = linked(["пандусы"], prompts)
    assert row["words"] == ["пандусы"]


def test_latin_words_are_not_cut():
    assert grams("accessibilité") == grams("groesse") == []
    assert grams("пандус") == ["~панд", "~анду", "~ндус"]
    assert grams("лес") == []


def test_how_texts_were_read_is_counted():
    texts = ["пандусы", "منحدرات", "🎉🎉🎉", "", None, "ramps for everyone at the door"]
    given = pa.array([*texts, *FILLER], pa.string())
    prepared = prepare(bottom_sample(given), make_prompts(("access", "ramps")), USUAL)
    found = reach(given, prepared)
    assert (found.texts, found.words_alone, found.wordless) == (len(given), 5, 3)


def test_signs_alone_and_nothing_at_all_are_near_nothing():
    assert linked(["🎉🎉🎉", "", None, "…", "2024"], make_prompts(("access", "ramps"))) == []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_whatever_is_written_passes(texts):
    prompts = make_prompts(("access", "ramps for wheelchairs"), ("доступ", "пандус"))
    linked(texts, prompts, MatchSettings())


@pytest.mark.parametrize("sign", ["ramps ", "пандусы ", "坡", "🎉", "a", "\u0301"])
def test_a_million_characters_are_one_text_like_any_other(sign):
    long = sign * (1_000_000 // len(sign))
    began = time.monotonic()
    rows = linked(
        [long, "ramps for wheelchairs"], make_prompts(("access", "ramps for wheelchairs"))
    )
    assert {row["text_index"] for row in rows} >= {1}
    assert time.monotonic() - began < TOLERABLE
