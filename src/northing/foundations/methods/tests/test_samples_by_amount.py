"""A sample by amount is drawn as it says, and its bound never understates itself."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.monetary import (
    monetary_sample,
    monetary_size,
    random_start,
    stringer,
)

AMOUNTS = [Decimal(amount) for amount in ("500", "30", "0", "70", "120", "1000", "80")]
HUNDRED = Decimal(100)


def test_large_amounts_are_whole_and_the_rest_by_their_amount() -> None:
    # The rest end to end: 30 | 70 (30–100) | 80 (100–180); 40 and 140 fall on the second and third.
    found = monetary_sample(AMOUNTS, interval=HUNDRED, start=Decimal(40))
    assert found.whole == (0, 4, 5)
    assert found.drawn == (3, 6)
    assert found.inclusion == (1.0, 0.3, 0.0, 0.7, 1.0, 1.0, 0.8)


def test_over_all_starts_each_is_drawn_as_often_as_it_says() -> None:
    drawn = [
        monetary_sample(AMOUNTS, interval=HUNDRED, start=Decimal(start)).drawn
        for start in range(100)
    ]
    for place in (1, 2, 3, 6):
        often = sum(place in one for one in drawn)
        assert often == AMOUNTS[place]


def test_a_start_is_reproducible_and_inside_the_interval() -> None:
    starts = {random_start(Decimal("12.34"), seed=seed) for seed in range(200)}
    assert random_start(Decimal("12.34"), seed=7) == random_start(Decimal("12.34"), seed=7)
    assert len(starts) > 100
    assert all(0 <= start < Decimal("12.34") for start in starts)


def test_what_cannot_be_sampled_by_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="credits"):
        monetary_sample([Decimal(-5)], interval=HUNDRED, start=Decimal(0))
    with pytest.raises(ValueError, match="start"):
        monetary_sample(AMOUNTS, interval=HUNDRED, start=HUNDRED)
    with pytest.raises(ValueError, match="one cent"):
        random_start(Decimal("0.001"), seed=0)
    with pytest.raises(ValueError, match="less is expected"):
        monetary_size(tolerable=0.05, expected=0.05)
    with pytest.raises(ValueError, match="ten million"):
        monetary_size(tolerable=1e-9, expected=0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=20), st.integers(20, 300), st.floats(0.5, 0.99))
def test_a_bound_lies_above_what_was_found_and_below_all(
    taints: list[float], n: int, level: float
) -> None:
    for factors in ("poisson", "binomial"):
        found = stringer(taints, n, level=level, factors=factors)  # type: ignore[arg-type]
        assert found.high is not None
        assert 0 <= found.value <= found.high <= 1
    assert (
        stringer([*taints, 0.5][-n:], n, level=level).high
        >= stringer(  # type: ignore[operator]
            taints, n, level=level
        ).high
    )  # type: ignore[operator]


def test_taints_that_are_none_are_refused() -> None:
    for taints, n in (([1.5], 10), ([-0.1], 10), ([0.1] * 3, 2), ([], 0), ([float("nan")], 5)):
        with pytest.raises(ValueError, match="taints"):
            stringer(taints, n)


def test_the_bound_is_often_wider_than_need_be_but_holds() -> None:
    rng = np.random.default_rng(3)
    true = np.where(rng.random(4000) < 0.05, rng.random(4000), 0.0)
    bounds = [stringer(rng.choice(true, 100).tolist(), 100).high or 0 for _ in range(200)]
    assert np.mean(np.array(bounds) >= true.mean()) > 0.95
