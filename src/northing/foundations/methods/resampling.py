"""How sure are pooled shares when what was counted comes in clusters, such as documents?"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.shares import MATRIX, Floats

FEWEST_CLUSTERS = 2
WEIGHTS_AT_ONCE = 2_000_000
ONE_CLUSTER = "one document alone gives no interval"
NEVER_SEEN = "no document holds this category: resampling cannot tell how rare it is"
ALWAYS_SEEN = "no document holds another category: resampling cannot tell how rare others are"


def cluster_bootstrap_shares(
    counts_by_cluster: ArrayLike, *, draws: int = 2000, level: float = 0.95, seed: int
) -> tuple[Measure, ...]:
    """Pooled shares with percentile intervals from resampling whole clusters.

    What stands in one document is not independent; documents are the units drawn again. Clusters
    without any count are left out. The interval is widened to hold the estimate where it would
    not. Approximate: with few clusters or a rare category it is too short (82 instead of 95 % with
    five documents); `clustered.cluster_shares` holds there, and is wide.

    Parameters
    ----------
    counts_by_cluster : array-like, shape (clusters, categories)
        Counts or weights ≥ 0.
    draws : int
        Resamples.
    level : float
        Confidence level of each interval alone, between 0 and 1.
    seed : int
        Seed of the generator (PCG64); the same seed gives the same answer.

    Returns
    -------
    tuple of Estimate, one for each category
        `n` is the number of clusters that hold anything. All Unknown where nothing was counted;
        without interval where a single cluster holds everything, and where a category holds
        nothing or everything.

    Raises
    ------
    ValueError
        A count is negative or not finite, or `draws` or `level` makes no sense.

    References
    ----------
    Efron & Tibshirani 1993; Davison & Hinkley 1997, section 3.8.

    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    counts = checked_clusters(counts_by_cluster)
    clusters, categories = counts.shape
    if clusters == 0:
        return tuple(Unknown("nothing was counted") for _ in range(categories))
    pooled: list[float] = counts.sum(axis=0).tolist()
    values = [mass / math.fsum(pooled) for mass in pooled]
    method = f"cluster bootstrap, percentile, {draws} draws, approximate"
    reasons = [_reason_for_none(value, clusters) for value in values]
    if all(reasons):
        return tuple(
            without_interval(value, n=clusters, method=method, why=why)
            for value, why in zip(values, reasons, strict=True)
        )
    drawn = cluster_bootstrap_draws(counts, draws=draws, seed=seed)
    ends = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0).T.tolist()
    return tuple(
        without_interval(value, n=clusters, method=method, why=why)
        if why
        else Estimate(value, min(low, value), max(high, value), level, clusters, method)
        for value, why, (low, high) in zip(values, reasons, ends, strict=True)
    )


def cluster_bootstrap_draws(counts_by_cluster: ArrayLike, *, draws: int, seed: int) -> Floats:
    """Pooled shares of every resample of whole clusters, for figures made of several shares.

    Parameters
    ----------
    counts_by_cluster : array-like, shape (clusters, categories)
        Counts or weights ≥ 0; clusters without any count are left out.
    draws : int
        Resamples, at least 1.
    seed : int
        Seed of the generator (PCG64).

    Returns
    -------
    ndarray of shape (draws, categories)
        Shares; each row adds up to 1.

    Raises
    ------
    ValueError
        A count is negative or not finite, no cluster holds anything, or `draws` is below 1.

    """
    if draws < 1:
        raise ValueError("a bootstrap needs at least one draw")
    counts = checked_clusters(counts_by_cluster)
    clusters = counts.shape[0]
    if clusters == 0:
        raise ValueError("no cluster holds anything: there is nothing to resample")
    rng = np.random.Generator(np.random.PCG64(seed))
    pooled: Floats = np.empty((draws, counts.shape[1]))
    chunk = max(1, WEIGHTS_AT_ONCE // clusters)
    for start in range(0, draws, chunk):
        size = min(chunk, draws - start)
        pooled[start : start + size] = _times_drawn(rng, size, clusters) @ counts
    return np.asarray(pooled / pooled.sum(axis=1, keepdims=True), dtype=np.float64)


def _reason_for_none(value: float, clusters: int) -> str:
    """Why no interval can be given; empty where one can."""
    if clusters < FEWEST_CLUSTERS:
        return ONE_CLUSTER
    return {0.0: NEVER_SEEN, 1.0: ALWAYS_SEEN}.get(value, "")


def checked_clusters(counts_by_cluster: ArrayLike) -> Floats:
    """The table of counts without clusters that hold nothing; raises `ValueError` for no table."""
    counts = np.asarray(counts_by_cluster, dtype=np.float64)
    if counts.ndim != MATRIX or counts.shape[1] == 0:
        raise ValueError("counts form a table: one row for each cluster, one column a category")
    if not np.all(np.isfinite(counts)) or np.any(counts < 0):
        raise ValueError("a count is negative or not a finite number")
    return np.asarray(counts[counts.sum(axis=1) > 0], dtype=np.float64)


def _times_drawn(rng: np.random.Generator, size: int, clusters: int) -> Floats:
    """How often each of `size` resamples holds each cluster, one resample a row."""
    drawn = rng.integers(clusters, size=(size, clusters))
    drawn += np.arange(size)[:, None] * clusters
    times = np.bincount(drawn.ravel(), minlength=size * clusters)
    return times.reshape(size, clusters).astype(np.float64)
