"""What must hold of every comparison of options, whatever the figures?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.acceptability import acceptability, confidence
from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.forecasting import brier
from northing.foundations.methods.ideal_point import topsis
from northing.foundations.methods.outranking import Preference, promethee
from northing.foundations.methods.pairwise import ahp
from northing.foundations.methods.pareto import front, front_probability
from northing.foundations.methods.value import additive, as_weights, swings
from northing.foundations.methods.weighing import admissible, rank_weights, smallest_flip

PLACES = st.integers(0, 20)
TABLES = st.integers(2, 5).flatmap(
    lambda wide: st.lists(st.lists(PLACES, min_size=wide, max_size=wide), min_size=2, max_size=6)
)
MORE = ("more", "more", "more", "more", "more")


@given(TABLES, st.lists(PLACES, min_size=5, max_size=5))
def test_another_option_never_reorders_the_others_while_ranges_are_stated(table, extra):
    wide = len(table[0])
    ranges, weights = [(0, 20)] * wide, range(1, wide + 1)
    alone = additive(swings(table, MORE[:wide], ranges), list(weights))
    beside = additive(swings([*table, extra[:wide]], MORE[:wide], ranges), list(weights))
    assert beside[:-1] == pytest.approx(alone)


def test_topsis_turns_an_order_when_a_third_option_comes_and_the_added_value_does_not():
    two, third = [[9.0, 1.0], [5.0, 6.0]], [0.0, 40.0]
    first = topsis(two, [0.7, 0.3], MORE[:2])
    with_third = topsis([*two, third], [0.7, 0.3], MORE[:2])
    assert (first[0] > first[1]) != (with_third[0] > with_third[1]) or first[0] != with_third[0]
    ranges = [(0.0, 10.0), (0.0, 40.0)]
    kept = additive(swings([*two, third], MORE[:2], ranges), [0.7, 0.3])[:2]
    assert kept == pytest.approx(additive(swings(two, MORE[:2], ranges), [0.7, 0.3]))


def test_less_is_better_where_it_is_said():
    assert swings([[10], [30]], ["less"]).ravel().tolist() == [1, 0]


def test_what_is_equal_on_a_criterion_is_told_apart_by_nothing():
    assert swings([[5, 1], [5, 2]], MORE[:2])[:, 0].tolist() == [0, 0]


def test_a_gap_stays_a_gap_unless_its_criterion_counts_nothing():
    stands = swings([[1, math.nan], [2, 3], [3, 4]], MORE[:2])
    assert math.isnan(additive(stands, [1, 1])[0])
    assert additive(stands, [1, 0])[0] == 0


@pytest.mark.parametrize("weights", [[1, -1], [0, 0], [1], [1, math.nan]])
def test_weights_that_are_none_are_refused(weights):
    with pytest.raises(ValueError, match=r"weight|counts"):
        as_weights(weights, 2)


@given(TABLES)
def test_topsis_lies_between_nothing_and_one_and_the_best_on_all_leads(table):
    wide = len(table[0])
    best = [max(row[c] for row in table) + 1 for c in range(wide)]
    found = topsis([*table, best], [1] * wide, MORE[:wide])
    assert ((found >= 0) & (found <= 1)).all()
    assert found[-1] == pytest.approx(1)


@given(TABLES)
def test_net_flows_add_up_to_nothing_and_never_favour_what_is_beaten_everywhere(table):
    wide = len(table[0])
    beaten = [min(row[c] for row in table) - 1 for c in range(wide)]
    flows = promethee([*table, beaten], [1] * wide, MORE[:wide], [Preference()] * wide)
    assert flows.net.sum() == pytest.approx(0, abs=1e-9)
    assert flows.net[-1] == flows.net.min() == pytest.approx(-1)


def test_comparisons_that_follow_from_each_other_have_no_inconsistency():
    weights = np.array([0.5, 0.3, 0.2])
    found = ahp(weights[:, None] / weights[None, :])
    assert found.weights == pytest.approx(weights)
    assert found.inconsistency == pytest.approx(0, abs=1e-9)


def test_comparisons_that_go_in_a_circle_do_not_hold_together():
    assert not ahp([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]]).hold_together


@given(TABLES)
def test_the_front_is_what_comparing_each_with_each_says(table):
    wide = len(table[0])

    def beats(a, b):
        return all(x >= y for x, y in zip(a, b, strict=True)) and a != b

    expected = tuple(not any(beats(other, one) for other in table) for one in table)
    assert front(table, MORE[:wide]) == expected
    assert front_probability([table, table], MORE[:wide]).tolist() == [float(e) for e in expected]


def test_what_is_not_known_is_not_taken_off_the_front():
    assert front([[1, math.nan], [2, 2]], MORE[:2]) == (True, True)


def test_weights_from_ranks_alone():
    assert rank_weights([1, 2, 3]) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert rank_weights([1, 1, 1]) == pytest.approx([1 / 3] * 3)


def test_drawn_weights_keep_the_order_that_was_given():
    drawn = admissible(3, draws=2000, seed=4, order=[2, 1, 3])
    assert (drawn[:, 1] >= drawn[:, 0]).all()
    assert (drawn[:, 0] >= drawn[:, 2]).all()
    assert drawn.mean(axis=0) == pytest.approx(rank_weights([2, 1, 3]), abs=0.02)


def test_what_ties_shares_its_ranks():
    found = acceptability([[0.5, 0.5], [0.5, 0.5], [0, 0]], admissible(2, draws=500, seed=1))
    assert found.ranks.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]
    assert found.winning[0, 1] == 0.5
    assert np.isnan(found.central[2]).all()


@given(TABLES)
@settings(max_examples=25)
def test_ranks_of_an_option_and_options_of_a_rank_add_up_to_one(table):
    wide = len(table[0])
    found = acceptability(np.array(table) / 20, admissible(wide, draws=200, seed=2))
    assert found.ranks.sum(axis=0) == pytest.approx(np.ones(len(table)))
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(len(table)))
    assert found.winning + found.winning.T == pytest.approx(np.ones((len(table), len(table))))


def test_an_option_of_which_little_is_known_has_little_confidence():
    rng = np.random.default_rng(3)
    stands = np.stack([rng.random((4000, 2)), np.full((4000, 2), 0.5)], axis=1)
    assert confidence(0, stands, [0.5, 0.5]) == pytest.approx(0.5, abs=0.03)


def test_how_little_weight_has_to_change_hands():
    found = smallest_flip([1, 0], [0, 1], [0.7, 0.3])
    assert found.moved == pytest.approx(0.2)
    assert found.weights == pytest.approx((0.5, 0.5))
    assert smallest_flip([1, 1], [0.5, 0.5], [0.5, 0.5]) is None


def test_forecasts_against_what_happened():
    found = brier([1, 0.5, 0], [True, True, False])
    assert found.value == pytest.approx(0.25 / 3)
    assert isinstance(brier([0.2], [False]), Estimate)
    assert isinstance(brier([], []), Unknown)
    with pytest.raises(ValueError, match="probability"):
        brier([1.2], [True])
