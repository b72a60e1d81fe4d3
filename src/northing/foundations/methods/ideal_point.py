"""How near does each option lie to the best that was offered, and how far from the worst?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction, as_table, as_weights


def topsis(
    performances: ArrayLike,
    weights: ArrayLike,
    directions: Sequence[Direction],
) -> Floats:
    """TOPSIS: relative nearness to the ideal, with columns divided by their Euclidean length.

    A cross-check only: the order of two options can turn when a third one is added.

    Parameters
    ----------
    performances : array-like of shape (options, criteria)
        Whole: no gaps.
    weights : array-like of shape (criteria,)
        Not negative; they are divided by their sum.
    directions : sequence of "more" or "less"
        Which end of a criterion is the better one.

    Returns
    -------
    ndarray of shape (options,)
        Between 0 (the worst on everything) and 1 (the best on everything). One half each where
        all options are the same, which tells none from another.

    Raises
    ------
    ValueError
        As `value.as_table` and `value.as_weights`, or a gap in the table.

    References
    ----------
    Hwang & Yoon 1981; Tzeng & Huang 2011, Multiple Attribute Decision Making, chapter 5.

    """
    table = as_table(performances, directions)
    if np.isnan(table).any():
        raise ValueError("nearness to the ideal needs every performance")
    length = np.sqrt((table**2).sum(axis=0))
    weighed = table / np.where(length, length, 1.0) * as_weights(weights, table.shape[1])
    more = np.array([one == "more" for one in directions])
    best = np.where(more, weighed.max(axis=0), weighed.min(axis=0))
    worst = np.where(more, weighed.min(axis=0), weighed.max(axis=0))
    away = np.sqrt(((weighed - best) ** 2).sum(axis=1))
    above = np.sqrt(((weighed - worst) ** 2).sum(axis=1))
    whole = away + above
    return np.where(whole > 0, above / np.where(whole > 0, whole, 1.0), 0.5)
