"""Vector nile: the flow of the Nile fell once, after 1898."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.change import Change, change_of_mean, critical_ratio
from northing.foundations.methods.estimate import Unknown

NILE = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]  # fmt: skip
FIRST_YEAR = 1871


def test_the_last_year_of_the_old_level_is_1898() -> None:
    found = change_of_mean(NILE, seed=0)
    assert isinstance(found, Change)
    assert found.first == 28
    assert FIRST_YEAR + found.first - 1 == 1898
    assert (found.before, found.after) == pytest.approx((1097.75, 849.972), abs=5e-4)
    assert found.p_value == 1 / 2000
    assert FIRST_YEAR + found.low - 1 >= 1895
    assert FIRST_YEAR + found.high - 1 <= 1901


def test_the_critical_value_is_that_of_hansen() -> None:
    assert critical_ratio(0.95) == pytest.approx(7.35, abs=0.005)  # Hansen 2000, table I
    assert critical_ratio(0.90) == pytest.approx(5.94, abs=0.005)


def test_gaps_keep_their_place() -> None:
    series: list[float | None] = [1, 1.1, None, 0.9, 1, None, 3, 3.1, 2.9, 3, None, 3.05]
    found = change_of_mean(series, seed=1)
    assert isinstance(found, Change)
    assert found.first == 6
    assert found.n == 9


def test_noise_alone_is_no_change_and_could_have_turned_anywhere() -> None:
    rng = np.random.default_rng(8)
    found = change_of_mean(rng.normal(size=40).tolist(), seed=1)
    assert isinstance(found, Change)
    assert found.p_value > 0.05
    assert found.high - found.low > 20


def test_too_few_or_too_equal_points_date_nothing() -> None:
    assert isinstance(change_of_mean([1, 2, 3, 4, 5, 6, 7], seed=0), Unknown)
    assert isinstance(change_of_mean([3.0] * 20, seed=0), Unknown)
    with pytest.raises(ValueError, match="finite"):
        change_of_mean([float("inf")] * 9, seed=0)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(-1e3, 1e3).map(lambda one: round(one, 3)), min_size=8, max_size=30),
    st.floats(0.1, 10).map(lambda one: round(one, 2)),
)
def test_the_interval_holds_the_date_whatever_the_unit(values: list[float], unit: float) -> None:
    found = change_of_mean(values, seed=2, permutations=19)
    if isinstance(found, Unknown):
        return
    assert found.low <= found.first <= found.high
    other = change_of_mean([one * unit for one in values], seed=2, permutations=19)
    assert isinstance(other, Change)
    assert (other.low, other.high) == (found.low, found.high)
