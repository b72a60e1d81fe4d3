"""Vector bh1995: the fifteen p-values of Benjamini and Hochberg 1995, section 4.1."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from northing.foundations.methods.multiple import bh, bonferroni

FIFTEEN = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0,
]  # fmt: skip


def test_four_are_rejected_and_bonferroni_rejects_three() -> None:
    assert sum(bh(FIFTEEN).rejected) == 4
    assert sum(bonferroni(FIFTEEN).rejected) == 3
    assert bh(FIFTEEN).tests == 15


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=30))
def test_adjusted_values_agree_with_scipy_and_follow_their_order(p_values: list[float]) -> None:
    found = bh(p_values)
    assert found.tests == len(p_values)
    if p_values:
        assert found.adjusted == pytest.approx(false_discovery_control(p_values).tolist())
    assert bh(p_values[::-1]).rejected == found.rejected[::-1]
    strict = bonferroni(p_values).rejected
    assert all(one or not other for one, other in zip(found.rejected, strict, strict=True))


def test_what_is_no_probability_is_refused() -> None:
    with pytest.raises(ValueError, match="p-value"):
        bh([0.5, float("nan")])
    with pytest.raises(ValueError, match="q lies"):
        bh([0.5], q=1)
