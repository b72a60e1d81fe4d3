"""Intervals hold the truth about as often as they promise (seeded simulations)."""

import numpy as np
import pytest

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.resampling import cluster_bootstrap_shares

TRUTH = np.array([0.5, 0.3, 0.2])


@pytest.mark.slow
def test_cluster_bootstrap_covers_the_truth_of_clustered_mentions() -> None:
    rng = np.random.Generator(np.random.PCG64(20))
    held = []
    for run in range(400):
        own = rng.dirichlet(5 * TRUTH, size=40)
        counts = [
            rng.multinomial(size, p) for size, p in zip(rng.poisson(12, 40), own, strict=True)
        ]
        for truth, found in zip(
            TRUTH, cluster_bootstrap_shares(counts, draws=500, seed=run), strict=True
        ):
            assert isinstance(found, Estimate)
            assert found.low is not None
            assert found.high is not None
            held.append(found.low <= truth <= found.high)
    assert np.mean(held) == pytest.approx(0.935, abs=0.025)


@pytest.mark.slow
def test_single_mentions_taken_as_independent_would_cover_less() -> None:
    rng = np.random.Generator(np.random.PCG64(21))
    held = []
    for _ in range(400):
        own = rng.dirichlet(5 * TRUTH, size=40)
        counts = np.array([rng.multinomial(12, p) for p in own]).sum(axis=0)
        found = wilson(int(counts[0]), int(counts.sum()))
        assert isinstance(found, Estimate)
        assert found.low is not None
        assert found.high is not None
        held.append(found.low <= TRUTH[0] <= found.high)
    assert np.mean(held) < 0.85


@pytest.mark.slow
@pytest.mark.parametrize(("p", "n"), [(0.02, 100), (0.1, 20), (0.5, 50), (0.9, 200)])
def test_wilson_covers_the_truth(p: float, n: int) -> None:
    rng = np.random.Generator(np.random.PCG64(22))
    held = []
    for successes in rng.binomial(n, p, size=4000):
        found = wilson(int(successes), n)
        assert isinstance(found, Estimate)
        assert found.low is not None
        assert found.high is not None
        held.append(found.low <= p <= found.high)
    assert np.mean(held) == pytest.approx(0.95, abs=0.03)
