"""Ratios need shares above zero; replacing zeros keeps the ratios of the others."""

import pytest

from northing.foundations.methods.aitchison import (
    aitchison_distance,
    centred_log_ratio,
    multiplicative_replacement,
)


def test_log_ratios_add_up_to_nothing() -> None:
    assert centred_log_ratio((0.5, 0.3, 0.2)).sum() == pytest.approx(0, abs=1e-12)


def test_a_doubling_counts_alike_near_zero_and_far_from_it() -> None:
    small = aitchison_distance((0.001, 0.999), (0.002, 0.998))
    large = aitchison_distance((0.1, 0.9), (0.2, 0.8))
    assert small == pytest.approx(large, rel=0.2)


def test_replacement_keeps_the_ratios_of_the_others() -> None:
    replaced = multiplicative_replacement((0.6, 0.0, 0.4, 0.0), delta=0.05)
    assert replaced.sum() == pytest.approx(1)
    assert replaced[0] / replaced[2] == pytest.approx(1.5)


def test_shares_without_zero_stay_as_they_are() -> None:
    assert multiplicative_replacement((0.6, 0.4), delta=0.05).tolist() == [0.6, 0.4]


def test_a_zero_has_no_ratio() -> None:
    with pytest.raises(ValueError, match="replace zeros first"):
        aitchison_distance((1.0, 0.0), (0.5, 0.5))


@pytest.mark.parametrize("delta", [0.0, -0.1, 0.5, float("nan")])
def test_a_replacement_leaves_something_for_the_others(delta: float) -> None:
    with pytest.raises(ValueError, match="leaves nothing"):
        multiplicative_replacement((1.0, 0.0, 0.0), delta=delta)
