"""How far apart are two ways of sharing out one whole, and which categories make the distance?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import rel_entr

from northing.foundations.methods.shares import MATRIX, Floats, checked_pair, checked_shares


@dataclass(frozen=True, slots=True)
class Divided:
    """A figure and the part each category has in it; the parts are ≥ 0 and add up to it."""

    value: float
    contributions: tuple[float, ...]


def total_variation(p: ArrayLike, q: ArrayLike) -> Divided:
    """Share of the whole that would have to move to turn one sharing into the other.

    ½ Σ|p − q|, between 0 (the same) and 1 (no category in common), in shares of the whole.
    Upward biased in small samples: see `null_gap`.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares over the same categories in the same order.

    Returns
    -------
    Divided
        Contributions ½|p − q| by category.

    Raises
    ------
    ValueError
        The lengths differ, a share is negative or the shares do not add up to 1 within 1e-9.

    References
    ----------
    Duncan & Duncan 1955, the index of dissimilarity.

    """
    first, second = checked_pair(p, q)
    return _divided(np.abs(first - second) / 2, most=1.0)


def overlap(p: ArrayLike, q: ArrayLike) -> Divided:
    """Share of the whole that both sharings place alike: Σ min(p, q) = 1 − total variation.

    A category counts at most once: more than its share in one cannot make up for another.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares over the same categories in the same order.

    Returns
    -------
    Divided
        Contributions min(p, q) by category.

    Raises
    ------
    ValueError
        As for `total_variation`.

    """
    first, second = checked_pair(p, q)
    return _divided(np.minimum(first, second), most=1.0)


def jensen_shannon(p: ArrayLike, q: ArrayLike) -> Divided:
    """Jensen–Shannon divergence (not its root) in bits, between 0 and 1.

    ½ Σ [p log₂(p/m) + q log₂(q/m)] with m = (p + q)/2. Finite where a share is zero; every
    category's term is ≥ 0 (log-sum inequality), so the split is a true share of the gap.
    Never greater than the total variation.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares over the same categories in the same order.

    Returns
    -------
    Divided
        Contributions in bits by category.

    Raises
    ------
    ValueError
        As for `total_variation`.

    References
    ----------
    Lin 1991, IEEE Trans. Inf. Theory 37(1).

    """
    return generalised_jensen_shannon(np.stack(checked_pair(p, q)), (0.5, 0.5))


def generalised_jensen_shannon(distributions: ArrayLike, weights: ArrayLike) -> Divided:
    """Jensen–Shannon divergence of several sharings with weights, in bits.

    H(Σ πₛ Pₛ) − Σ πₛ H(Pₛ), computed as Σ_c Σₛ πₛ Pₛ(c) log₂(Pₛ(c)/m(c)); at most
    log₂(number of sharings). A sharing of weight 0 plays no part.

    Parameters
    ----------
    distributions : array-like, shape (sharings, categories)
        One list of shares a row.
    weights : array-like, shape (sharings,)
        Weights ≥ 0 that add up to 1.

    Returns
    -------
    Divided
        Contributions in bits by category.

    Raises
    ------
    ValueError
        A row is not a list of shares, or the weights do not fit the rows.

    References
    ----------
    Lin 1991, IEEE Trans. Inf. Theory 37(1).

    """
    rows = np.asarray(distributions, dtype=np.float64)
    if rows.ndim != MATRIX:
        raise ValueError("the sharings form a table: one row each, one column for each category")
    for row in rows:
        checked_shares(row)
    parts = checked_shares(weights, name="the weights")
    if parts.shape != (rows.shape[0],):
        raise ValueError(f"{rows.shape[0]} sharings need as many weights, not {parts.size}")
    weighted = parts > 0
    return _divided(
        _bits_by_category(rows[weighted], parts[weighted]),
        most=math.log2(np.count_nonzero(weighted)),
    )


def js_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Root of the Jensen–Shannon divergence (bits): a metric, for plots and clusters only.

    It does not add up over categories or groups.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares over the same categories in the same order.

    Returns
    -------
    float
        Between 0 and 1.

    Raises
    ------
    ValueError
        As for `total_variation`.

    References
    ----------
    Endres & Schindelin 2003, IEEE Trans. Inf. Theory 49(7).

    """
    return math.sqrt(jensen_shannon(p, q).value)


def _bits_by_category(rows: Floats, weights: Floats) -> Floats:
    middle = (weights[:, None] * rows).sum(axis=0)
    nats = (weights[:, None] * rel_entr(rows, middle)).sum(axis=0)
    # Weights such as 0.1 and 0.9 round, so equal shares could leave a trace: they hold nothing.
    # A middle of 0 under shares above 0 is an underflow of numbers near 1e-324.
    nothing = (np.ptp(rows, axis=0) == 0) | (middle == 0)
    return np.asarray(np.where(nothing, 0.0, np.maximum(nats, 0.0)) / math.log(2), dtype=np.float64)


def _divided(contributions: Floats, *, most: float) -> Divided:
    # Shares may add up to a little more than 1; no page should ever read 100.00000001 %.
    return Divided(min(most, math.fsum(contributions)), tuple(contributions.tolist()))
