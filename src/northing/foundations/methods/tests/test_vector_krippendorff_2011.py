"""Vectors krippendorff_2011 and Gwet's own example: agreement as it is published."""

import pytest

from northing.foundations.methods.agreement import Metric, krippendorff
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.gwet import gwet, whole_agreement

N = None
FOUR_CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
ABSTRACTORS = ((13, 0, 0), (0, 20, 7), (0, 4, 56))


@pytest.mark.parametrize(
    ("metric", "alpha"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_alpha_of_krippendorff_2011(metric: Metric, alpha: float) -> None:
    found = krippendorff(FOUR_CODERS, metric=metric, seed=0, draws=50)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(alpha, abs=5e-4)
    assert found.n == 11


def test_two_abstractors_as_the_package_of_gwet_prints_them() -> None:
    """Dataset cont3x3abstractors, overview of the R package irrCAC 1.0."""
    pairs = [
        (row, column)
        for row, counts in enumerate(ABSTRACTORS)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    ratings = [[a for a, _ in pairs], [b for _, b in pairs]]
    alpha = krippendorff(ratings, seed=0, draws=50)
    coefficient = gwet(ratings, [0, 1, 2], seed=0, draws=50)
    agreed = whole_agreement(ratings)
    assert isinstance(alpha, Estimate)
    assert isinstance(coefficient, Estimate)
    assert isinstance(agreed, Estimate)
    assert alpha.value == pytest.approx(0.7972585, abs=5e-8)
    assert coefficient.value == pytest.approx(0.8493305, abs=5e-8)
    assert agreed.value == pytest.approx(0.89)
