"""Vector: the proportions of Newcombe 1998 (Statistics in Medicine 17), Table I."""

import pytest

from northing.foundations.methods.counting import clopper_pearson, wilson
from northing.foundations.methods.estimate import Estimate


@pytest.mark.parametrize(
    ("successes", "n", "score", "exact"),
    [
        (81, 263, (0.2553, 0.3662), (0.2527, 0.3676)),
        (15, 148, (0.0624, 0.1605), (0.0578, 0.1617)),
        (0, 20, (0.0, 0.1611), (0.0, 0.1684)),
        (1, 29, (0.0061, 0.1718), (0.0009, 0.1776)),
    ],
)
def test_score_and_exact_intervals(
    successes: int, n: int, score: tuple[float, float], exact: tuple[float, float]
) -> None:
    for interval, printed in (
        (wilson(successes, n), score),
        (clopper_pearson(successes, n), exact),
    ):
        assert isinstance(interval, Estimate)
        assert (interval.low, interval.high) == pytest.approx(printed, abs=5e-5)
