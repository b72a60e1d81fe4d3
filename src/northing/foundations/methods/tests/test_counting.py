"""Intervals of proportions hold their estimate and agree with scipy."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, binomtest

from northing.foundations.methods.counting import clopper_pearson, jeffreys, wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown

Interval = Callable[..., Measure]
every_interval = pytest.mark.parametrize("interval", [wilson, clopper_pearson, jeffreys])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 500), st.integers(0, 500), st.floats(0.5, 0.999))
def test_every_interval_holds_its_estimate_and_agrees_with_scipy(
    successes: int, missed: int, level: float
) -> None:
    n = successes + missed
    if n == 0:
        return
    found = {each: each(successes, n, level=level) for each in (wilson, clopper_pearson, jeffreys)}
    for each in found.values():
        assert isinstance(each, Estimate)
        assert each.low is not None
        assert each.high is not None
        assert 0 <= each.low <= each.value == successes / n <= each.high <= 1
    for each, scipy_name in ((wilson, "wilson"), (clopper_pearson, "exact")):
        expected = binomtest(successes, n).proportion_ci(level, method=scipy_name)
        assert (found[each].low, found[each].high) == pytest.approx(tuple(expected), abs=1e-9)


def test_jeffreys_is_the_posterior_of_half_and_half() -> None:
    found = jeffreys(7, 20)
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == pytest.approx(beta.ppf((0.025, 0.975), 7.5, 13.5))


@every_interval
def test_ends_are_exact_where_none_or_all_succeeded(interval: Interval) -> None:
    none, every = interval(0, 9), interval(9, 9)
    assert isinstance(none, Estimate)
    assert isinstance(every, Estimate)
    assert (none.low, every.high) == (0.0, 1.0)
    assert none.high == pytest.approx(1 - (every.low or 0.0))


@every_interval
def test_none_of_none_is_unknown(interval: Interval) -> None:
    assert interval(0, 0) == Unknown("nothing was counted")


@every_interval
def test_what_is_no_proportion_is_refused(interval: Interval) -> None:
    for successes, n in ((3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="is no proportion"):
            interval(successes, n)
    with pytest.raises(ValueError, match="between 0 and 1"):
        interval(1, 2, level=95)
