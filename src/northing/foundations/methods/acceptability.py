"""Under which part of all admissible weights does each option come first, second, last?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.methods.shares import MATRIX, Floats

SMALLEST = 1e-12
COMPARED_AT_ONCE = 4_000_000
NO_DRAWS = "nothing was drawn"
METHOD = "SMAA-2, simulation error as a Wilson interval"


@dataclass(frozen=True, slots=True)
class Acceptability:
    """What drawing weights and uncertain performances says of each option.

    `ranks` (options, options): the part of the draws in which an option (row) has a rank
    (column); tied options share the ranks they hold together. `central` (options, criteria): the
    mean weights under which it leads, NaN where it never does. `winning` (options, options): how
    often the row beats the column, half for a tie. `draws` is how many there were.
    """

    ranks: Floats
    central: Floats
    winning: Floats
    draws: int

    def leads(self, option: int, *, level: float = 0.95) -> Measure:
        """In which part of the draws an option comes first, with the error of simulating it."""
        share = float(self.ranks[option, 0])
        found = wilson(round(share * self.draws), self.draws, level=level)
        if isinstance(found, Unknown):
            return Unknown(NO_DRAWS)
        low, high = min(found.low or 0.0, share), max(found.high or 0.0, share)
        return Estimate(share, low, high, level, self.draws, METHOD)


def acceptability(stands: ArrayLike, weights: ArrayLike) -> Acceptability:
    """SMAA-2: rank acceptability, central weights and pairwise winning of an additive value.

    Parameters
    ----------
    stands : array-like of shape (options, criteria) or (draws, options, criteria)
        Values of single criteria between 0 and 1; drawn anew for each draw where uncertain.
    weights : array-like of shape (draws, criteria)
        As `weighing.admissible` draws them.

    Returns
    -------
    Acceptability

    Raises
    ------
    ValueError
        No draw, shapes that do not fit, or a gap: whoever does not know a performance draws it
        over all it may be.

    References
    ----------
    Lahdelma & Salminen 2001, Operations Research 49(3), 444-454.

    """
    values, weighed = _values(stands, weights)
    draws, options = values.shape
    ranks, winning = np.zeros((options, options)), np.zeros((options, options))
    led = np.zeros((draws, options))
    for part in _parts(draws, options):
        beats, level = _compared(values[part])
        winning += (beats + 0.5 * level).sum(axis=0)
        shared = _shared_ranks(beats, level)
        ranks += shared.sum(axis=0)
        led[part] = shared[:, :, 0]
    np.fill_diagonal(winning, draws / 2)
    return Acceptability(ranks / draws, _central(led, weighed), winning / draws, draws)


def confidence(option: int, stands: ArrayLike, central: ArrayLike) -> float:
    """How often an option leads when its own central weights are the right ones.

    `stands` has shape (draws, options, criteria). A low figure says: its performances are not
    known well enough for anybody to choose it, whatever the weights.
    """
    table = np.asarray(stands, dtype=np.float64)
    found = acceptability(table, np.tile(np.asarray(central), (len(table), 1)))
    return float(found.ranks[option, 0])


def _values(stands: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    table, weighed = np.asarray(stands, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if weighed.ndim != MATRIX or not len(weighed):
        raise ValueError("at least one set of weights is drawn")
    drawn = table if table.ndim > MATRIX else table[None]
    if drawn.shape[-1] != weighed.shape[1] or len(drawn) not in {1, len(weighed)}:
        raise ValueError("every draw has one table and one weight for each criterion")
    if np.isnan(drawn).any():
        raise ValueError("what is not known is drawn over all it may be")
    return np.einsum(
        "doc,dc->do", np.broadcast_to(drawn, (len(weighed), *drawn.shape[1:])), weighed
    ), weighed


def _parts(draws: int, options: int) -> Iterator[slice]:
    step = max(1, COMPARED_AT_ONCE // options**2)
    return (slice(start, start + step) for start in range(0, draws, step))


def _compared(values: Floats) -> tuple[Floats, Floats]:
    apart = values[:, :, None] - values[:, None, :]
    level = (np.abs(apart) <= SMALLEST).astype(np.float64)
    return (apart > SMALLEST).astype(np.float64), level


def _shared_ranks(beats: Floats, level: Floats) -> Floats:
    """For every draw and option, the part of each rank it holds: whole ones, or a tie's share."""
    ahead, tied = beats.sum(axis=1), level.sum(axis=2)
    places = np.arange(beats.shape[1])
    within = (places >= ahead[:, :, None]) & (places < (ahead + tied)[:, :, None])
    return np.asarray(within / tied[:, :, None], dtype=np.float64)


def _central(led: Floats, weights: Floats) -> Floats:
    total = led.sum(axis=0)
    sums = led.T @ weights
    return np.where(total[:, None] > 0, sums / np.where(total, total, 1.0)[:, None], np.nan)
