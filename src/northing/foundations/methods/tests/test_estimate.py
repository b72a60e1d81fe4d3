"""A figure never travels without its company."""

import pytest

from northing.foundations.methods.estimate import Estimate, exact, without_interval


def test_an_interval_has_both_ends_or_none() -> None:
    with pytest.raises(ValueError, match="both ends or none"):
        Estimate(0.5, 0.4, None, 0.95, 10, "by hand")


def test_an_interval_never_falls() -> None:
    with pytest.raises(ValueError, match="low end"):
        Estimate(0.5, 0.6, 0.4, 0.95, 10, "by hand")


def test_a_missing_interval_says_why() -> None:
    with pytest.raises(ValueError, match="says why"):
        Estimate(0.5, None, None, None, 10, "by hand")
    found = without_interval(0.5, n=1, method="by hand", why="one document alone")
    assert found.no_interval == "one document alone"


def test_a_plain_count_is_its_own_interval() -> None:
    found = exact(12.0, n=12, method="count")
    assert (found.low, found.high, found.level) == (12.0, 12.0, None)
