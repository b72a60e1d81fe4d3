"""Vector say_do.jsd_two: two sharings of three categories, by hand and by scipy's documentation."""

import math

import pytest

from northing.foundations.methods.aitchison import aitchison_distance
from northing.foundations.methods.divergence import (
    jensen_shannon,
    js_distance,
    overlap,
    total_variation,
)

P, Q = (0.5, 0.3, 0.2), (0.2, 0.3, 0.5)


def test_total_variation_of_the_vector() -> None:
    gap = total_variation(P, Q)
    assert gap.value == pytest.approx(0.3, abs=1e-15)
    assert gap.contributions == pytest.approx((0.15, 0, 0.15), abs=1e-15)
    assert overlap(P, Q).value == pytest.approx(0.7, abs=1e-15)


def test_divergence_of_the_vector() -> None:
    gap = jensen_shannon(P, Q)
    assert gap.value == pytest.approx(0.095815602, abs=5e-10)
    assert gap.contributions == pytest.approx((0.047907801, 0, 0.047907801), abs=5e-10)
    assert js_distance(P, Q) == pytest.approx(0.3095409537, abs=5e-11)


def test_aitchison_distance_of_the_vector() -> None:
    assert aitchison_distance(P, Q) == pytest.approx(1.2958307801, abs=5e-11)


def test_scipy_documentation_of_jensenshannon() -> None:
    # scipy.spatial.distance.jensenshannon, examples: natural logarithm, then base 2.
    nats = js_distance((1, 0), (0.5, 0.5)) * math.sqrt(math.log(2))
    assert nats == pytest.approx(0.46450140402245893, abs=1e-15)
    assert js_distance((1, 0, 0), (0, 1, 0)) == 1.0
