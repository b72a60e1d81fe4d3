"""Whole documents are drawn again; one document alone gives no interval."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods import resampling
from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.resampling import (
    cluster_bootstrap_draws,
    cluster_bootstrap_shares,
)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=12).filter(
        lambda rows: any(map(any, rows))
    ),
    st.integers(0, 2**32),
)
def test_every_interval_holds_its_estimate(counts: list[list[int]], seed: int) -> None:
    found = cluster_bootstrap_shares(counts, draws=50, seed=seed)
    assert sum(each.value for each in found if isinstance(each, Estimate)) == pytest.approx(1)
    for each in found:
        assert isinstance(each, Estimate)
        assert each.n == sum(map(any, counts))
        if each.low is not None and each.high is not None:
            assert 0 <= each.low <= each.value <= each.high <= 1


def test_the_same_seed_gives_the_same_answer() -> None:
    counts = [[3, 1], [2, 5], [4, 4], [1, 0]]
    assert cluster_bootstrap_shares(counts, seed=5) == cluster_bootstrap_shares(counts, seed=5)


def test_one_document_alone_gives_no_interval() -> None:
    for counts in ([[3, 1]], [[3, 1], [0, 0]]):
        for found in cluster_bootstrap_shares(counts, seed=1):
            assert isinstance(found, Estimate)
            assert (found.low, found.n) == (None, 1)
            assert found.no_interval == "one document alone gives no interval"


def test_nothing_counted_is_unknown() -> None:
    found = cluster_bootstrap_shares([[0, 0], [0, 0]], seed=1)
    assert [type(each) for each in found] == [Unknown, Unknown]


def test_a_category_never_seen_has_no_interval_of_width_zero() -> None:
    one, other, never = cluster_bootstrap_shares([[3, 1, 0], [2, 2, 0], [5, 1, 0]], seed=1)
    assert isinstance(one, Estimate)
    assert isinstance(other, Estimate)
    assert isinstance(never, Estimate)
    assert one.low is not None
    assert other.low is not None
    assert (never.value, never.low) == (0.0, None)
    assert "no document holds this category" in never.no_interval


def test_clusters_widen_the_interval_beyond_that_of_single_mentions() -> None:
    documents = [[10, 0], [0, 10]] * 10
    mentions = [[1, 0], [0, 1]] * 100
    wide, narrow = (cluster_bootstrap_shares(x, seed=2)[0] for x in (documents, mentions))
    assert isinstance(wide, Estimate)
    assert isinstance(narrow, Estimate)
    assert wide.low is not None
    assert narrow.low is not None
    assert 0.5 - wide.low > 2.5 * (0.5 - narrow.low)


def test_the_spread_of_the_draws_is_the_linear_approximation() -> None:
    rng = np.random.Generator(np.random.PCG64(4))
    counts = rng.poisson([4.0, 2.0, 1.0], size=(300, 3))
    drawn = cluster_bootstrap_draws(counts, draws=4000, seed=1)
    share, sizes = counts.sum(axis=0) / counts.sum(), counts.sum(axis=1, keepdims=True)
    linear = np.sqrt(((counts - sizes * share) ** 2).sum(axis=0)) / counts.sum()
    assert drawn.std(axis=0) == pytest.approx(linear, rel=0.05)


def test_draws_come_in_chunks_of_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [[3, 1], [2, 5], [4, 4]]
    whole = cluster_bootstrap_draws(counts, draws=11, seed=9)
    monkeypatch.setattr(resampling, "WEIGHTS_AT_ONCE", 12)
    assert np.array_equal(cluster_bootstrap_draws(counts, draws=11, seed=9), whole)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [([1, 2], "form a table"), ([[1, -1]], "negative"), ([[1, np.nan]], "not a finite number")],
)
def test_what_is_no_table_of_counts_is_refused(counts: list[list[float]], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        cluster_bootstrap_shares(counts, seed=1)


def test_draws_and_level_make_sense() -> None:
    with pytest.raises(ValueError, match="at least one draw"):
        cluster_bootstrap_shares([[1, 2], [2, 1]], draws=0, seed=1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        cluster_bootstrap_shares([[1, 2], [2, 1]], level=95, seed=1)
    with pytest.raises(ValueError, match="nothing to resample"):
        cluster_bootstrap_draws([[0, 0]], draws=10, seed=1)
