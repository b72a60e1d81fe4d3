"""Vector: what chance alone shows for five shares and 200 mentions (mean .0547, 95 % .090)."""

import pytest

from northing.foundations.methods.null_gap import (
    null_total_variation,
    null_total_variation_approximation,
)

P = (0.3, 0.25, 0.2, 0.15, 0.1)


def test_simulated_null_gap_of_the_vector() -> None:
    null = null_total_variation(P, 200, seed=1)
    assert null.mean == pytest.approx(0.0547, abs=0.002)
    assert null.q95 == pytest.approx(0.090, abs=0.004)


def test_approximate_null_gap_of_the_vector() -> None:
    null = null_total_variation_approximation(P, 200)
    assert null.mean == pytest.approx(0.0547, abs=0.002)
    assert null.q95 == pytest.approx(0.090, abs=0.004)
