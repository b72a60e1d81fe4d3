"""Chance alone shows a gap, and less of it in a larger sample."""

import pytest

from northing.foundations.methods.null_gap import (
    null_jensen_shannon,
    null_jensen_shannon_approximation,
    null_total_variation,
    null_total_variation_approximation,
)

P = (0.3, 0.25, 0.2, 0.15, 0.1)


def test_the_same_seed_gives_the_same_answer() -> None:
    assert null_total_variation(P, 50, seed=7) == null_total_variation(P, 50, seed=7)
    assert null_total_variation(P, 50, seed=7) != null_total_variation(P, 50, seed=8)


@pytest.mark.parametrize("n", [200, 2000])
def test_simulation_and_approximation_agree(n: int) -> None:
    tv, tv_limit = null_total_variation(P, n, seed=3), null_total_variation_approximation(P, n)
    assert tv.mean == pytest.approx(tv_limit.mean, rel=0.03)
    assert tv.q95 == pytest.approx(tv_limit.q95, rel=0.06)
    jsd, jsd_limit = null_jensen_shannon(P, n, seed=3), null_jensen_shannon_approximation(P, n)
    assert jsd.mean == pytest.approx(jsd_limit.mean, rel=0.06)
    assert jsd.q95 == pytest.approx(jsd_limit.q95, rel=0.1)


def test_a_larger_sample_shows_less_by_chance() -> None:
    small, large = null_jensen_shannon(P, 40, seed=1), null_jensen_shannon(P, 400, seed=1)
    assert large.mean < small.mean
    assert large.q95 < small.q95


def test_two_categories_follow_the_folded_normal() -> None:
    null = null_total_variation_approximation((0.5, 0.5), 100)
    assert null.mean == pytest.approx(0.05 * 0.7978845608)
    assert null.q95 == pytest.approx(0.05 * 1.96, rel=0.03)


def test_one_category_holding_everything_shows_nothing_by_chance() -> None:
    for null in (
        null_total_variation((1.0, 0.0), 30, seed=1),
        null_jensen_shannon((1.0, 0.0), 30, seed=1),
        null_total_variation_approximation((1.0, 0.0), 30),
        null_jensen_shannon_approximation((1.0, 0.0), 30),
    ):
        assert (null.mean, null.q95, null.n) == (0.0, 0.0, 30)


def test_a_sample_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="n is at least 1"):
        null_total_variation(P, 0, seed=1)
    with pytest.raises(ValueError, match="at least one draw"):
        null_total_variation(P, 10, draws=0, seed=1)
    with pytest.raises(ValueError, match="one number for each category"):
        null_total_variation([[0.5, 0.5]], 10, seed=1)
