"""A plan spends what it has, where it tells most, and says what a wish costs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.double_sampling import Stratum, stratified_share
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.planning import labels_needed, neyman

SIZES, EXPECTED = (2400, 7600), (0.75, 0.05)


def test_neyman_follows_size_times_spread() -> None:
    # 2400 · √(.75 · .25) = 1039 and 7600 · √(.05 · .95) = 1656: 38.6 % and 61.4 % of 400
    assert neyman(SIZES, EXPECTED, 400) == (154, 246)


def test_the_floor_holds_where_nobody_expects_anything() -> None:
    assert neyman((5000, 50, 10), (0.5, 0.0, 1.0), 100) == (60, 30, 10)


def test_a_small_budget_lowers_the_floor_evenly() -> None:
    assert neyman((5000, 5000), (0.5, 0.5), 20) == (10, 10)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 300), st.floats(0, 1)), min_size=1, max_size=6),
    st.integers(0, 1500),
    st.integers(0, 40),
)
def test_a_plan_adds_up_and_never_checks_more_than_there_is(
    strata: list[tuple[int, float]], total: int, floor: int
) -> None:
    sizes, expected = [size for size, _ in strata], [share for _, share in strata]
    plan = neyman(sizes, expected, total, floor=floor)
    assert sum(plan) == min(total, sum(sizes))
    assert all(0 <= part <= size for part, size in zip(plan, sizes, strict=True))
    if total >= floor * len(sizes):
        assert all(part >= min(floor, size) for part, size in zip(plan, sizes, strict=True))


def test_so_many_labels_give_the_width_that_was_wished() -> None:
    needed = labels_needed(SIZES, EXPECTED, half_width=0.03)
    plan = neyman(SIZES, EXPECTED, needed)
    hits = (round(plan[0] * 0.75), round(plan[1] * 0.05))
    found = stratified_share(
        [Stratum(*one) for one in zip(SIZES, plan, hits, strict=True)]  # type: ignore[arg-type]
    )
    assert isinstance(found, Estimate)
    assert found.low is not None
    assert found.high is not None
    assert (found.high - found.low) / 2 == pytest.approx(0.03, abs=0.001)


def test_a_narrower_wish_costs_more_and_never_more_than_everything() -> None:
    costs = [labels_needed(SIZES, EXPECTED, half_width=wish) for wish in (0.1, 0.05, 0.02, 1e-9)]
    assert costs == sorted(costs)
    assert costs[-1] == 10_000


def test_a_plan_that_makes_no_sense_is_refused() -> None:
    for sizes, expected, total in (((5,), (1.5,), 3), ((5, 5), (0.5,), 3), ((-1,), (0.5,), 3)):
        with pytest.raises(ValueError, match=r"stratum|size|share"):
            neyman(sizes, expected, total)
    with pytest.raises(ValueError, match="half a width"):
        labels_needed(SIZES, EXPECTED, half_width=0)
    with pytest.raises(ValueError, match="level"):
        labels_needed(SIZES, EXPECTED, half_width=0.1, level=95)
