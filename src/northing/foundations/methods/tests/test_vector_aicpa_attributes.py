"""Vectors aicpa.attributes_95, aicpa.attributes_90_rounding and aicpa.upper_dev_95."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from northing.foundations.methods.attributes import attribute_size, upper_deviation
from northing.foundations.methods.estimate import Estimate, Unknown


@pytest.mark.parametrize(
    ("tolerable", "expected", "size"),
    [
        (0.05, 0, 59), (0.05, 0.01, 93), (0.10, 0, 29), (0.02, 0, 149),
        (0.06, 0.02, 127), (0.10, 0.03, 61), (0.07, 0.0125, 66),
    ],
)  # fmt: skip
def test_sizes_of_the_aicpa_guide_table_a_1(tolerable: float, expected: float, size: int) -> None:
    assert attribute_size(tolerable=tolerable, expected=expected) == size


@pytest.mark.parametrize(
    ("tolerable", "expected", "size"), [(0.05, 0.035, 400), (0.08, 0.07, 1300)]
)
def test_a_product_is_rounded_before_it_is_rounded_up(
    tolerable: float, expected: float, size: int
) -> None:
    assert attribute_size(tolerable=tolerable, expected=expected, level=0.9) == size


@pytest.mark.parametrize(("level", "size"), [(0.95, 300), (0.9, 231), (0.75, 139), (0.5, 70)])
def test_sizes_of_touw_and_hoogduin_for_one_per_cent(level: float, size: int) -> None:
    # Their page 17 prints the Poisson sizes; the binomial never needs more, and hardly fewer.
    assert size - 2 <= attribute_size(tolerable=0.01, expected=0, level=level) <= size


@pytest.mark.parametrize(
    ("n", "failures", "per_cent"),
    [(25, 0, 11.3), (25, 1, 17.6), (30, 0, 9.5), (60, 1, 7.7), (100, 2, 6.2), (200, 4, 4.5)],
)
def test_upper_limits_of_the_aicpa_guide_table_a_3(n: int, failures: int, per_cent: float) -> None:
    found = upper_deviation(failures, n)
    assert isinstance(found, Estimate)
    assert round((found.high or 0) * 100, 1) == per_cent


@settings(max_examples=30, deadline=None)
@given(st.floats(0.02, 0.3), st.floats(0, 0.5))
def test_the_size_suffices_and_one_fewer_would_not(tolerable: float, part: float) -> None:
    expected = tolerable * part
    size = attribute_size(tolerable=tolerable, expected=expected)

    def risk(n: int) -> float:
        return float(binom.cdf(-(-round(n * expected, 9) // 1), n, tolerable))

    assert risk(size) <= 0.05
    assert size == 1 or risk(size - 1) > 0.05


def test_a_small_population_needs_fewer_and_never_more_than_itself() -> None:
    assert attribute_size(tolerable=0.05, expected=0, population=100) < 59
    assert attribute_size(tolerable=0.05, expected=0, population=10) == 10


def test_nothing_tested_is_unknown_and_nonsense_is_refused() -> None:
    assert isinstance(upper_deviation(0, 0), Unknown)
    with pytest.raises(ValueError, match="no rate of failure"):
        upper_deviation(3, 2)
    with pytest.raises(ValueError, match="less is expected"):
        attribute_size(tolerable=0.05, expected=0.05)
    with pytest.raises(ValueError, match="at least one"):
        attribute_size(tolerable=0.05, expected=0, population=0)
