"""Agreement is measured beyond chance, and says where it cannot be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.agreement import Metric, krippendorff, verdict
from northing.foundations.methods.estimate import Estimate, Unknown, without_interval
from northing.foundations.methods.gwet import gwet, whole_agreement

METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "interval", "ratio")
tables = st.integers(2, 12).flatmap(
    lambda units: st.lists(
        st.lists(st.sampled_from([None, 1, 2, 3]), min_size=units, max_size=units),
        min_size=2,
        max_size=4,
    )
)


@settings(max_examples=40, deadline=None)
@given(tables, st.sampled_from(METRICS))
def test_the_order_of_coders_and_units_does_not_matter(
    ratings: list[list[int | None]], metric: Metric
) -> None:
    found = krippendorff(ratings, metric=metric, seed=1, draws=20)
    turned = krippendorff([row[::-1] for row in ratings[::-1]], metric=metric, seed=1, draws=20)
    if isinstance(found, Unknown):
        assert isinstance(turned, Unknown)
        return
    assert isinstance(turned, Estimate)
    assert turned.value == pytest.approx(found.value, abs=1e-9)
    assert found.value <= 1
    assert found.low is None or found.low <= found.value <= (found.high or 0)


@pytest.mark.parametrize("metric", METRICS)
def test_full_agreement_is_one_and_its_low_end_is_not(metric: Metric) -> None:
    ratings = [[1, 2, 3, 1, 2, 3, 2, 2] * 3] * 2
    found = krippendorff(ratings, metric=metric, seed=3)
    assert isinstance(found, Estimate)
    assert (found.value, found.high) == (1.0, 1.0)
    assert found.low is not None
    assert 0.6 < found.low < 0.95


def test_more_units_make_the_interval_shorter() -> None:
    few, many = (
        krippendorff([["a", "b", "a", "c"] * times, ["a", "b", "c", "c"] * times], seed=1)
        for times in (5, 50)
    )
    assert isinstance(few, Estimate)
    assert isinstance(many, Estimate)
    assert (many.high or 0) - (many.low or 0) < ((few.high or 0) - (few.low or 0)) / 2


def test_rating_at_random_is_agreement_of_about_nothing() -> None:
    rng = np.random.default_rng(2)
    found = krippendorff(rng.integers(0, 3, size=(2, 2000)).tolist(), seed=0, draws=100)
    assert isinstance(found, Estimate)
    assert abs(found.value) < 0.06


def test_where_nothing_varies_alpha_is_unknown_and_others_speak() -> None:
    same = [["advances"] * 20] * 2
    alpha = krippendorff(same, seed=0)
    assert isinstance(alpha, Unknown)
    assert "no variation" in alpha.reason
    assert verdict(alpha) == "undecidable"
    agreed, beside = whole_agreement(same), gwet(same, ["advances", "contradicts"], seed=0)
    assert isinstance(agreed, Estimate)
    assert isinstance(beside, Estimate)
    assert agreed.value == beside.value == 1.0
    assert 0.7 < (beside.low or 0) < 1


def test_units_rated_once_count_nothing() -> None:
    assert krippendorff([["a", None], [None, "b"]], seed=0) == Unknown("no unit was rated by two")
    assert isinstance(whole_agreement([["a", None], [None, "b"]]), Unknown)
    assert isinstance(gwet([["a", None], [None, "b"]], ["a", "b"], seed=0), Unknown)


def test_one_unit_gives_no_interval() -> None:
    found = krippendorff([["a"], ["b"]], seed=0)
    assert isinstance(found, Estimate)
    assert found.no_interval == "one unit alone gives no interval"


def test_what_may_be_done_with_it() -> None:
    def alpha(value: float, low: float) -> Estimate:
        return Estimate(value, low, 1.0, 0.95, 40, "alpha")

    assert verdict(alpha(0.85, 0.7)) == "publish"
    assert verdict(alpha(0.85, 0.6)) == "tentative"
    assert verdict(alpha(0.7, 0.69)) == "tentative"
    assert verdict(alpha(0.66, 0.6)) == "re-rate"
    assert verdict(without_interval(0.9, n=1, method="alpha", why="one unit")) == "tentative"


def test_ratings_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="'a' is no rating of the ordinal metric"):
        krippendorff([["a"], ["b"]], metric="ordinal", seed=0)
    with pytest.raises(ValueError, match="ratio"):
        krippendorff([[-1.0], [1.0]], metric="ratio", seed=0)
    with pytest.raises(ValueError, match="every coder"):
        krippendorff([["a", "b"], ["a"]], seed=0)
    with pytest.raises(ValueError, match="none of the categories"):
        gwet([["a"], ["c"]], ["a", "b"], seed=0)
    with pytest.raises(ValueError, match="two categories"):
        gwet([["a"], ["a"]], ["a"], seed=0)


def test_the_same_seed_gives_the_same_interval() -> None:
    ratings = [["a", "b", "a", "c"] * 5, ["a", "b", "c", "c"] * 5]
    assert krippendorff(ratings, seed=4) == krippendorff(ratings, seed=4)


def test_many_different_values_are_no_trouble() -> None:
    values = np.arange(400.0)
    found = krippendorff([values.tolist(), (values + 1).tolist()], metric="interval", seed=0)
    assert isinstance(found, Estimate)
    assert found.value > 0.99
