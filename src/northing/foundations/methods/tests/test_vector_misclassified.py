"""Vectors lang_reiczigel and rogan_gladen: a share freed of a machine's errors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.misclassified import (
    Corrected,
    Rate,
    lang_reiczigel,
    rogan_gladen,
)


def of(hits: int, n: int) -> Rate:
    return Rate(hits / n, n)


@pytest.mark.parametrize(
    ("flagged", "sensitivity", "specificity", "printed"),
    [
        (of(4060, 11284), of(178, 179), of(358, 359), (0.349, 0.372)),
        (of(51, 2971), of(32, 33), of(20, 20), (0.0, 0.053)),
        (Rate(0.06, 11862), of(8, 10), of(12, 12), (0.0, 0.147)),
        (of(259, 509), of(84, 127), of(96, 109), (0.58, 0.87)),
        (of(51, 509), of(23, 41), of(187, 195), (0.037, 0.195)),
    ],
)
def test_intervals_printed_for_lang_and_reiczigel_2014(
    flagged: Rate, sensitivity: Rate, specificity: Rate, printed: tuple[float, float]
) -> None:
    """As the manual of the R package asht (prevSeSp) quotes them."""
    found = lang_reiczigel(flagged, sensitivity, specificity)
    assert isinstance(found, Estimate)
    tolerance = 0.005 if printed == (0.58, 0.87) else 5e-4
    assert (found.low, found.high) == pytest.approx(printed, abs=tolerance)


@pytest.mark.parametrize(
    ("hits", "n", "sensitivity", "specificity", "in_all"),
    [(45, 150, 0.96, 0.89, 22), (80, 210, 0.6, 0.9, 56), (100, 189, 0.65, 0.95, 80),
     (50, 124, 0.7, 0.99, 57)],
)  # fmt: skip
def test_shares_printed_for_rogan_and_gladen(
    hits: int, n: int, sensitivity: float, specificity: float, in_all: int
) -> None:
    """As the manual of the R package epiR (epi.prev) prints them, per cent."""
    found = rogan_gladen(hits, n, sensitivity=sensitivity, specificity=specificity)
    assert isinstance(found, Corrected)
    assert round(found.raw * 100) == in_all
    assert found.is_valid
    assert isinstance(found.share, Estimate)
    assert found.share.value == found.raw


def test_a_share_below_the_false_alarms_is_flagged_and_not_clipped() -> None:
    found = rogan_gladen(6, 151, sensitivity=0.964, specificity=0.927)
    assert isinstance(found, Corrected)
    assert found.raw == pytest.approx(-0.0373, abs=5e-5)
    assert not found.is_valid
    assert isinstance(found.share, Unknown)
    assert "false alarms" in found.share.reason


def test_a_share_above_what_the_machine_finds_is_flagged_too() -> None:
    found = rogan_gladen(99, 100, sensitivity=0.9, specificity=0.9)
    assert isinstance(found, Corrected)
    assert not found.is_valid
    held = lang_reiczigel(of(99, 100), Rate(0.9, 500), Rate(0.9, 500))
    assert isinstance(held, Estimate)
    assert held.value == 1.0
    assert "held at the end" in held.method


def test_a_machine_no_better_than_chance_tells_nothing() -> None:
    assert isinstance(rogan_gladen(5, 10, sensitivity=0.5, specificity=0.5), Unknown)
    assert isinstance(lang_reiczigel(of(5, 10), of(5, 10), of(5, 10)), Unknown)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 50), st.floats(0.6, 1), st.floats(0.6, 1), st.integers(1, 200))
def test_the_interval_holds_the_estimate(hits: int, se: float, sp: float, n: int) -> None:
    found = lang_reiczigel(of(hits, 50), Rate(se, n), Rate(sp, n))
    assert isinstance(found, Estimate)
    assert found.low is not None
    assert 0 <= found.low <= found.value <= (found.high or 0) <= 1


def test_what_is_no_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="is no rate"):
        Rate(1.2, 5)
    with pytest.raises(ValueError, match="sensitivity"):
        rogan_gladen(1, 2, sensitivity=1.2, specificity=0.9)
    with pytest.raises(ValueError, match="level"):
        lang_reiczigel(of(1, 2), of(9, 10), of(9, 10), level=95)
