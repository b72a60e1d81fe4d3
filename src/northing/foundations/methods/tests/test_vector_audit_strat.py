"""Vector audit_strat: two strata of 10,000, 200 checked in each (computed by hand)."""

import math

import pytest

from northing.foundations.methods.double_sampling import Stratum, standard_error, stratified_share
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.misclassified import Corrected, rogan_gladen

FLAGGED, REST = Stratum(2400, 200, 150), Stratum(7600, 200, 10)


def test_the_share_is_the_weighted_share_of_the_strata() -> None:
    found = stratified_share([FLAGGED, REST])
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.218)
    assert found.n == 400


def test_mover_over_wilson_without_finite_population() -> None:
    found = stratified_share([FLAGGED, REST], limits="wilson", finite=False)
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == pytest.approx((0.19489, 0.25084), abs=5e-6)


def test_the_standard_error_counts_the_finite_population() -> None:
    error = standard_error([FLAGGED, REST, Stratum(0, 0, 0)])
    assert error == pytest.approx(0.0135643, abs=5e-8)
    assert (0.218 - 1.959964 * error, 0.218 + 1.959964 * error) == pytest.approx(
        (0.19141, 0.24459), abs=5e-6
    )
    assert standard_error([Stratum(30, 30, 3)]) == 0.0
    with pytest.raises(ValueError, match="at least two"):
        standard_error([Stratum(30, 1, 0)])


def test_the_finite_population_shrinks_each_stratum_by_its_own_part() -> None:
    found = stratified_share([FLAGGED, REST], limits="wilson")
    assert isinstance(found, Estimate)
    assert found.high == pytest.approx(
        0.218
        + math.hypot(
            0.24 * math.sqrt(1 - 200 / 2400) * (0.8048 - 0.75),
            0.76 * math.sqrt(1 - 200 / 7600) * (0.0896 - 0.05),
        ),
        abs=2e-4,
    )


def test_rogan_gladen_with_the_errors_of_the_same_sample_gives_the_same_share() -> None:
    flagged_so, missed = 0.24 * 0.75, 0.76 * 0.05
    found = rogan_gladen(
        2400,
        10_000,
        sensitivity=flagged_so / (flagged_so + missed),
        specificity=0.76 * 0.95 / (0.76 * 0.95 + 0.24 * 0.25),
    )
    assert isinstance(found, Corrected)
    assert found.raw == pytest.approx(0.218)
