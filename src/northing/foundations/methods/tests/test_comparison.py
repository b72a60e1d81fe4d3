"""Two shares are compared with both of their doubts."""

import math

import pytest
from scipy.stats import chi2_contingency, fisher_exact

from northing.foundations.methods.comparison import ErrorShift, mover_difference, same_error
from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Unknown, exact, without_interval


def share(successes: int, n: int) -> Estimate:
    found = wilson(successes, n)
    assert isinstance(found, Estimate)
    return found


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_over_wilson_it_is_method_10_of_newcombe_1998_table_ii(
    a: tuple[int, int], b: tuple[int, int], low: float, high: float
) -> None:
    found = mover_difference(share(*a), share(*b))
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_a_figure_known_exactly_adds_no_width() -> None:
    found = mover_difference(share(9, 10), exact(0.5, n=4, method="count"))
    assert isinstance(found, Estimate)
    assert found.low == pytest.approx((share(9, 10).low or 0) - 0.5)
    assert found.level == 0.95
    assert found.n == 14


def test_worst_case_bounds_stay_worst_case() -> None:
    one, other = Estimate(0.5, 0.4, 0.7, None, 1, "b"), Estimate(0.2, 0.1, 0.3, None, 1, "b")
    found = mover_difference(one, other)
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == pytest.approx((0.1, 0.6))
    assert found.level is None


def test_no_interval_on_one_side_gives_none_and_says_why() -> None:
    bare = without_interval(0.5, n=1, method="m", why="one document")
    found = mover_difference(share(9, 10), bare)
    assert isinstance(found, Estimate)
    assert found.no_interval == "one document"
    bounds = Estimate(0.5, 0.4, 0.7, None, 1, "b")
    mixed = mover_difference(share(9, 10), bounds)
    assert isinstance(mixed, Estimate)
    assert mixed.low is None


def test_two_levels_are_not_compared() -> None:
    other = wilson(3, 10, level=0.9)
    assert isinstance(other, Estimate)
    with pytest.raises(ValueError, match="same level"):
        mover_difference(share(9, 10), other)


def test_an_error_that_moved_is_told_from_one_that_did_not() -> None:
    moved = same_error([(150, 200), (10, 200)], [(120, 200), (12, 200)])
    stayed = same_error([(150, 200), (10, 200)], [(149, 200), (11, 200)])
    assert isinstance(moved, ErrorShift)
    assert isinstance(stayed, ErrorShift)
    assert moved.p_value < 0.01
    assert stayed.p_value > 0.5
    one = chi2_contingency([[150, 50], [120, 80]], correction=False)[0]
    other = chi2_contingency([[10, 190], [12, 188]], correction=False)[0]
    assert moved.p_value == pytest.approx(math.exp(-(one + other) / 2))  # χ² of two degrees


def test_few_hits_are_tested_exactly() -> None:
    found = same_error([(3, 20), (0, 20)], [(12, 20), (1, 20)])
    assert isinstance(found, ErrorShift)
    assert found.test.startswith("Fisher")
    assert found.p_value == pytest.approx(2 * fisher_exact([[3, 17], [12, 8]])[1])


def test_nothing_to_compare_is_unknown_and_no_change_is_one() -> None:
    assert isinstance(same_error([(0, 0)], [(1, 5)]), Unknown)
    same = same_error([(0, 9)], [(0, 9)])
    assert isinstance(same, ErrorShift)
    assert same.p_value == 1.0
    with pytest.raises(ValueError, match="same strata"):
        same_error([(0, 9)], [])
