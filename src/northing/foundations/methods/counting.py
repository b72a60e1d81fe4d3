"""Between what bounds does a proportion lie when so many of so many were counted?"""

from __future__ import annotations

import math

import scipy

from northing.foundations.methods.estimate import Estimate, Measure, Unknown

NONE_COUNTED = "nothing was counted"
WILSON, JEFFREYS = "Wilson, approximate", "Jeffreys, approximate"


def wilson(successes: int, n: int, *, level: float = 0.95) -> Measure:
    """Interval for a proportion; holds its level on average even for small n.

    Approximate: for rare things it falls short (92 instead of 95 % at 1 of 100).

    Parameters
    ----------
    successes, n : int
        So many of n independent cases; 0 ≤ successes ≤ n.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where n = 0
        A share between 0 and 1.

    Raises
    ------
    ValueError
        The counts are negative or more succeeded than were counted; the level leaves (0, 1).

    References
    ----------
    Wilson 1927, JASA 22(158); Brown, Cai & DasGupta 2001, Statistical Science 16(2).

    """
    _check(successes, n, level)
    if n == 0:
        return Unknown(NONE_COUNTED)
    z = float(scipy.stats.norm.ppf((1 + level) / 2))
    share, spread = successes / n, 1 + z**2 / n
    centre = (share + z**2 / (2 * n)) / spread
    half = z / spread * math.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return _estimate(successes, n, (centre - half, centre + half), level=level, method=WILSON)


def clopper_pearson(successes: int, n: int, *, level: float = 0.95) -> Measure:
    """Interval for a proportion that never falls below its level; wider than it need be.

    Parameters
    ----------
    successes, n : int
        So many of n independent cases; 0 ≤ successes ≤ n.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where n = 0
        A share between 0 and 1.

    Raises
    ------
    ValueError
        As for `wilson`.

    References
    ----------
    Clopper & Pearson 1934, Biometrika 26(4).

    """
    _check(successes, n, level)
    if n == 0:
        return Unknown(NONE_COUNTED)
    tail, missed = (1 - level) / 2, n - successes
    low = float(scipy.stats.beta.ppf(tail, successes, missed + 1)) if successes > 0 else 0.0
    high = float(scipy.stats.beta.ppf(1 - tail, successes + 1, missed)) if missed > 0 else 1.0
    return _estimate(successes, n, (low, high), level=level, method="Clopper–Pearson")


def jeffreys(successes: int, n: int, *, level: float = 0.95) -> Measure:
    """Interval for a proportion from the prior Beta(½, ½), with equal tails.

    Approximate: it holds its level on average over all shares, not at each. The low end is 0
    where none succeeded and the high end 1 where all did, as Brown, Cai and DasGupta advise.

    Parameters
    ----------
    successes, n : int
        So many of n independent cases; 0 ≤ successes ≤ n.
    level : float
        Probability of the interval, between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where n = 0
        A share between 0 and 1.

    Raises
    ------
    ValueError
        As for `wilson`.

    References
    ----------
    Brown, Cai & DasGupta 2001, Statistical Science 16(2).

    """
    _check(successes, n, level)
    if n == 0:
        return Unknown(NONE_COUNTED)
    tail, missed = (1 - level) / 2, n - successes
    a, b = successes + 0.5, missed + 0.5
    low = float(scipy.stats.beta.ppf(tail, a, b)) if successes > 0 else 0.0
    high = float(scipy.stats.beta.ppf(1 - tail, a, b)) if missed > 0 else 1.0
    return _estimate(successes, n, (low, high), level=level, method=JEFFREYS)


def _check(successes: int, n: int, level: float) -> None:
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is no proportion")
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")


def _estimate(
    successes: int, n: int, ends: tuple[float, float], *, level: float, method: str
) -> Estimate:
    """The interval, kept within 0 and 1 and held to its estimate against rounding."""
    value = successes / n
    low, high = max(0.0, min(ends[0], value)), min(1.0, max(ends[1], value))
    if successes == 0:
        low = 0.0
    if successes == n:
        high = 1.0
    return Estimate(value, low, high, level, n, method)
