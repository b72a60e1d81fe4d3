"""Groups that all act alike seem to offset one another, the more so the fewer their deeds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.hierarchy import decompose
from northing.foundations.methods.null_gap import null_total_variation_approximation
from northing.foundations.methods.null_netting import null_netting

WORDS = [[0.30, 0.10, 0.10], [0.10, 0.20, 0.20]]
DEEDS = [[0.10, 0.10, 0.40], [0.30, 0.05, 0.05]]
P = np.array([0.3, 0.25, 0.2, 0.15, 0.1])


def alike(groups: int) -> np.ndarray:
    return np.tile(P / groups, (groups, 1))


def test_what_offsets_in_many_deeds_is_no_chance() -> None:
    """Vector say_do.hierarchy: .15 in all, .50 taken one by one, so .35 are hidden."""
    hidden = decompose(WORDS, DEEDS).hidden_by_netting_tv
    assert hidden == pytest.approx(0.35, abs=1e-12)
    assert null_netting(WORDS, DEEDS, [400, 400], seed=1).q95 < 0.05
    assert null_netting(WORDS, DEEDS, [40, 40], seed=1).q95 < hidden


def test_the_same_table_of_three_deeds_in_each_group_may_be_chance() -> None:
    thirds = [[0.5, 0, 0], [0, 0.25, 0.25]]
    even = [[0.25, 0.125, 0.125]] * 2
    hidden = decompose(even, thirds).hidden_by_netting_tv
    assert hidden == pytest.approx(0.5)
    assert null_netting(even, thirds, [2, 2], seed=1).q95 >= hidden


def test_many_groups_of_one_size_hide_what_one_sample_of_that_size_shows() -> None:
    """In the column sums hardly anything is left, so the bias of one group is all hidden."""
    null = null_netting(alike(300), alike(300), [50.0] * 300, draws=300, seed=2)
    alone = null_total_variation_approximation(P, 50)
    in_all = null_total_variation_approximation(P, 50 * 300)
    assert null.mean == pytest.approx(alone.mean - in_all.mean, rel=0.03)
    assert null.n == 15_000


def test_units_that_act_alike_are_called_different_in_one_case_of_twenty() -> None:
    rng = np.random.default_rng(11)
    called = 0
    for case in range(200):
        counts = np.stack([rng.multinomial(n, P) for n in (9, 15, 30)])
        deeds = counts / counts.sum()
        words = np.outer(deeds.sum(axis=1), [0.2] * 5)
        null = null_netting(words, deeds, counts.sum(axis=1), draws=400, seed=case)
        called += decompose(words, deeds).hidden_by_netting_tv > null.q95
    assert called / 200 <= 0.09, "5 % and two standard errors and a half of 200 cases"


def test_a_group_that_talks_and_one_that_acts_do_so_by_no_chance() -> None:
    """One commitment: nothing can be drawn otherwise, so chance hides nothing."""
    null = null_netting([[0.9], [0.1]], [[0.1], [0.9]], [5, 5], seed=1)
    assert (null.mean, null.q95) == (0, 0)


def test_a_group_without_deeds_is_not_drawn_and_one_without_words_is() -> None:
    null = null_netting([[0.5, 0.5], [0, 0]], [[0, 0], [0.5, 0.5]], [9, 20], seed=1)
    assert null.n == 20


def test_the_same_seed_gives_the_same_answer() -> None:
    one = null_netting(WORDS, DEEDS, [9, 9], seed=7)
    assert one == null_netting(WORDS, DEEDS, [9, 9], seed=7)
    assert one != null_netting(WORDS, DEEDS, [9, 9], seed=8)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any), min_size=2, max_size=5
    ),
    st.integers(1, 40),
)
def test_more_deeds_leave_less_to_chance(counts: list[list[int]], n: int) -> None:
    deeds = np.array(counts) / np.sum(counts)
    words = np.outer(deeds.sum(axis=1), [0.5, 0.3, 0.2])
    few = null_netting(words, deeds, [n] * len(counts), draws=400, seed=3)
    many = null_netting(words, deeds, [100 * n] * len(counts), draws=400, seed=3)
    assert 0 <= few.mean <= 1
    assert 0 <= few.q95 <= 1
    assert many.q95 <= few.q95 + 0.02
    assert many.mean <= few.mean + 0.01


@pytest.mark.parametrize(
    ("words", "deeds", "sizes"),
    [
        (WORDS, [[0.5, 0.5, 0]], [3, 3]),
        (WORDS, DEEDS, [3]),
        ([0.5, 0.5], [0.5, 0.5], [3, 3]),
        (WORDS, [[0.9, 0.9, 0.9], [0, 0, 0]], [3, 3]),
    ],
)
def test_tables_that_do_not_fit_are_refused(words: object, deeds: object, sizes: list[int]) -> None:
    with pytest.raises(ValueError, match=r"shares|joint"):
        null_netting(words, deeds, sizes, seed=1)  # type: ignore[arg-type]


def test_no_draws_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one draw"):
        null_netting(WORDS, DEEDS, [3, 3], draws=0, seed=1)
