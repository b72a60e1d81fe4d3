"""Which weights are admissible, and how little has to change before another option leads?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import linprog

from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import as_weights

SOLVED = 0
FITS = 1e-9


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest weights under which the second option is no longer behind the first.

    `moved` is how much weight changes hands, from 0 (they were level) to 1.
    """

    moved: float
    weights: tuple[float, ...]


def rank_weights(order: Sequence[int]) -> Floats:
    """Weights from nothing but the order of importance: rank-order centroids.

    The i-th of K has 1/K · Σ_{j≥i} 1/j, the middle of all weights that keep the order. Equal
    ranks share what their places hold together.

    Parameters
    ----------
    order : sequence of int, shape (criteria,)
        Rank of each criterion, 1 the most important.

    Returns
    -------
    ndarray of shape (criteria,) that adds up to 1

    Raises
    ------
    ValueError
        There is nothing to rank, or a rank is below 1.

    References
    ----------
    Edwards & Barron 1994, Organizational Behavior and Human Decision Processes 60(3).

    """
    ranks = np.asarray(order, dtype=np.int64)
    if not ranks.size or (ranks < 1).any():
        raise ValueError("ranks begin with 1")
    k = len(ranks)
    centroids = np.cumsum(1.0 / np.arange(k, 0, -1))[::-1] / k
    sorted_at = np.argsort(ranks, kind="stable")
    weights = np.empty(k)
    weights[sorted_at] = centroids
    for rank in set(ranks.tolist()):
        weights[ranks == rank] = weights[ranks == rank].mean()
    return weights


def admissible(
    criteria: int, *, draws: int, seed: int, order: Sequence[int] | None = None
) -> Floats:
    """Weights drawn evenly from all that are possible, or from all that keep an order.

    Parameters
    ----------
    criteria : int
        How many criteria there are.
    draws : int
        How many sets of weights.
    seed : int
        Seed of the generator (PCG64).
    order : sequence of int, or None
        Rank of each criterion, 1 the most important; criteria of one rank stay free among each
        other.

    Returns
    -------
    ndarray of shape (draws, criteria), each row adding up to 1

    References
    ----------
    Rubin 1981, Annals of Statistics 9(1) (the even draw); Lahdelma & Salminen 2001, Operations
    Research 49(3).

    """
    drawn = np.random.default_rng(seed).dirichlet(np.ones(criteria), size=draws)
    if order is None:
        return np.asarray(drawn)
    ranks = np.asarray(order)
    falling = -np.sort(-drawn, axis=1)
    places = np.argsort(ranks, kind="stable")
    kept = np.empty_like(falling)
    kept[:, places] = falling
    rng = np.random.default_rng(seed + 1)
    for rank in sorted(set(ranks.tolist())):
        level = np.flatnonzero(ranks == rank)
        kept[:, level] = rng.permuted(kept[:, level], axis=1)
    return kept


def between(
    lowest: ArrayLike, highest: ArrayLike, *, draws: int, seed: int, sweeps: int = 12
) -> Floats:
    """Weights drawn evenly from all that lie between two bounds of each criterion.

    A chain for every draw: again and again two criteria share anew, evenly, what they have
    together, within the bounds of both. The bounds of one set of weights give that set.

    Parameters
    ----------
    lowest, highest : array-like of shape (criteria,)
        Bounds of each weight, between 0 and 1.
    draws, seed : int
        How many sets of weights, and the seed of the generator (PCG64).
    sweeps : int
        How often every pair of criteria shares anew.

    Returns
    -------
    ndarray of shape (draws, criteria), each row adding up to 1

    Raises
    ------
    ValueError
        A bound below 0 or above its other end, or none that adds up to 1 lies between them.

    References
    ----------
    Turchin 1971, Theory of Probability and its Applications 16(4) (the chain).

    """
    low, high = (np.asarray(one, dtype=np.float64) for one in (lowest, highest))
    if low.shape != high.shape or (low < 0).any() or (low > high).any():
        raise ValueError("a bound begins at 0 or above, and its lowest comes first")
    if not low.sum() - FITS <= 1 <= high.sum() + FITS:
        raise ValueError("no weights that add up to 1 lie between these bounds")
    room = float((high - low).sum())
    part = 0.0 if room <= FITS else min(1.0, max(0.0, (1 - float(low.sum())) / room))
    found = np.tile(low + part * (high - low), (draws, 1))
    if room <= FITS:
        return found
    rng = np.random.default_rng(seed)
    pairs = [(a, b) for a in range(len(low)) for b in range(a)]
    for a, b in pairs * sweeps:
        both = found[:, a] + found[:, b]
        least = np.maximum(low[a], both - high[b])
        most = np.maximum(least, np.minimum(high[a], both - low[b]))
        found[:, a] = least + rng.random(draws) * (most - least)
        found[:, b] = both - found[:, a]
    return found


def smallest_flip(first: ArrayLike, second: ArrayLike, weights: ArrayLike) -> Flip | None:
    """The least weight that has to change hands before `second` draws level with `first`.

    A linear programme: minimise ½ Σ|w' − w| over weights w' for which the second option is worth
    at least as much as the first.

    Parameters
    ----------
    first, second : array-like of shape (criteria,)
        Values of single criteria, between 0 and 1.
    weights : array-like of shape (criteria,)
        Today's.

    Returns
    -------
    Flip, or None where the first leads under all weights that there are

    Raises
    ------
    ValueError
        As `value.as_weights`.

    """
    ahead = np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64)
    k = len(ahead)
    now = as_weights(weights, k)
    # Variables: the new weights, then what each gains and what each loses.
    found = linprog(
        np.concatenate([np.zeros(k), np.full(2 * k, 0.5)]),
        A_ub=np.concatenate([ahead, np.zeros(2 * k)]).reshape(1, -1),
        b_ub=[0.0],
        A_eq=np.vstack(
            [
                np.concatenate([np.ones(k), np.zeros(2 * k)]),
                np.hstack([np.eye(k), -np.eye(k), np.eye(k)]),
            ]
        ),
        b_eq=np.concatenate([[1.0], now]),
        method="highs",
    )
    if found.status != SOLVED:
        return None
    return Flip(max(0.0, float(found.fun)), tuple(found.x[:k].tolist()))
