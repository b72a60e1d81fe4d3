"""Which wording is pointed at, and which is left alone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.cues import admits_error, eases, emphasis, promises, withdraws


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We will answer every letter.", "We will"),
        ("we commit to plain language", "we commit to"),
        ("We aim to open on Sundays.", "We aim to"),
        ("Every patient gets an hour.", "Every patient gets"),
        ("Our mission is care for all.", "Our mission is"),
        ("whose primary mission is accessibility", "whose primary mission is"),
        ("- Promote accessibility throughout society", "Promote"),
        ("* to enforce the Act", "to enforce"),
        ("Members shall be heard.", "shall"),
        ("The Board will publish its minutes.", "The Board will"),
    ],
)
def test_a_promise_is_pointed_at_by_its_words(sentence, found):
    assert promises(sentence).words == (found,)


def test_a_german_promise_needs_the_german_wordings():
    assert promises("Wir verpflichten uns zur Offenheit.", "de").words == ("Wir verpflichten uns",)
    assert promises("Jede Patientin bekommt Zeit.", "de-CH") is not None
    assert promises("Wir verpflichten uns zur Offenheit.", "en") is None


@pytest.mark.parametrize(
    "sentence",
    ["The roof was repaired in May.", "There will be lunch.", "It is at the will of the owner."],
)
def test_a_report_is_no_promise(sentence):
    assert promises(sentence) is None


def test_emphasis_is_pointed_at():
    assert emphasis("This is crucial and a core part of the work.").words == ("crucial", "core")
    assert emphasis("Listening is at the heart of it.").words == ("at the heart",)
    assert emphasis("The apple corer is here.") is None


def test_an_easing_needs_a_cause_and_a_decrease_and_says_of_what():
    cue = eases("The Board anticipates a reduction in rulemaking efforts in FY 2026.")
    assert cue.words == ("anticipates", "reduction")
    assert cue.about == ("rulemaking", "efforts")
    assert eases("A reduction in rulemaking.") is None
    assert eases("The Board anticipates rain.") is None


def test_what_is_no_longer_needed_stands_before_the_words():
    assert eases("The review is no longer needed due to the merger.").about == ("review",)
    assert eases("Training is lower because the series ended.").about == ("Training",)
    assert eases("Wegen der Baustelle wurde die Reise verschoben.", "de").about[-1] == "Reise"


def test_an_admitted_error_is_pointed_at():
    assert admits_error("Posted in error instead of the correct account.").words == (
        "in error",
        "instead of the correct",
    )
    assert admits_error("The terror of the sea") is None


def test_a_withdrawal_is_pointed_at():
    assert withdraws("The grant was cancelled; funds de-allocated.").words == (
        "cancelled",
        "de-allocated",
    )
    assert withdraws("Deallocation of travel").words == ("Deallocation",)
    assert withdraws("Cash was allocated") is None


@given(st.text(max_size=80), st.sampled_from(["en", "de", "fr"]))
def test_every_cue_stands_in_its_sentence(sentence, language):
    for cue in (promises, emphasis, eases, admits_error, withdraws):
        found = cue(sentence, language)
        assert found is None or all(
            word.split()[0] in sentence for word in found.words if word.split()
        )
