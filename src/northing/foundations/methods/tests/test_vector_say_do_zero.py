"""Vector say_do.zero: a category of share 0 leaves every figure finite."""

import pytest

from northing.foundations.methods.aitchison import multiplicative_replacement
from northing.foundations.methods.divergence import jensen_shannon, total_variation

P, Q = (0.6, 0.4, 0.0), (0.3, 0.3, 0.4)


def test_a_zero_share_leaves_the_gap_finite() -> None:
    assert total_variation(P, Q).value == pytest.approx(0.4, abs=1e-15)
    gap = jensen_shannon(P, Q)
    assert gap.value == pytest.approx(0.2419370271, abs=5e-11)
    assert gap.contributions == pytest.approx((0.036767, 0.00517, 0.2), abs=5e-7)


def test_a_zero_share_is_replaced_in_proportion() -> None:
    # Martín-Fernández et al. 2003, formula.
    replaced = multiplicative_replacement(P, delta=0.01)
    assert replaced == pytest.approx([0.594, 0.396, 0.01], abs=1e-15)
