"""Shares pooled over documents are no surer than their documents."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.clustered import ALWAYS_SEEN, NEVER_SEEN, cluster_shares
from northing.foundations.methods.counting import clopper_pearson
from northing.foundations.methods.estimate import Estimate, Unknown

tables = st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=3), min_size=1, max_size=12)


def width(found: object) -> float:
    assert isinstance(found, Estimate)
    assert found.low is not None
    assert found.high is not None
    return found.high - found.low


@settings(max_examples=60, deadline=None)
@given(tables)
def test_intervals_hold_their_estimates_and_no_order_matters(counts: list[list[int]]) -> None:
    found = cluster_shares(counts)
    if not np.sum(counts):
        assert found == (Unknown("nothing was counted"),) * 3
        return
    for one, other in zip(found, cluster_shares(counts[::-1]), strict=True):
        assert isinstance(one, Estimate)
        assert isinstance(other, Estimate)
        assert one.n == sum(any(row) for row in counts)
        assert other.value == one.value
        if one.low is not None and one.high is not None:
            assert 0 <= one.low <= one.value <= one.high <= 1
            assert (other.low, other.high) == pytest.approx((one.low, one.high))
    assert sum(one.value for one in found if isinstance(one, Estimate)) == pytest.approx(1)


def test_many_documents_of_one_mention_are_independent_mentions() -> None:
    found = cluster_shares([[1, 0]] * 300 + [[0, 1]] * 700)[0]
    alone = clopper_pearson(300, 1000)
    assert isinstance(found, Estimate)
    assert isinstance(alone, Estimate)
    assert (found.low, found.high) == pytest.approx((alone.low, alone.high), abs=0.002)


def test_mentions_that_stand_together_count_less() -> None:
    together = cluster_shares([[10, 0], [0, 10]] * 10)[0]
    apart = cluster_shares([[5, 5], [5, 5]] * 10)[0]
    assert width(together) > 1.5 * width(apart)


def test_a_share_that_rests_on_few_documents_is_as_sure_as_they_are() -> None:
    spread = cluster_shares([[1, 9]] * 20)[0]
    heaped = cluster_shares([[10, 0], [10, 0]] + [[0, 10]] * 18)[0]
    assert width(heaped) > 3 * width(spread)


def test_where_no_interval_can_be_given_the_reason_stands() -> None:
    one, other, never = cluster_shares([[3, 1, 0], [2, 2, 0]])
    assert width(one) > 0
    assert width(other) > 0
    assert isinstance(never, Estimate)
    assert never.no_interval == NEVER_SEEN
    (always,) = cluster_shares([[3], [2]])
    assert isinstance(always, Estimate)
    assert always.no_interval == ALWAYS_SEEN
    alone = cluster_shares([[3, 1], [0, 0]])[0]
    assert isinstance(alone, Estimate)
    assert alone.no_interval == "one document alone gives no interval"


def test_what_is_no_table_of_counts_is_refused() -> None:
    for counts in ([1, 2], [[-1, 2]], [[float("nan"), 1]]):
        with pytest.raises(ValueError, match="count"):
            cluster_shares(counts)
    with pytest.raises(ValueError, match="level"):
        cluster_shares([[1, 2], [2, 1]], level=95)
