"""Does what is rewarded point where it should?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.congruence import congruence, congruence_bounds, least_change

WEIGHTS = st.lists(st.floats(0.01, 1), min_size=3, max_size=3)
SIGNED = st.lists(st.floats(-1, 1), min_size=3, max_size=3)


def test_pay_for_one_of_two_outcomes_stands_at_forty_five_degrees() -> None:
    found = congruence([1, 1], [1, 0])
    assert found == pytest.approx(math.cos(math.pi / 4))


def test_pay_for_the_opposite_points_the_other_way() -> None:
    assert congruence([0.5, 0.5], [-1, -1]) == pytest.approx(-1)


def test_pay_for_and_against_one_outcome_does_not_vanish() -> None:
    assert congruence([1, 0], [0.5, 0], [0.5, 0]) == pytest.approx(0)
    assert congruence([1, 0], [0.5, 0], [0.4, 0]) == pytest.approx(0.1 / math.hypot(0.5, 0.4))
    assert congruence([1, 0], [0, 0], [0.4, 0]) == pytest.approx(-1)


def test_where_nothing_is_paid_there_is_no_direction() -> None:
    assert congruence([1, 1], [0, 0]) is None


@pytest.mark.parametrize(
    ("goal", "reward"), [([0, 0], [1, 1]), ([1], [1, 1]), ([1, math.nan], [1, 1])]
)
def test_a_goal_wants_something_and_every_figure_is_one(
    goal: list[float], reward: list[float]
) -> None:
    with pytest.raises(ValueError, match=r"wants|wanted"):
        congruence(goal, reward)


@given(WEIGHTS, SIGNED, st.floats(0.1, 10))
def test_only_the_direction_counts(goal: list[float], paid: list[float], times: float) -> None:
    found = congruence(goal, paid)
    more = congruence(goal, [one * times for one in paid])
    assert (found is None) == (more is None)
    if found is not None and more is not None:
        assert found == pytest.approx(more, abs=1e-9)
        assert -1 <= found <= 1


def test_the_bounds_pass_over_readings_that_pay_nothing() -> None:
    assert congruence_bounds([1, 1], [([1, 1], [0, 0]), ([0, 0], [0, 0]), ([1, 0], [0, 0])]) == (
        pytest.approx(math.sqrt(0.5)),
        pytest.approx(1),
    )
    assert congruence_bounds([1, 1], [([0, 0], [0, 0])]) is None


def test_weights_that_pay_against_nothing_stay() -> None:
    assert least_change([0.6, 0.4], [[1, 0], [0, 1]]).tolist() == [0.6, 0.4]  # type: ignore[union-attr]


def test_a_tenth_from_the_wrong_measure_to_the_right_one_is_enough() -> None:
    found = least_change([0.3, 0.1, 0.6], [[-1, 1, 0]])
    assert found is not None
    assert found == pytest.approx([0.2, 0.2, 0.6])


def test_with_nothing_that_pays_for_it_all_pay_against_it_has_to_go() -> None:
    found = least_change([0.5, 0.3, 0.2], [[-1, 0, 0]])
    assert found is not None
    assert found == pytest.approx([0, 0.55, 0.45])


def test_measures_that_only_pay_against_cannot_be_balanced() -> None:
    assert least_change([0.5, 0.5], [[-1, 0], [0, -1]]) is None


@given(WEIGHTS, st.lists(SIGNED, min_size=1, max_size=3), st.integers(0, 2**16))
def test_no_other_weights_that_will_do_are_nearer(
    weights: list[float], effects: list[list[float]], seed: int
) -> None:
    found, now = least_change(weights, effects), np.array(weights)
    if found is None:
        return
    assert found.sum() == pytest.approx(now.sum(), abs=1e-6)
    assert (np.array(effects) @ found >= -1e-5).all()
    others = np.random.default_rng(seed).dirichlet(np.ones(3), 200) * now.sum()
    allowed = others[(others @ np.array(effects).T >= 0).all(axis=1)]
    nearest = ((found - now) ** 2).sum()
    assert (((allowed - now) ** 2).sum(axis=1) >= nearest - 1e-5).all()
