"""Which option comes before which, and which cannot be told apart?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.shares import Floats

SURE = 0.95
AT_ONCE = 4_000_000


def order_of(values: Sequence[float], ids: Sequence[str]) -> list[int]:
    """Options by their value, the highest first; equal ones by id, so that the order is one."""
    return sorted(range(len(ids)), key=lambda at: (-round(values[at], 12), ids[at]))


def ranks_of(order: Sequence[int], tied: Sequence[frozenset[int]]) -> dict[int, int]:
    """The rank of each: how many are surely before it, and one. Ties share a rank.

    Somebody is surely before another who is higher in the order and not tied with it.
    """
    ranks = {}
    for place, at in enumerate(order):
        ranks[at] = 1 + sum(1 for other in order[:place] if other not in tied[at])
    return ranks


def tied(winning: Floats, *, sure: float = SURE) -> tuple[frozenset[int], ...]:
    """With whom each option cannot be told apart under the weights as they stand.

    `winning` has shape (options, options): how often the row beats the column when the figures
    are drawn within their doubt. Neither wins in `sure` of the draws: they are tied.
    """
    n = len(winning)
    return tuple(
        frozenset(
            other
            for other in range(n)
            if other != one and max(winning[one, other], winning[other, one]) < sure
        )
        for one in range(n)
    )


def pairwise(values: Floats) -> Floats:
    """How often each row's value is above each column's, half for equal ones.

    `values` has shape (draws, options).
    """
    draws, options = values.shape
    won = np.zeros((options, options))
    step = max(1, AT_ONCE // options**2)
    for start in range(0, draws, step):
        some = values[start : start + step]
        apart = np.sign(np.round(some[:, :, None] - some[:, None, :], 12))
        won += ((apart + 1) / 2).sum(axis=0)
    return np.asarray(won / draws, dtype=np.float64)
