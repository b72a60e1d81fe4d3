"""How sure are pooled shares when what was counted comes in clusters, such as documents?"""

from __future__ import annotations

import math

import scipy
from numpy.typing import ArrayLike

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.resampling import checked_clusters
from northing.foundations.methods.shares import Floats

METHOD = "Clopper–Pearson for clusters (Korn–Graubard, jackknife)"
ONE_CLUSTER = "one document alone gives no interval"
NEVER_SEEN = "no document holds this category: nothing tells how rare it is"
ALWAYS_SEEN = "no document holds another category: nothing tells how rare others are"


def cluster_shares(counts_by_cluster: ArrayLike, *, level: float = 0.95) -> tuple[Measure, ...]:
    """Pooled shares with intervals that know that what stands in one document is not independent.

    Clopper–Pearson limits for as many independent counts as would be as uncertain: p(1 − p)/V
    with V from leaving out one cluster at a time, times (t_{n−1}/t_d)². The degrees of freedom d
    are the effective number (Σx)²/Σx² of clusters, of those that hold the category or of those
    that hold the rest, whichever is least: a share that rests on three documents is as uncertain
    as three documents. A bootstrap of few clusters is far too short instead (82 % at
    five). Clusters without any count are left out.

    Parameters
    ----------
    counts_by_cluster : array-like, shape (clusters, categories)
        Counts ≥ 0; where they are weighted, one mention weighs about 1.
    level : float
        Confidence level of each interval alone, between 0 and 1.

    Returns
    -------
    tuple of Estimate, one for each category
        `n` is the number of clusters that hold anything. All Unknown where nothing was counted;
        without interval where a single cluster holds everything, and where a category holds
        nothing or everything.

    Raises
    ------
    ValueError
        A count is negative or not finite, or the level leaves (0, 1).

    References
    ----------
    Korn & Graubard 1998, Survey Methodology 24(2); Rao & Shao 1992 (the jackknife of clusters).

    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    counts = checked_clusters(counts_by_cluster)
    if counts.shape[0] == 0:
        return tuple(Unknown("nothing was counted") for _ in range(counts.shape[1]))
    whole = counts.sum(axis=1)
    places = range(counts.shape[1])
    return tuple(_share(counts[:, place], whole, level) for place in places)


def _share(held: Floats, whole: Floats, level: float) -> Measure:
    clusters = held.size
    total, mine = math.fsum(whole), math.fsum(held)
    value = mine / total
    why = ONE_CLUSTER if clusters == 1 else {0.0: NEVER_SEEN, 1.0: ALWAYS_SEEN}.get(value, "")
    if why:
        return without_interval(value, n=clusters, method=METHOD, why=why)
    without_one = (mine - held) / (total - whole)
    spread = (clusters - 1) / clusters * float(((without_one - value) ** 2).sum())
    alike = min(total, value * (1 - value) / spread) if spread > 0 else total
    freedom = max(1.0, min(_effective(one) for one in (whole, held, whole - held)))
    tail = (1 - level) / 2
    quantiles = scipy.stats.t.ppf(1 - tail, [max(1.0, total - 1), freedom])
    n = alike * float(quantiles[0] / quantiles[1]) ** 2
    low = float(scipy.stats.beta.ppf(tail, value * n, n - value * n + 1))
    high = float(scipy.stats.beta.ppf(1 - tail, value * n + 1, n - value * n))
    return Estimate(value, min(low, value), max(high, value), level, clusters, METHOD)


def _effective(masses: Floats) -> float:
    """How many equal clusters would be as concentrated."""
    return float(masses.sum() ** 2 / (masses**2).sum())
