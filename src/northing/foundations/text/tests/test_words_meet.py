"""Do two writings of the same word meet, and do different words stay apart?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.words import features, is_stop_word, stem, words


def keys(text: str, language: str = "en") -> set[str]:
    return {found.key for found in features(text, language=language)}


def surfaces(text: str, language: str = "en") -> list[str]:
    return [found.surface for found in features(text, language=language)]


@pytest.mark.parametrize(
    "written", ["all-hands", "all hands", "All-Hands", "ALL HANDS", "all‑hands"]
)
def test_a_compound_meets_itself_however_it_is_joined(written):
    assert keys(written) == keys("all-hands") == {"hand", "all hand"}


def test_only_whole_words_meet():
    assert not keys("permission") & keys("mission")


def test_inflections_meet_as_far_as_stemming_goes():
    assert keys("accessible") == keys("accessibility")
    assert keys("Häuser", "de") == keys("Haus", "de")


def test_an_unknown_language_is_left_unstemmed():
    assert keys("accessibilité", "fr") == {"accessibilité"}
    assert keys("Häuser", "de-AT") == keys("Häuser", "de")


def test_a_possessive_is_the_word_itself():
    assert keys("the board's plan") >= {"board", "plan", "board plan"}


def test_pure_numbers_stay_out_and_part_their_neighbours():
    assert keys("travel 2025 budget 40,000 CO2") == {"travel", "budget", "co2"}


def test_a_pair_does_not_reach_across_a_full_stop():
    assert "travel train" not in keys("Travel. Training")


def test_a_pair_of_two_stop_words_is_no_feature():
    assert keys("all of the") == set()


def test_the_surface_is_shown_as_written():
    assert surfaces("Accessible Design") == ["Accessible", "Design", "Accessible Design"]


def test_a_script_without_spaces_falls_to_pairs_of_characters():
    assert keys("医療計画") == {"医療", "療計", "計画"}
    assert keys("水") == {"水"}


def test_vowel_signs_and_combining_accents_stay_inside_their_word():
    assert surfaces("हिन्दी", "hi") == ["हिन्दी"]
    assert keys(unicodedata.normalize("NFD", "Rémy"), "fr") == keys("Rémy", "fr")


def test_a_stop_word_is_marked_and_kept_in_its_place():
    assert [(word.surface, word.is_stop) for word in words("All hands")] == [
        ("All", True),
        ("hands", False),
    ]
    assert is_stop_word("THE")
    assert not is_stop_word("the", language="fr")
    assert stem("Running") == "run"


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", "ja"]))
def test_any_text_passes_and_says_the_same_twice(text, language):
    assert features(text, language=language) == features(text, language=language)


@given(st.text(alphabet="abc -'.,;2", max_size=40))
def test_a_foreign_word_elsewhere_changes_nothing_for_plain_ones(text):
    alone = features(text)
    assert features(f"{text} ; 水")[: len(alone)] == alone
