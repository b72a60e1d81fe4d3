"""Which options does no other one beat on everything?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction, as_table

COMPARED_AT_ONCE = 8_000_000


def front(performances: ArrayLike, directions: Sequence[Direction]) -> tuple[bool, ...]:
    """Whether each option is on the front: no other is as good everywhere and better somewhere.

    Two equal options are both on it. An option with a gap (NaN) is never beaten and beats none:
    what is not known about it might be its best side.

    Parameters
    ----------
    performances : array-like of shape (options, criteria)
        In the unit of each criterion.
    directions : sequence of "more" or "less"
        Which end of a criterion is the better one.

    Returns
    -------
    tuple of bool, one for each option

    Raises
    ------
    ValueError
        As `value.as_table`.

    """
    better = _upwards(as_table(performances, directions), directions)
    return tuple(not _beaten(better, one) for one in range(len(better)))


def front_probability(draws: ArrayLike, directions: Sequence[Direction]) -> Floats:
    """In which part of the draws of uncertain performances each option was on the front.

    Parameters
    ----------
    draws : array-like of shape (draws, options, criteria)
        Each a full table of performances.
    directions : sequence of "more" or "less"
        Which end of a criterion is the better one.

    Returns
    -------
    ndarray of shape (options,), between 0 and 1

    Raises
    ------
    ValueError
        No draw, or one that is no table.

    """
    tables = [as_table(one, directions) for one in np.asarray(draws, dtype=np.float64)]
    if not tables:
        raise ValueError("a probability needs at least one draw")
    upwards = np.stack([_upwards(one, directions) for one in tables])
    step = max(1, COMPARED_AT_ONCE // upwards[0].size // len(upwards[0]))
    beaten = np.concatenate(
        [_all_beaten(upwards[at : at + step]) for at in range(0, len(upwards), step)]
    )
    return np.asarray(1.0 - beaten.mean(axis=0), dtype=np.float64)


def _upwards(table: Floats, directions: Sequence[Direction]) -> Floats:
    signs = np.array([1.0 if one == "more" else -1.0 for one in directions])
    return np.asarray(table * signs, dtype=np.float64)


def _all_beaten(upwards: Floats) -> NDArray[np.bool_]:
    """For draws of shape (draws, options, criteria), which options another one beats."""
    apart = upwards[:, :, None, :] - upwards[:, None, :, :]
    beats = np.all(apart >= 0, axis=3) & np.any(apart > 0, axis=3)
    return np.asarray(beats.any(axis=1), dtype=np.bool_)


def _beaten(better: Floats, one: int) -> bool:
    as_good, ahead = (better >= better[one]).all(axis=1), (better > better[one]).any(axis=1)
    return bool((as_good & ahead).any())
