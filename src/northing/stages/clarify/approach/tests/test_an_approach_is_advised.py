from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.clarify.approach.facts import Approach, Reply
from northing.stages.clarify.approach.rules.advising import LEADERS_FIRST, NO_GUARDRAILS, advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS

IDS = [one.id for one in QUESTIONS]


def replies(**answers):
    given = {**dict.fromkeys(IDS, 0), **{key.replace("_", "-"): v for key, v in answers.items()}}
    return [Reply(key, answer, "seen in May") for key, answer in given.items()]


def of(**answers):
    return advice(QUESTIONS, replies(**answers))


def test_little_time_and_one_way_for_all_speak_for_the_top():
    found = of(urgent=4, uniform=4, central=4)
    assert found.clear is Approach.TOP_DOWN
    assert set(found.telling) <= {"urgent", "uniform", "central"}


def test_a_strong_front_line_that_decides_for_itself_speaks_for_the_grassroots():
    assert of(front_line=4, autonomy=4, time=4).clear is Approach.GRASSROOTS


def test_nothing_known_has_no_winner():
    found = advice(QUESTIONS, [])
    assert found.clear is None
    assert list(found.open) == IDS
    assert found.flip is None


def test_an_answer_without_evidence_counts_as_not_known():
    found = advice(QUESTIONS, [Reply("urgent", 4, " ")])
    assert "urgent" in found.open
    assert found.clear is None


def test_alike_is_no_winner():
    assert of().clear is None


def test_leaders_who_do_not_live_it_come_first_whatever_is_chosen():
    found = of(urgent=4, uniform=4, central=4, established=4, barriers=4, leaders_off=3)
    assert found.flags == (LEADERS_FIRST,)


def test_a_hybrid_without_guardrails_is_flagged():
    assert of(large=4, subcultures=4, middle=4).flags == (NO_GUARDRAILS,)


def test_how_little_would_turn_it():
    def leader(found):
        return max(found.standings, key=lambda one: one.points).approach

    found = of(urgent=2, autonomy=1)
    key, _, after = found.flip
    answers = {"urgent": 2, "autonomy": 1} | {key.replace("-", "_"): after}
    assert leader(of(**answers)) is not leader(found)


@given(st.lists(st.integers(0, 4), min_size=len(IDS), max_size=len(IDS)), st.permutations(IDS))
def test_the_order_of_answers_changes_nothing(answers, order):
    given_ = [Reply(key, answer, "x") for key, answer in zip(IDS, answers, strict=True)]
    shuffled = sorted(given_, key=lambda one: order.index(one.question))
    assert advice(QUESTIONS, given_) == advice(QUESTIONS, shuffled)


@given(
    st.lists(st.integers(0, 3), min_size=len(IDS), max_size=len(IDS)), st.sampled_from(QUESTIONS)
)
def test_an_answer_moves_every_approach_the_way_its_points_say(answers, question):
    base = dict(zip(IDS, answers, strict=True))
    more = {**base, question.id: base[question.id] + 1}
    before, after = (
        advice(QUESTIONS, [Reply(key, answer, "x") for key, answer in given_.items()])
        for given_ in (base, more)
    )
    for one, other in zip(before.standings, after.standings, strict=True):
        assert other.points - one.points == pytest.approx(question.points[one.approach] / 4)


@pytest.mark.parametrize("ids", [["urgent", "urgent"], ["fun"]])
def test_an_answer_belongs_to_one_question(ids):
    with pytest.raises(ValueError, match="one answer"):
        advice(QUESTIONS, [Reply(one, 1, "x") for one in ids])
