"""A share told from checked strata keeps its promises, whatever the strata."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.double_sampling import (
    INTERVALS,
    Limits,
    Stratum,
    stratified_share,
)
from northing.foundations.methods.estimate import Estimate, Unknown


@st.composite
def strata(draw: st.DrawFn) -> Stratum:
    size = draw(st.integers(1, 500))
    checked = draw(st.integers(0, size))
    return Stratum(size, checked, draw(st.integers(0, checked)))


every_limit = pytest.mark.parametrize("limits", list(INTERVALS))


@every_limit
@settings(max_examples=30, deadline=None)
@given(parts=st.lists(strata(), min_size=1, max_size=5))
def test_the_interval_holds_the_estimate_and_its_order_does_not_matter(
    limits: Limits, parts: list[Stratum]
) -> None:
    found = stratified_share(parts, limits=limits)
    if not any(part.checked for part in parts):
        assert isinstance(found, Unknown)
        return
    assert isinstance(found, Estimate)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    turned = stratified_share(parts[::-1], limits=limits)
    assert isinstance(turned, Estimate)
    assert (turned.low, turned.value, turned.high) == pytest.approx(
        (found.low, found.value, found.high)
    )


def test_what_was_checked_in_whole_is_known() -> None:
    found = stratified_share([Stratum(40, 40, 10), Stratum(60, 60, 0)])
    assert isinstance(found, Estimate)
    assert found.low == found.value == found.high == pytest.approx(0.1)


def test_a_stratum_nobody_checked_may_hold_none_or_all() -> None:
    found = stratified_share([Stratum(90, 90, 9), Stratum(10, 0, 0)])
    assert isinstance(found, Estimate)
    assert (found.low, found.value, found.high) == pytest.approx((0.09, 0.1, 0.19))
    assert "10.0% unchecked" in found.method


def test_nobody_checked_anything() -> None:
    assert isinstance(stratified_share([Stratum(10, 0, 0)]), Unknown)
    assert isinstance(stratified_share([]), Unknown)


def test_a_weight_of_money_outweighs_the_number_of_records() -> None:
    found = stratified_share([Stratum(10, 10, 10, weight=900.0), Stratum(90, 90, 0, weight=100.0)])
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.9)


def test_weights_stand_everywhere_or_nowhere() -> None:
    with pytest.raises(ValueError, match="either every stratum"):
        stratified_share([Stratum(10, 5, 1, weight=2.0), Stratum(10, 5, 1)])


@pytest.mark.parametrize("counts", [(5, 6, 1), (5, 4, 5), (5, 4, -1)])
def test_what_is_no_stratum_is_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="is no stratum"):
        Stratum(*counts)
