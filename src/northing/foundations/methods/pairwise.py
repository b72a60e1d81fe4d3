"""Which weights follow from comparing two at a time, and did the comparisons agree?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.shares import MATRIX, Floats

RANDOM_INDEX = (
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
)  # fmt: skip
CONSISTENT_BELOW = 0.10
PRINTED_TO = 0.02
SMALLEST_CIRCLE = 3


@dataclass(frozen=True, slots=True)
class Priorities:
    """Weights that add up to 1, and how far the comparisons contradict each other.

    `inconsistency` is Saaty's consistency ratio: 0 where every comparison follows from the
    others, 1 where they are as good as drawn by lot; `None` above fifteen, for which no random
    index was published. Below three there is nothing that could contradict.
    """

    weights: Floats
    inconsistency: float | None

    @property
    def hold_together(self) -> bool:
        return self.inconsistency is not None and self.inconsistency < CONSISTENT_BELOW


def ahp(comparisons: ArrayLike) -> Priorities:
    """AHP: the leading eigenvector of a table of comparisons.

    A cross-check only: swing weights ask about the differences that are really at stake.

    Parameters
    ----------
    comparisons : array-like of shape (criteria, criteria)
        How many times the one of the row matters as much as the one of the column (1/9 to 9);
        what stands across the diagonal is its reciprocal, to 2 % as printed tables round.

    Returns
    -------
    Priorities

    Raises
    ------
    ValueError
        The table is not square, holds a number that is not above 0, or its two halves disagree.

    References
    ----------
    Saaty 2008, International Journal of Services Sciences 1(1), 83-98.

    """
    table = np.asarray(comparisons, dtype=np.float64)
    if table.ndim != MATRIX or not table.size or table.shape[0] != table.shape[1]:
        raise ValueError("each is compared with each: as many rows as columns")
    if not (np.isfinite(table).all() and (table > 0).all()):
        raise ValueError("a comparison is a number above 0")
    if (np.abs(table * table.T - 1) > PRINTED_TO).any():
        raise ValueError("what stands across the diagonal is the reciprocal")
    values, vectors = np.linalg.eig(table)
    leading = int(np.argmax(values.real))
    weights = np.abs(vectors[:, leading].real)
    return Priorities(weights / weights.sum(), _ratio(float(values[leading].real), len(table)))


def _ratio(leading: float, n: int) -> float | None:
    if n < SMALLEST_CIRCLE:
        return 0.0
    if n > len(RANDOM_INDEX):
        return None
    return max(0.0, (leading - n) / (n - 1)) / RANDOM_INDEX[n - 1]
