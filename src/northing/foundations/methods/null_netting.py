"""How much would groups seem to offset one another if only chance made them differ?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.null_gap import UPPER, NullGap
from northing.foundations.methods.shares import MATRIX, Floats, checked_shares


def null_netting(
    words_joint: ArrayLike,
    deeds_joint: ArrayLike,
    sizes: Sequence[float],
    *,
    draws: int = 2000,
    seed: int,
) -> NullGap:
    """What netting hides by chance alone where each group's deeds are a sample of so many.

    Total variation is biased upward in small samples, in every group anew; in the column sums it
    nets out. So groups that all act alike seem to offset one another. Here every group acts as far
    from its own words as all groups do together; its deeds are drawn multinomially around that, at
    its size, and what is hidden in each draw is held against what is hidden without drawing. By
    the normal limit the mean for one group alone is ½ Σ √(2/π) √(p(1 − p)/n).

    Parameters
    ----------
    words_joint, deeds_joint : array-like, shape (groups, categories)
        Joint shares; each table adds up to 1 over all its cells. The words are taken as they stand.
    sizes : sequence of float, length groups
        How many independent deeds each group's row rests on (Kish's effective size where they
        weigh unequally); rounded, at least 1. Groups without deeds are not drawn.
    draws : int
        Simulated tables.
    seed : int
        Seed of the generator (PCG64); the same seed gives the same answer.

    Returns
    -------
    NullGap
        In shares of the whole; `n` is the sum of the sizes.

    Raises
    ------
    ValueError
        The shapes differ, a table is not made of shares of one whole, or `draws` is below 1.

    References
    ----------
    Kish 1965 (effective size); Carrington & Troske 1997, J. Business & Economic Statistics 15(4)
    (the bias of an index of dissimilarity over small units).

    """
    words = checked_shares(words_joint, name="the first joint table")
    deeds = checked_shares(deeds_joint, name="the second joint table")
    if words.ndim != MATRIX or words.shape != deeds.shape or len(sizes) != len(words):
        raise ValueError("joint tables have the same groups (rows) and categories, and a size each")
    if draws < 1:
        raise ValueError("a simulation needs at least one draw")
    weights, centre = deeds.sum(axis=1), _as_all_do(words, deeds)
    counts = [max(1, round(size)) for size in sizes]
    joint, columns = np.zeros(draws), np.zeros((draws, words.shape[1]))
    rng = np.random.Generator(np.random.PCG64(seed))
    for said, row, weight, n in zip(words, centre, weights, counts, strict=True):
        drawn = rng.multinomial(n, row, size=draws) / n * weight
        joint += np.abs(drawn - said).sum(axis=1)
        columns += drawn
    hidden = (joint - np.abs(columns - words.sum(axis=0)).sum(axis=1)) / 2
    more = hidden - _hidden(words, centre * weights[:, None])
    return NullGap(
        max(0.0, float(more.mean())),
        max(0.0, float(np.quantile(more, UPPER))),
        sum(n for n, weight in zip(counts, weights, strict=True) if weight > 0),
        f"multinomial simulation by group, {draws} draws",
    )


def _as_all_do(words: Floats, deeds: Floats) -> Floats:
    """Each group's shares if it stood as far from its words as all groups do together."""
    all_words, all_deeds = words.sum(axis=0), deeds.sum(axis=0)
    rows = [
        np.maximum(0.0, row / row.sum() + all_deeds - all_words) if row.sum() > 0 else all_deeds
        for row in words
    ]
    return np.stack([row / row.sum() for row in rows])


def _hidden(words: Floats, deeds: Floats) -> float:
    """Joint less overall total variation of two joint tables."""
    joint = np.abs(deeds - words).sum()
    return float(joint - np.abs(deeds.sum(axis=0) - words.sum(axis=0)).sum()) / 2
