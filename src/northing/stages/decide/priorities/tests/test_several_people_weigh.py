"""Is the range of several people's weights what counts, and is their doubt told?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.weighing import between
from northing.stages.decide.priorities.engine import rank
from northing.stages.decide.priorities.facts import Criterion, Option, Range
from northing.stages.decide.priorities.rules.agreeing import agreement_of

CRITERIA = (
    Criterion("impact", "Impact", 0, 10, 100),
    Criterion("reach", "Reach", 0, 10, 100),
)


def exactly(value):
    return Range(value, value, value)


DEEP = Option("deep", "Goes deep", {"impact": exactly(9), "reach": exactly(2)})
WIDE = Option("wide", "Reaches many", {"impact": exactly(3), "reach": exactly(8)})
FOR_DEPTH, FOR_REACH = {"impact": 80, "reach": 20}, {"impact": 1, "reach": 4}


def test_the_range_is_from_the_lowest_to_the_highest_share_anybody_gave():
    found = agreement_of([FOR_DEPTH, FOR_REACH], CRITERIA, (DEEP, WIDE))
    assert [(one.criterion, one.low, one.high) for one in found.spans] == [
        ("impact", pytest.approx(0.2), pytest.approx(0.8)),
        ("reach", pytest.approx(0.2), pytest.approx(0.8)),
    ]
    assert found.apart == pytest.approx(0.6)
    assert found.firsts == {"deep": 1, "wide": 1}


def test_people_who_disagree_leave_a_tie_where_a_mean_would_name_a_winner():
    found = agreement_of([FOR_DEPTH, {"impact": 4, "reach": 6}], CRITERIA, (DEEP, WIDE))
    told = rank((DEEP, WIDE), CRITERIA, seed=0, draws=2000, between=found.bounds)
    assert [one.rank for one in told.placed] == [1, 1]
    assert told.placed[0].leads.value < 1
    mean = (replace(CRITERIA[0], swing=60), replace(CRITERIA[1], swing=40))
    assert [one.option.id for one in rank((DEEP, WIDE), mean, seed=0).leaders] == ["deep"]


def test_one_person_alone_is_followed_to_the_letter():
    found = agreement_of([FOR_REACH], CRITERIA, (DEEP, WIDE))
    told = rank((DEEP, WIDE), CRITERIA, seed=0, draws=500, between=found.bounds)
    assert told.weights == pytest.approx((0.2, 0.8))
    assert [one.option.id for one in told.leaders] == ["wide"]
    assert found.apart == 0


def test_weights_given_to_other_criteria_do_not_count_and_are_counted():
    found = agreement_of([FOR_DEPTH, {"impact": 5}], CRITERIA, (DEEP, WIDE))
    assert (found.people, found.outdated) == (1, 1)
    assert agreement_of([{"cost": 5}], CRITERIA, (DEEP, WIDE)) is None


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any), min_size=1))
def test_every_drawn_weight_lies_within_what_people_gave(swings):
    shares = np.array([np.array(one) / sum(one) for one in swings])
    low, high = shares.min(axis=0), shares.max(axis=0)
    found = between(low, high, draws=50, seed=1)
    assert found.sum(axis=1) == pytest.approx(np.ones(50))
    assert (found >= low - 1e-9).all()
    assert (found <= high + 1e-9).all()


def test_the_draw_is_even_where_only_the_sum_binds():
    found = between([0, 0, 0], [1, 1, 1], draws=8000, seed=3)
    assert found.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.02)
    assert found.var(axis=0) == pytest.approx([1 / 18] * 3, rel=0.1)
