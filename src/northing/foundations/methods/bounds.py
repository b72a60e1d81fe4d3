"""Between what bounds does a figure lie when part of the evidence is missing?

Worst-case bounds (Manski 1990, 2003): no assumption about the missing part, no chance, no level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr

from northing.foundations.methods.shares import SUM_TOLERANCE, Floats, checked_shares

EXACT_UP_TO = 16


@dataclass(frozen=True, slots=True)
class ShareBounds:
    """The least and the greatest share each category can have, each taken alone."""

    low: tuple[float, ...]
    high: tuple[float, ...]


def share_bounds(
    fixed: Sequence[Decimal | float],
    plausible: Sequence[Decimal | float],
    total: Decimal | float,
) -> ShareBounds | None:
    """Bounds of each category's share when part of the mass may or may not belong to it.

    At least the fixed mass; at most the fixed and the plausible mass, and never what the other
    categories hold for sure. Disclosing less (moving mass from fixed to plausible) never raises
    a low end and never lowers a high end.

    Parameters
    ----------
    fixed : sequence of Decimal or float, shape (categories,)
        Mass that surely belongs to the category.
    plausible : sequence of Decimal or float, shape (categories,)
        Mass that may belong to it; the same mass may be plausible for several categories.
    total : Decimal or float
        All mass, in the same unit. The categories need not cover it.

    Returns
    -------
    ShareBounds, or None
        Shares between 0 and 1; None where the total is 0.

    Raises
    ------
    ValueError
        The lengths differ, a mass is negative or not finite, or more is fixed than there is.

    """
    sure, possible = _masses(fixed), _masses(plausible)
    whole = float(_masses([total])[0])
    if sure.shape != possible.shape:
        raise ValueError("every category has a fixed and a plausible mass")
    surely = math.fsum(sure)
    if surely > whole * (1 + SUM_TOLERANCE):
        raise ValueError(f"the fixed masses add up to {surely:g}, more than the total of {whole:g}")
    if whole == 0:
        return None
    low = np.minimum(sure / whole, 1.0)
    room = max(0.0, (whole - surely) / whole)
    high = np.minimum(low + np.minimum(possible / whole, room), 1.0)
    return ShareBounds(tuple(low.tolist()), tuple(high.tolist()))


def tv_bounds(p: ArrayLike, low: ArrayLike, high: ArrayLike) -> tuple[float, float]:
    """Least and greatest total variation between p and any shares q with low ≤ q ≤ high.

    Both ends are attained up to 16 categories; beyond, the greatest may be overstated, never
    understated.

    Parameters
    ----------
    p : array-like, shape (categories,)
        Known shares.
    low, high : array-like, shape (categories,)
        Bounds of the other shares; some q within them must add up to 1.

    Returns
    -------
    tuple of two floats
        Shares of the whole between 0 and 1.

    Raises
    ------
    ValueError
        `p` is not a list of shares, the lengths differ, or no shares lie within the bounds.

    References
    ----------
    Manski 2003, Partial Identification of Probability Distributions.

    """
    known = checked_shares(p)
    return tv_bounds_both(known, known, low, high)


def tv_bounds_both(
    p_low: ArrayLike, p_high: ArrayLike, q_low: ArrayLike, q_high: ArrayLike
) -> tuple[float, float]:
    """Least and greatest total variation between any shares p and q within their bounds.

    The greatest is the maximum over sets S of categories of
    min(p_high(S), 1 − p_low(not S)) − max(q_low(S), 1 − q_high(not S)), searched in full up to
    16 categories; beyond, the bound min(Σ(p_high − q_low)₊, Σ(q_high − p_low)₊), never too low.
    The least is attained at any number of categories (linear programming duality).

    Parameters
    ----------
    p_low, p_high, q_low, q_high : array-like, shape (categories,)
        Bounds of both shares; some p and some q within them must add up to 1.

    Returns
    -------
    tuple of two floats
        Shares of the whole between 0 and 1.

    Raises
    ------
    ValueError
        The lengths differ, an end is crossed, or no shares lie within the bounds.

    """
    pl, ph = _box(p_low, p_high)
    ql, qh = _box(q_low, q_high)
    if pl.shape != ql.shape:
        raise ValueError(f"the first bounds have {pl.size} categories, the second {ql.size}")
    least = max(
        float(np.maximum(pl - qh, 0).sum()),
        float(np.maximum(ql - ph, 0).sum()),
        float(np.maximum(pl, ql).sum()) - 1,
        1 - float(np.minimum(ph, qh).sum()),
    )
    greatest = _greatest(pl, ph, ql, qh)
    low = min(max(least, 0.0), 1.0)
    return low, min(max(greatest, low), 1.0)


def jsd_bounds_from_tv(tv_low: float, tv_high: float) -> tuple[float, float]:
    """Bounds of the Jensen–Shannon divergence (bits) that bounds of total variation imply.

    1 − H₂((1 − TV)/2) ≤ JSD ≤ TV, with H₂ the entropy of a coin in bits.

    Parameters
    ----------
    tv_low, tv_high : float
        Bounds of the total variation, 0 ≤ tv_low ≤ tv_high ≤ 1.

    Returns
    -------
    tuple of two floats
        Bits.

    Raises
    ------
    ValueError
        The bounds are crossed or leave 0 to 1.

    References
    ----------
    Lin 1991 (upper); Topsøe 2000, IEEE Trans. Inf. Theory 46(4) (lower).

    """
    if not 0 <= tv_low <= tv_high <= 1:
        raise ValueError(
            f"bounds of total variation rise from 0 to 1, not from {tv_low} to {tv_high}"
        )
    coin = (entr((1 - tv_low) / 2) + entr((1 + tv_low) / 2)) / math.log(2)
    return min(max(0.0, 1 - float(coin)), tv_high), tv_high


def _masses(values: Sequence[Decimal | float]) -> Floats:
    masses = np.array([float(value) for value in values], dtype=np.float64)
    if not np.all(np.isfinite(masses)) or np.any(masses < 0):
        raise ValueError("a mass is negative or not a finite number")
    return masses


def _box(low: ArrayLike, high: ArrayLike) -> tuple[Floats, Floats]:
    """Bounds without the parts that no shares adding up to 1 can reach."""
    lo, hi = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if lo.ndim != 1 or lo.shape != hi.shape or lo.size == 0:
        raise ValueError("bounds are two lists, one low and one high end for each category")
    if not np.all((lo >= 0) & (lo <= hi) & np.isfinite(hi)):
        raise ValueError("bounds of shares start at 0 and never fall from low to high")
    least, most = math.fsum(lo), math.fsum(hi)
    if least > 1 + SUM_TOLERANCE or most < 1 - SUM_TOLERANCE:
        raise ValueError(f"no shares that add up to 1 lie within bounds of {least:g} to {most:g}")
    reachable_low = np.maximum(lo, np.minimum(hi, 1 - (most - hi)))
    reachable_high = np.minimum(hi, np.maximum(lo, 1 - (least - lo)))
    return reachable_low, np.maximum(reachable_low, reachable_high)


def _greatest(pl: Floats, ph: Floats, ql: Floats, qh: Floats) -> float:
    if pl.size > EXACT_UP_TO:
        over, under = np.maximum(ph - ql, 0).sum(), np.maximum(qh - pl, 0).sum()
        return min(float(over), float(under))
    p_most = np.minimum(_sums_of_sets(ph), 1 - _sums_of_sets(pl)[::-1])
    q_least = np.maximum(_sums_of_sets(ql), 1 - _sums_of_sets(qh)[::-1])
    return float((p_most - q_least).max())


def _sums_of_sets(values: Floats) -> Floats:
    """Sum over every set of categories; the set at place i reversed is the complement of i."""
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate([sums, sums + value])
    return sums
