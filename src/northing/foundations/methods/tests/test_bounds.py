"""Bounds hold every value the missing evidence allows, and are as tight as linear programs say."""

from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from northing.foundations.methods.bounds import (
    jsd_bounds_from_tv,
    share_bounds,
    tv_bounds,
    tv_bounds_both,
)
from northing.foundations.methods.divergence import jensen_shannon, total_variation

few = settings(max_examples=25, deadline=None)
Box = tuple[np.ndarray, np.ndarray, np.ndarray]


def simplex(draw: st.DrawFn, size: int) -> np.ndarray:
    masses = draw(st.lists(st.integers(0, 20), min_size=size, max_size=size).filter(any))
    return np.array(masses) / sum(masses)


@st.composite
def boxes(draw: st.DrawFn, how_many: int = 1, largest: int = 4) -> list[Box]:
    """Boxes around shares: low end, high end and the shares inside."""
    size = draw(st.integers(1, largest))
    parts = st.lists(st.floats(0, 1), min_size=size, max_size=size)
    found = []
    for _ in range(how_many):
        inside = simplex(draw, size)
        low, high = inside * (1 - np.array(draw(parts))), inside + (1 - inside) * draw(parts)
        found.append((low, high, inside))
    return found


def programmed_bounds(p: Box, q: Box) -> tuple[float, float]:
    """Least and greatest total variation by linear programs over p, q and t ≥ |p − q|."""
    size = len(p[0])
    one = np.eye(size)
    ends = list(zip(p[0], p[1], strict=True)) + list(zip(q[0], q[1], strict=True))
    wholes = np.array([[1.0] * size + [0.0] * size, [0.0] * size + [1.0] * size])
    least = linprog(
        [0.0] * 2 * size + [0.5] * size,
        A_ub=np.block([[one, -one, -one], [-one, one, -one]]),
        b_ub=np.zeros(2 * size),
        A_eq=np.hstack([wholes, np.zeros((2, size))]),
        b_eq=[1, 1],
        bounds=ends + [(0, None)] * size,
    )
    greatest = max(
        -linprog(
            [-0.5 * s for s in signs] + [0.5 * s for s in signs],
            A_eq=wholes,
            b_eq=[1, 1],
            bounds=ends,
        ).fun
        for signs in product((-1.0, 1.0), repeat=size)
    )
    return float(least.fun), float(greatest)


@few
@given(boxes(how_many=2))
def test_bounds_of_two_uncertain_sharings_match_linear_programs(pair: list[Box]) -> None:
    p, q = pair
    found = tv_bounds_both(p[0], p[1], q[0], q[1])
    assert found == pytest.approx(programmed_bounds(p, q), abs=1e-7)


@few
@given(boxes(how_many=2))
def test_bounds_of_one_uncertain_sharing_match_linear_programs(pair: list[Box]) -> None:
    (_, _, known), q = pair
    found = tv_bounds(known, q[0], q[1])
    assert found == pytest.approx(programmed_bounds((known, known, known), q), abs=1e-7)


@few
@given(boxes(how_many=2, largest=20))
def test_bounds_hold_every_value_within_the_box(pair: list[Box]) -> None:
    p, q = pair
    value = total_variation(p[2], q[2]).value
    for low, high in (tv_bounds(p[2], q[0], q[1]), tv_bounds_both(p[0], p[1], q[0], q[1])):
        assert low - 1e-9 <= value <= high + 1e-9
    jsd_low, jsd_high = jsd_bounds_from_tv(low, high)
    assert jsd_low - 1e-9 <= jensen_shannon(p[2], q[2]).value <= jsd_high + 1e-9


