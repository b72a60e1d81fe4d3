"""What is each option worth when its criteria are added up?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.shares import MATRIX, Floats

Direction = Literal["more", "less"]


def as_table(performances: ArrayLike, directions: Sequence[Direction]) -> Floats:
    """Options by criteria as numbers, checked once for every method that compares options.

    Raises
    ------
    ValueError
        No option or no criterion, a direction too few or too many, or a number that is infinite.
        A gap (NaN) passes: whoever cannot stand one says so.

    """
    table = np.asarray(performances, dtype=np.float64)
    if table.ndim != MATRIX or not table.size:
        raise ValueError("options are rows and criteria are columns, at least one of each")
    if table.shape[1] != len(directions) or not set(directions) <= {"more", "less"}:
        raise ValueError("every criterion says whether more of it or less of it is better")
    if np.isinf(table).any():
        raise ValueError("a performance is a finite number")
    return table


def as_weights(weights: ArrayLike, criteria: int) -> Floats:
    """Weights that add up to 1.

    Raises
    ------
    ValueError
        Not one weight for each criterion, one that is negative or no number, or all of them 0.

    """
    given = np.asarray(weights, dtype=np.float64)
    if given.shape != (criteria,) or not np.isfinite(given).all() or (given < 0).any():
        raise ValueError("every criterion has one weight, and none is negative")
    if not given.sum():
        raise ValueError("at least one criterion counts")
    return np.asarray(given / given.sum(), dtype=np.float64)


def swings(
    performances: ArrayLike,
    directions: Sequence[Direction],
    ranges: Sequence[tuple[float, float]] | None = None,
) -> Floats:
    """How far up its own range each option stands on each criterion: 0 the worst, 1 the best.

    The range of a criterion is stated beforehand, or is the one the options span. A stated range
    keeps the value of an option from hanging on which others are compared with it. A criterion
    on which all options are equal tells them apart by nothing: everyone stands at 0.

    Parameters
    ----------
    performances : array-like of shape (options, criteria)
        In the unit of each criterion; NaN where it is not known, which stays NaN.
    directions : sequence of "more" or "less"
        Which end is the better one.
    ranges : sequence of (lowest, highest), or None
        Beyond a stated range an option stands at its end.

    Returns
    -------
    ndarray of shape (options, criteria), each between 0 and 1 or NaN

    Raises
    ------
    ValueError
        As `as_table`, or a range whose lowest is above its highest.

    References
    ----------
    Keeney & Raiffa 1976; Edwards & Barron 1994, Org. Behavior and Human Decision Processes 60.

    """
    table = as_table(performances, directions)
    low, high = _ends(table, ranges)
    span = np.where(high > low, high - low, 1.0)
    up = np.clip((table - low) / span, 0.0, 1.0)
    less = np.array([one == "less" for one in directions])
    stands = np.where(less & (high > low), 1.0 - up, up)
    return np.where((high > low) | np.isnan(table), stands, 0.0)


def additive(stands: ArrayLike, weights: ArrayLike) -> Floats:
    """The weighted sum V = Σ w_c v_c of each option; NaN where one of its parts that counts is.

    Adding or taking away an option never reorders the others as long as the ranges stay.

    Parameters
    ----------
    stands : array-like of shape (options, criteria)
        Values of single criteria, as `swings` gives them.
    weights : array-like of shape (criteria,)
        Not negative; they are divided by their sum.

    Returns
    -------
    ndarray of shape (options,)

    Raises
    ------
    ValueError
        As `as_weights`.

    """
    table = np.asarray(stands, dtype=np.float64)
    weighed = as_weights(weights, table.shape[-1])
    counting = weighed > 0
    return np.asarray(table[..., counting] @ weighed[counting], dtype=np.float64)


def _ends(table: Floats, ranges: Sequence[tuple[float, float]] | None) -> tuple[Floats, Floats]:
    if ranges is None:
        known = ~np.isnan(table)
        low = np.where(known, table, np.inf).min(axis=0)
        high = np.where(known, table, -np.inf).max(axis=0)
        empty = ~known.any(axis=0)
        return np.where(empty, 0.0, low), np.where(empty, 0.0, high)
    ends = np.asarray(ranges, dtype=np.float64).reshape(-1, 2)
    if len(ends) != table.shape[1] or (ends[:, 0] > ends[:, 1]).any():
        raise ValueError("every criterion has one range, its lowest first")
    return ends[:, 0], ends[:, 1]
