"""Vector multinomial_ci: the seven counts of Sison & Glaz 1995."""

import pytest

from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.multinomial import goodman, sison_glaz

COUNTS = (56, 72, 73, 59, 62, 87, 58)


def test_sison_glaz_of_the_vector() -> None:
    first = sison_glaz(COUNTS)[0]
    assert isinstance(first, Estimate)
    assert (first.low, first.high) == pytest.approx((0.07922912, 0.16435573), abs=5e-9)
    assert (first.value, first.n, first.level) == (56 / 467, 467, 0.95)


def test_goodman_of_the_vector() -> None:
    first = goodman(COUNTS)[0]
    assert isinstance(first, Estimate)
    assert (first.low, first.high) == pytest.approx((0.08516724, 0.16626141), abs=5e-9)
