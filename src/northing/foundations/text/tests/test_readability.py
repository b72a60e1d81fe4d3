"""Three formulas on a sentence that can be counted by hand."""

from __future__ import annotations

import pytest

from northing.foundations.text.readability import readability


def test_the_cat_on_the_mat_by_hand() -> None:
    found = readability("The cat sat on the mat.")
    assert found is not None
    assert (found.words, found.sentences) == (6, 1)
    assert found.ari == pytest.approx(-5.085, abs=5e-4)
    assert found.coleman_liau == pytest.approx(-4.073, abs=5e-4)
    assert found.lix == 6


def test_a_short_text_is_called_unstable() -> None:
    short, long = readability("We care."), readability("We care for people. " * 40)
    assert short is not None
    assert long is not None
    assert not short.is_stable
    assert long.is_stable


def test_no_word_no_index() -> None:
    assert readability(" … 🙂") is None
