"""Is the best choice really the best, and is a conflict named by what is at fault?"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods import optimum
from northing.foundations.methods.optimum import best_in_turn, conflict, maximise, programme

INF = np.inf
SMALL = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=8)


@given(SMALL, st.integers(0, 30))
@settings(max_examples=60)
def test_no_other_choice_within_the_limits_gains_more(offers, budget):
    gains, costs = zip(*offers, strict=True)
    found = maximise(programme(gains, [(costs, -INF, budget)]))
    best = max(
        sum(g for g, one in zip(gains, taken, strict=True) if one)
        for taken in itertools.product((0, 1), repeat=len(offers))
        if sum(c for c, one in zip(costs, taken, strict=True) if one) <= budget
    )
    assert found.value == pytest.approx(best)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=12, deadline=None)
def test_a_core_gives_the_same_as_searching_everything(seed):
    rng = np.random.default_rng(seed)
    n = 60
    cost, gain = rng.integers(1, 100, n), rng.integers(1, 100, n)
    rows = [(cost, -INF, cost.sum() // 3), (rng.integers(0, 2, n), 5, INF)]
    given_ = programme(gain, rows)
    whole = maximise(given_)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(optimum, "MANY", 10)
        patch.setattr(optimum, "CORE", 8)
        cored = maximise(given_)
    assert (cored and cored.value) == pytest.approx(whole and whole.value)


def test_limits_that_cannot_be_kept_have_no_best_choice():
    assert maximise(programme([1, 1], [([1, 1], 3, INF)])) is None


def test_what_nothing_limits_is_refused():
    with pytest.raises(ValueError, match="limits"):
        maximise(programme([1], [], upper=[INF], whole=False))


def test_a_tie_is_decided_by_what_comes_next():
    given_ = programme([5, 5, 5], [([1, 1, 1], -INF, 2)])
    found = best_in_turn(given_, [np.array([0.0, 1.0, 1.0])])
    assert found.chosen.tolist() == [0, 1, 1]
    assert found.value == 10


def test_a_conflict_names_no_limit_that_could_stay():
    # The budget is 10; the first and the third floor ask for 12 together, the second fits.
    rows = [([4, 6, 6], -INF, 10), ([0, 1, 0], 1, INF), ([1, 0, 0], 1, INF), ([0, 0, 1], 1, INF)]
    given_ = programme([1, 1, 1], rows)
    named = conflict(given_, always=[0])
    kept = [row for row in range(1, 4) if row not in named]
    assert len(named) == 2
    assert maximise(given_.keeping([0, *named])) is None
    for one in named:
        rest = sorted({0, *kept[:0], *(set(named) - {one})})
        assert maximise(given_.keeping(rest)) is not None


def test_limits_that_hold_together_have_no_conflict():
    assert conflict(programme([1, 1], [([1, 1], -INF, 1), ([1, 0], 1, INF)]), always=[0]) == ()
