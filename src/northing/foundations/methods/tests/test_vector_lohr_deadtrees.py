"""Vectors lohr_deadtrees and ppi_small: means corrected by what a machine (or a photo) says."""

import numpy as np
import pytest

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.predicted import (
    Correction,
    corrected_mean,
    prediction_powered_mean,
    standard_error,
)

PHOTO = [
    10,
    12,
    7,
    13,
    13,
    6,
    17,
    16,
    15,
    10,
    14,
    12,
    10,
    5,
    12,
    10,
    10,
    9,
    6,
    11,
    7,
    9,
    11,
    10,
    10,
]
FIELD = [15, 14, 9, 14, 8, 5, 18, 15, 13, 15, 11, 15, 12, 8, 13, 9, 11, 12, 9, 12, 13, 11, 10, 9, 8]


@pytest.mark.parametrize(
    ("correction", "mean", "error"),
    [
        ("none", 11.56, 0.522),
        ("regression", 11.99, 0.408),
        ("difference", 12.26, 0.457),
        ("ratio", 12.32, None),
    ],
)
def test_dead_trees_of_lohr_1999_example_3_6(
    correction: Correction, mean: float, error: float | None
) -> None:
    found = corrected_mean(FIELD, PHOTO, predicted_mean=11.3, size=100, correction=correction)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(mean, abs=0.005)
    assert "approximate" in found.method
    if error:
        assert standard_error(FIELD, PHOTO, size=100, correction=correction) == pytest.approx(
            error, abs=5e-4
        )


Y, F = [1, 0, 1, 1, 0, 0, 1, 0, 0, 1], [1, 0, 1, 0, 0, 1, 1, 0, 0, 1]
REST = [1] * 40 + [0] * 60


@pytest.mark.parametrize(
    ("weight", "low", "high"),
    [(0.0, 0.19010248, 0.80989752), (1.0, 0.10665945, 0.69334055), (None, 0.19012297, 0.69808216)],
)
def test_prediction_powered_mean_as_its_authors_compute_it(
    weight: float | None, low: float, high: float
) -> None:
    """Oracle: ppi-python 0.2.3, weights given by hand and tuned."""
    found = prediction_powered_mean(Y, F, REST, weight=weight)
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-9)
    assert "approximate" in found.method


def test_rare_answers_get_no_symmetric_interval() -> None:
    truth = [1] * 5 + [0] * 95
    found = corrected_mean(truth, truth, predicted_mean=0.05, size=1000)
    assert isinstance(found, Estimate)
    assert found.low is None
    assert "by strata" in found.no_interval


def test_a_perfect_machine_leaves_no_doubt() -> None:
    amounts = np.arange(50.0)
    found = corrected_mean(
        amounts, amounts, predicted_mean=100.0, size=1000, correction="difference"
    )
    assert isinstance(found, Estimate)
    assert found.low == found.high == found.value == 100.0


def test_what_cannot_be_corrected_is_unknown_or_refused() -> None:
    assert isinstance(corrected_mean([1, 2], [1, 1], predicted_mean=1, size=9), Unknown)
    assert isinstance(corrected_mean([1, 2, 3], [2, 2, 2], predicted_mean=1, size=9), Unknown)
    with pytest.raises(ValueError, match="is no sample"):
        corrected_mean([1, 2, 3], [1, 2, 3], predicted_mean=1, size=2)
    with pytest.raises(ValueError, match="a truth and a prediction"):
        corrected_mean([1, 2, 3], [1, 2], predicted_mean=1, size=9)
    with pytest.raises(ValueError, match="too few"):
        standard_error([1, 2, 3], [2, 2, 2], size=9)
    assert isinstance(prediction_powered_mean([1], [1], [1, 0]), Unknown)
