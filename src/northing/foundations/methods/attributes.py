"""How often does a control fail, at most, when a sample of decisions was tested?"""

from __future__ import annotations

import math

import numpy as np
import scipy

from northing.foundations.methods.estimate import Estimate, Measure, Unknown

LARGEST_SAMPLE = 10_000_000
FIRST_LOOK = 4096
DECIMALS = 9


def attribute_size(
    *, tolerable: float, expected: float, level: float = 0.95, population: int | None = None
) -> int:
    """How many to test so that as many failures as expected still show a tolerable rate.

    The smallest n for which at most ⌈n · expected⌉ failures are found with probability 1 − level
    or less where the rate is just the tolerable one. The product is rounded to nine decimals
    before it is rounded up: 400 · 0.035 is 14, not 15.

    Parameters
    ----------
    tolerable, expected : float
        Rates, 0 ≤ expected < tolerable < 1.
    level : float
        Confidence level between 0 and 1.
    population : int, optional
        How many there are in all, if few: the hypergeometric then takes the binomial's place.

    Returns
    -------
    int
        At most the population.

    Raises
    ------
    ValueError
        The rates or the level make no sense, or no sample of up to ten million would do.

    References
    ----------
    AICPA Audit Guide: Audit Sampling, table A-1 (95 %) and A-2 (90 %).

    """
    if not (0 <= expected < tolerable < 1 and 0 < level < 1):
        raise ValueError("less is expected than is tolerable, and both are rates")
    if population is not None and population < 1:
        raise ValueError("a population holds at least one")
    least, most = 1, min(FIRST_LOOK, population or FIRST_LOOK)
    while least <= (population or LARGEST_SAMPLE):
        sizes = np.arange(least, most + 1)
        allowed = np.ceil(np.round(sizes * expected, DECIMALS))
        if population is None:
            risk = scipy.stats.binom.cdf(allowed, sizes, tolerable)
        else:
            failures = math.ceil(round(tolerable * population, DECIMALS))
            risk = scipy.stats.hypergeom.cdf(allowed, population, failures, sizes)
        enough = np.flatnonzero(risk <= 1 - level)
        if enough.size:
            return int(sizes[enough[0]])
        least, most = most + 1, min(most * 2, population or LARGEST_SAMPLE)
    if population is not None:
        return population
    raise ValueError("no sample of up to ten million could show that")


def upper_deviation(failures: int, n: int, *, level: float = 0.95) -> Measure:
    """The rate of failure that is exceeded with probability 1 − level at most.

    One-sided Clopper–Pearson: "with 95 % confidence at most so many per cent".

    Parameters
    ----------
    failures, n : int
        So many of n tested failed.
    level : float
        One-sided confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where nothing was tested
        `high` is the one-sided bound, `low` is 0.

    Raises
    ------
    ValueError
        The counts are negative, more failed than were tested, or the level leaves (0, 1).

    References
    ----------
    Clopper & Pearson 1934; AICPA Audit Guide: Audit Sampling, table A-3.

    """
    if not 0 <= failures <= n or not 0 < level < 1:
        raise ValueError(f"{failures} of {n} at {level} is no rate of failure")
    if n == 0:
        return Unknown("nothing was tested")
    high = float(scipy.stats.beta.ppf(level, failures + 1, n - failures)) if failures < n else 1.0
    return Estimate(failures / n, 0.0, high, level, n, "Clopper–Pearson, one-sided")
