"""How good were forecasts, once it was seen what happened?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import scipy

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval

METHOD = "Brier score"
NOTHING_HAPPENED = "no forecast has met its outcome yet"
ONE = "one forecast alone gives no interval"


def brier(forecasts: Sequence[float], happened: Sequence[bool], *, level: float = 0.95) -> Measure:
    """The mean squared distance between what was forecast and what happened.

    0 is a seer, 0.25 somebody who always says one half, 1 somebody always sure and always wrong.

    Parameters
    ----------
    forecasts : sequence of float
        Probabilities between 0 and 1.
    happened : sequence of bool
        What came of each.
    level : float
        Of the interval (Student's t over the squared distances, cut off at 0 and 1), which holds
        approximately and poorly below about thirty forecasts.

    Returns
    -------
    Estimate, or Unknown where nothing was forecast

    Raises
    ------
    ValueError
        The lengths differ, or a forecast is no probability.

    References
    ----------
    Brier 1950, Monthly Weather Review 78(1).

    """
    if len(forecasts) != len(happened):
        raise ValueError("every forecast has one outcome")
    if not all(0 <= one <= 1 for one in forecasts):
        raise ValueError("a forecast is a probability between 0 and 1")
    if not forecasts:
        return Unknown(NOTHING_HAPPENED)
    off = [(one - bool(did)) ** 2 for one, did in zip(forecasts, happened, strict=True)]
    n, mean = len(off), math.fsum(off) / len(off)
    if n == 1:
        return without_interval(mean, n=n, method=METHOD, why=ONE)
    spread = math.sqrt(math.fsum((one - mean) ** 2 for one in off) / (n - 1) / n)
    half = float(scipy.stats.t.ppf((1 + level) / 2, n - 1)) * spread
    ends = max(0.0, mean - half), min(1.0, mean + half)
    return Estimate(mean, *ends, level, n, f"{METHOD}, Student's t, approximate")
