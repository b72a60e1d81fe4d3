"""When did a series turn, and how sure is that date?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from northing.foundations.methods.estimate import Unknown
from northing.foundations.methods.shares import Floats

FEWEST = 8
LEAST_SIDE = 2
ROWS_AT_ONCE = 2_000_000
TOO_FEW = f"fewer than {FEWEST} points do not date a change"
NO_CHANGE = "every point is the same"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the mean.

    `first` is the place of the first point of the new level, and lies within `low` and `high` at
    `level`; all are places in the series as given. `p_value` is that of no change at all.
    """

    first: int
    low: int
    high: int
    level: float
    p_value: float
    before: float
    after: float
    n: int
    method: str


def change_of_mean(
    series: Sequence[float | None], *, level: float = 0.95, permutations: int = 1999, seed: int
) -> Change | Unknown:
    """The one change of the mean that fits a series best, with an interval of its date.

    The date is that of least squares. The interval holds every date whose likelihood ratio
    against the best is not rejected (critical value −2 ln(1 − √level), of the supremum of a
    two-sided Brownian motion with drift); where dates in between are rejected it spans them. The
    p-value compares the fit with that of shuffled series. Points are taken as independent with
    one spread: a trend or an echo from one point to the next makes both too sure.

    Parameters
    ----------
    series : sequence of float or None
        In order of time; None where nothing was measured, and nothing is put in its place.
    level : float
        Confidence level between 0 and 1.
    permutations : int
        Shuffled series, at least 1.
    seed : int
        Seed of the generator (PCG64).

    Returns
    -------
    Change, or Unknown with fewer than eight points or where all are the same

    Raises
    ------
    ValueError
        A value is not finite, or `level` or `permutations` makes no sense.

    References
    ----------
    Hansen 2000, Econometrica 68(3), theorem 1; Eo & Morley 2015, Quantitative Economics 6(2).

    """
    if not 0 < level < 1 or permutations < 1:
        raise ValueError("a level lies between 0 and 1, and there is at least one permutation")
    places = [place for place, one in enumerate(series) if one is not None]
    values = np.array([one for one in series if one is not None], dtype=np.float64)
    if not np.all(np.isfinite(values)):
        raise ValueError("a value of the series is not a finite number")
    if values.size < FEWEST:
        return Unknown(TOO_FEW)
    if np.ptp(values) == 0:
        return Unknown(NO_CHANGE)
    gains = _gains((values - values.mean())[None, :])[0]
    best = int(gains.argmax())
    near = np.flatnonzero(_ratios(gains, values) <= critical_ratio(level))
    first, low, high = (places[int(one) + LEAST_SIDE] for one in (best, near[0], near[-1]))
    split = best + LEAST_SIDE
    p_value = _p_value(values - values.mean(), float(gains[best]), permutations, seed)
    ends = float(values[:split].mean()), float(values[split:].mean())
    method = f"least squares, likelihood-ratio dates, {permutations} permutations"
    return Change(first, low, high, level, p_value, *ends, values.size, method)


def critical_ratio(level: float) -> float:
    """Where the likelihood ratio of a date is rejected: −2 ln(1 − √level)."""
    return -2 * math.log(1 - math.sqrt(level))


def _gains(centred: Floats) -> Floats:
    """By how much a split after each place lowers the sum of squares; one series a row."""
    n = centred.shape[1]
    before = np.arange(LEAST_SIDE, n - LEAST_SIDE + 1)
    sums = np.cumsum(centred, axis=1)[:, before - 1]
    return np.asarray(sums**2 * (n / (before * (n - before))))


def _ratios(gains: Floats, values: Floats) -> Floats:
    """Likelihood ratio of every date against the best."""
    total = float(((values - values.mean()) ** 2).sum())
    left = np.maximum(total - gains, 1e-12 * total)
    return np.asarray(values.size * np.log(left / left.min()))


def _p_value(centred: Floats, found: float, permutations: int, seed: int) -> float:
    rng = np.random.Generator(np.random.PCG64(seed))
    chunk, reached = max(1, ROWS_AT_ONCE // centred.size), 0
    for start in range(0, permutations, chunk):
        rows = min(chunk, permutations - start)
        shuffled = rng.permuted(np.tile(centred, (rows, 1)), axis=1)
        most = _gains(shuffled).max(axis=1)
        reached += int((most >= found * (1 - 1e-12)).sum())
    return (1 + reached) / (1 + permutations)
