"""Do two texts side by side show what went and what came, and all of both?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from northing.stages.clarify.mission.rules.difference import Fate, difference


def drawn(stretches):
    signs = {Fate.KEPT: "{}", Fate.GONE: "-{}-", Fate.COME: "+{}+"}
    return "".join(signs[one.fate].format(one.text) for one in stretches)


def test_a_word_that_was_put_for_another_is_marked_on_both_sides():
    found = difference("Every patient is seen.", "Every adult patient is heard.")
    assert drawn(found.before) == "Every patient is -seen-."
    assert drawn(found.after) == "Every+ adult+ patient is +heard+."


def test_the_same_text_has_no_difference():
    assert difference("We care.", "We care.").is_same
    assert difference("", "").is_same


def test_a_text_that_came_or_went_is_marked_whole():
    assert drawn(difference("", "We care.").after) == "+We care.+"
    assert drawn(difference("We care.", "").before) == "-We care.-"


def test_words_that_changed_one_after_the_other_are_marked_in_one_and_counted():
    found = difference("We repair school roofs.", "We run the night buses.")
    assert drawn(found.before) == "We -repair school roofs-."
    assert drawn(found.after) == "We +run the night buses+."
    assert (found.gone, found.come) == (3, 4)


TEXTS = st.text(alphabet="ab é-'’.\n", max_size=40)


@given(TEXTS, TEXTS)
def test_put_together_again_they_are_the_texts(before, after):
    found = difference(before, after)
    assert "".join(one.text for one in found.before) == before
    assert "".join(one.text for one in found.after) == after
    kept = [
        "".join(one.text for one in side if one.fate is Fate.KEPT)
        for side in (found.before, found.after)
    ]
    assert kept[0] == kept[1]
    assert found.is_same is (before == after)
