"""How often do raters agree where hardly anything varies?

Krippendorff's alpha is undefined where everybody gives the same answer, and low where nearly
everybody does. These two stand beside it then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from northing.foundations.methods.agreement import (
    CELLS_AT_ONCE,
    NO_PAIRS,
    RATERS,
    Rating,
    with_two_more,
)
from northing.foundations.methods.counting import clopper_pearson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.shares import Floats

Weights = Literal["identity", "linear", "quadratic"]

ONE_UNIT = "one unit alone gives no interval"


def whole_agreement(ratings: Sequence[Sequence[Rating]], *, level: float = 0.95) -> Measure:
    """Share of units on which everybody who rated them gave the same rating.

    With two raters this is the percentage of agreement.

    Parameters
    ----------
    ratings : sequence of sequences, shape (coders, units)
        None where a coder did not rate a unit; units rated once count nothing.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where nothing was rated twice
        With a Clopper–Pearson interval over units.

    Raises
    ------
    ValueError
        Rows of unequal length, or a level outside (0, 1).

    """
    pairable = [unit for unit in _units(ratings) if len(unit) >= RATERS]
    if not pairable:
        return Unknown(NO_PAIRS)
    return clopper_pearson(
        sum(len(set(unit)) == 1 for unit in pairable), len(pairable), level=level
    )


def gwet(
    ratings: Sequence[Sequence[Rating]],
    categories: Sequence[str | float],
    *,
    weights: Weights = "identity",
    level: float = 0.95,
    seed: int,
    draws: int = 2000,
) -> Measure:
    """Gwet's AC1 (identity weights) or AC2, agreement beyond chance that skew does not upset.

    (p_a − p_e)/(1 − p_e), where chance agreement p_e grows with how evenly the categories are
    used, not with how unevenly.

    Parameters
    ----------
    ratings : sequence of sequences, shape (coders, units)
        None where a coder did not rate a unit.
    categories : sequence of str or float
        All that could have been answered, in their order; at least two.
    weights : "identity", "linear" or "quadratic"
        How much a near miss counts, by the places of two categories in their order.
    level : float
        Confidence level between 0 and 1.
    seed : int
        Seed of the generator (PCG64).
    draws : int
        Resamples of units.

    Returns
    -------
    Estimate, or Unknown where nothing was rated twice
        With a percentile interval from resampling units and two more, as for `krippendorff`.
        `n` is the number of units rated at least twice.

    Raises
    ------
    ValueError
        Fewer than two categories, a rating that is none of them, rows of unequal length, or a
        level outside (0, 1).

    References
    ----------
    Gwet 2008, British J. of Mathematical and Statistical Psychology 61(1); Gwet 2014, Handbook
    of Inter-Rater Reliability, 4th edition.

    """
    if not 0 < level < 1 or draws < 1:
        raise ValueError("a level lies between 0 and 1, and a bootstrap has at least one draw")
    counts, near = _counts(ratings, categories), _near(len(categories), weights)
    rated = counts.sum(axis=1)
    n = int((rated >= RATERS).sum())
    if n == 0:
        return Unknown(NO_PAIRS)
    value = float(_coefficients(counts, near, np.ones((1, rated.size)))[0])
    method = f"Gwet's {'AC1' if weights == 'identity' else f'AC2, {weights} weights'}"
    if n == 1:
        return without_interval(value, n=n, method=method, why=ONE_UNIT)
    drawn = _resampled(counts, near, draws, seed)
    low, high = np.nanquantile(drawn, [(1 - level) / 2, (1 + level) / 2]).tolist()
    method += f", bootstrap over units, {draws} draws"
    return Estimate(value, min(low, value), max(high, value), level, n, method)


def _units(ratings: Sequence[Sequence[Rating]]) -> list[list[str | float]]:
    if len({len(row) for row in ratings}) > 1:
        raise ValueError("every coder has a place for every unit")
    return [[one for one in unit if one is not None] for unit in zip(*ratings, strict=True)]


def _counts(ratings: Sequence[Sequence[Rating]], categories: Sequence[str | float]) -> Floats:
    """How often each unit was given each category, for units rated at all."""
    place = {one: at for at, one in enumerate(categories)}
    if len(place) < RATERS or len(place) < len(categories):
        raise ValueError("there are at least two categories, each named once")
    rows = []
    for unit in _units(ratings):
        if unlisted := sorted({str(one) for one in unit if one not in place}):
            raise ValueError(f"'{unlisted[0]}' is none of the categories")
        if unit:
            rows.append(np.bincount([place[one] for one in unit], minlength=len(place)))
    return np.array(rows, dtype=np.float64).reshape(-1, len(place))


def _near(categories: int, weights: Weights) -> Floats:
    if weights == "identity":
        return np.eye(categories)
    gap = np.abs(np.subtract.outer(np.arange(categories), np.arange(categories)))
    power = 1 if weights == "linear" else 2
    return np.asarray(1 - (gap / (categories - 1)) ** power)


def _resampled(counts: Floats, near: Floats, draws: int, seed: int) -> Floats:
    rng = np.random.Generator(np.random.PCG64(seed))
    n = counts.shape[0]
    counts, chances = with_two_more(counts)
    chunk = max(1, CELLS_AT_ONCE // counts.shape[0])
    sizes = [min(chunk, draws - start) for start in range(0, draws, chunk)]
    return np.concatenate(
        [_coefficients(counts, near, rng.multinomial(n, chances, size=size)) for size in sizes]
    )


def _coefficients(
    counts: Floats, near: Floats, times: NDArray[np.float64] | NDArray[np.int64]
) -> Floats:
    """The coefficient of every resample, one a row of how often each unit is in it."""
    by_chance = _chance(counts, near, times)
    agreed = times @ _agreed(counts, near)
    pairable = times @ (counts.sum(axis=1) >= RATERS)
    found = np.divide(agreed, pairable, out=np.full(agreed.shape, np.nan), where=pairable > 0)
    return np.asarray((found - by_chance) / (1 - by_chance))


def _agreed(counts: Floats, near: Floats) -> Floats:
    """Weighted agreement within each unit; 0 where it was rated once."""
    rated = counts.sum(axis=1)
    pairs = (counts * (counts @ near - 1)).sum(axis=1)
    return np.asarray(pairs / np.maximum(rated * (rated - 1), 1))


def _chance(counts: Floats, near: Floats, times: NDArray[np.float64] | NDArray[np.int64]) -> Floats:
    shares = counts / counts.sum(axis=1, keepdims=True)
    used = (times @ shares) / times.sum(axis=1, keepdims=True)
    size = counts.shape[1]
    return np.asarray(near.sum() / (size * (size - 1)) * (used * (1 - used)).sum(axis=1))
