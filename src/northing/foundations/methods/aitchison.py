"""How far apart are two sharings in ratios, not in percentage points?

For relative change over time and regressions on shares, never for a headline: near zero the
distance explodes, and 0.1 % → 0.2 % counts as much as 10 % → 20 %.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.shares import Floats, checked_pair, checked_shares


def aitchison_distance(p: ArrayLike, q: ArrayLike) -> float:
    """Euclidean distance of the centred log-ratios of two sharings without zeros.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares above 0 over the same categories.

    Returns
    -------
    float
        At least 0, without upper bound; no unit (natural log-ratios).

    Raises
    ------
    ValueError
        The lengths differ, they are not shares, or one is 0 (see `multiplicative_replacement`).

    References
    ----------
    Aitchison 1986, The Statistical Analysis of Compositional Data.

    """
    first, second = checked_pair(p, q)
    return float(np.linalg.norm(centred_log_ratio(first) - centred_log_ratio(second)))


def centred_log_ratio(p: ArrayLike) -> Floats:
    """Log of each share over the geometric mean of all shares.

    Parameters
    ----------
    p : array-like, shape (categories,)
        Shares above 0.

    Returns
    -------
    ndarray of shape (categories,)
        Natural log-ratios that add up to 0.

    Raises
    ------
    ValueError
        Not shares, or a share is 0.

    References
    ----------
    Aitchison 1986.

    """
    values = checked_shares(p)
    if np.any(values == 0):
        raise ValueError("a share of 0 has no ratio: replace zeros first")
    logs = np.log(values)
    return np.asarray(logs - logs.mean(), dtype=np.float64)


def multiplicative_replacement(p: ArrayLike, *, delta: float) -> Floats:
    """Put a small share in place of each 0 and shrink the others in proportion.

    δ where the share is 0, x(1 − Σδ) elsewhere: the ratios among the shares above 0 stay.

    Parameters
    ----------
    p : array-like, shape (categories,)
        Shares.
    delta : float
        The share that stands for 0; zeros times delta stays below 1.

    Returns
    -------
    ndarray of shape (categories,)
        Shares above 0 that add up to 1.

    Raises
    ------
    ValueError
        Not shares, or delta leaves nothing for the others.

    References
    ----------
    Martín-Fernández, Barceló-Vidal & Pawlowsky-Glahn 2003, Mathematical Geology 35(3).

    """
    values = checked_shares(p)
    replaced = int(np.count_nonzero(values == 0)) * delta
    if not (math.isfinite(delta) and delta > 0 and replaced < 1):
        raise ValueError(f"a replacement of {delta} for each zero leaves nothing for the others")
    return np.where(values == 0, delta, values * (1 - replaced))