@few
@given(boxes(how_many=2, largest=6))
def test_many_categories_never_understate_the_greatest(pair: list[Box]) -> None:
    # Padding with empty categories crosses the number up to which every set is tried.
    p, q = pair
    padding = np.zeros(17)
    short = tv_bounds(p[2], q[0], q[1])
    long = tv_bounds(np.append(p[2], padding), np.append(q[0], padding), np.append(q[1], padding))
    assert long[0] == pytest.approx(short[0], abs=1e-9)
    assert long[1] >= short[1] - 1e-9


def test_a_box_without_room_is_the_value_itself() -> None:
    low, high = tv_bounds((0.5, 0.3, 0.2), (0.2, 0.3, 0.5), (0.2, 0.3, 0.5))
    assert (low, high) == pytest.approx((0.3, 0.3))


def test_nothing_known_of_one_side_leaves_everything_open() -> None:
    assert tv_bounds((0.5, 0.3, 0.2), (0, 0, 0), (1, 1, 1)) == pytest.approx((0.0, 0.8))


def test_bounds_that_no_shares_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="no shares that add up to 1"):
        tv_bounds((0.5, 0.5), (0.6, 0.6), (0.7, 0.7))
    with pytest.raises(ValueError, match="never fall"):
        tv_bounds((0.5, 0.5), (0.6, 0.2), (0.5, 0.9))
    with pytest.raises(ValueError, match="2 categories, the second 3"):
        tv_bounds((0.5, 0.5), (0, 0, 0), (1, 1, 1))
    with pytest.raises(ValueError, match="two lists"):
        tv_bounds((0.5, 0.5), (0, 0), (1,))


def test_unassigned_money_may_belong_to_each_category() -> None:
    # 50 and 20 are sure; 30 may be either's or neither's; the whole is 100.
    found = share_bounds([Decimal(50), Decimal(20)], [Decimal(30), Decimal(30)], Decimal(100))
    assert found is not None
    assert found.low == pytest.approx((0.5, 0.2))
    assert found.high == pytest.approx((0.8, 0.5))


def test_what_others_surely_hold_is_no_ones_to_gain() -> None:
    found = share_bounds([50, 40], [60, 60], 100)
    assert found is not None
    assert found.high == pytest.approx((0.6, 0.5))


@few
@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_disclosing_less_never_raises_the_low_end(sure: int, told: int, open_: int) -> None:
    more = share_bounds([sure + told, 10], [open_, open_], 200)
    less = share_bounds([sure, 10], [open_ + told, open_ + told], 200)
    assert more is not None
    assert less is not None
    assert less.low[0] <= more.low[0]
    assert less.high[0] >= more.high[0] - 1e-12


def test_bounds_of_shares_of_nothing_are_unknown() -> None:
    assert share_bounds([0, 0], [0, 0], 0) is None


@pytest.mark.parametrize(
    ("fixed", "plausible", "total", "sentence"),
    [
        ([60, 50], [0, 0], 100, "more than the total"),
        ([-1, 50], [0, 0], 100, "negative"),
        ([1, 50], [0], 100, "a fixed and a plausible mass"),
    ],
)
def test_masses_that_do_not_fit_are_refused(
    fixed: list[float], plausible: list[float], total: float, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        share_bounds(fixed, plausible, total)


@few
@given(st.floats(0, 1))
def test_divergence_bounds_are_attained(tv: float) -> None:
    low, high = jsd_bounds_from_tv(tv, tv)
    assert 0 <= low <= high <= 1
    # Two coins reach the low end; a part held in common and the rest apart reaches the high end.
    coins = jensen_shannon(((1 + tv) / 2, (1 - tv) / 2), ((1 - tv) / 2, (1 + tv) / 2))
    apart = jensen_shannon((1 - tv, tv, 0), (1 - tv, 0, tv))
    assert low == pytest.approx(coins.value, abs=1e-9)
    assert high == pytest.approx(apart.value, abs=1e-9)


def test_crossed_bounds_of_total_variation_are_refused() -> None:
    with pytest.raises(ValueError, match="rise from 0 to 1"):
        jsd_bounds_from_tv(0.5, 0.4)
