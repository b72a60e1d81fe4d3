"""How strongly does each option outrank the others, pair by pair?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction, as_table, as_weights

Shape = Literal["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]


@dataclass(frozen=True, slots=True)
class Preference:
    """How a difference on one criterion becomes a preference between 0 and 1.

    Up to `indifference` (q) a difference means nothing, from `preference` (p) on it means
    everything; `spread` (s) is where the Gaussian bends. All in the unit of the criterion.
    """

    shape: Shape = "usual"
    indifference: float = 0.0
    preference: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Flows:
    """How much each option outranks the others, is outranked by them, and the difference."""

    leaving: Floats
    entering: Floats

    @property
    def net(self) -> Floats:
        return self.leaving - self.entering


def promethee(
    performances: ArrayLike,
    weights: ArrayLike,
    directions: Sequence[Direction],
    preferences: Sequence[Preference],
) -> Flows:
    """PROMETHEE I and II: the mean preference over the others, and theirs over the option.

    A cross-check only: the order of two options can turn when a third one is added.

    Parameters
    ----------
    performances : array-like of shape (options, criteria)
        Whole, and at least two options.
    weights : array-like of shape (criteria,)
        Not negative; they are divided by their sum.
    directions : sequence of "more" or "less"
        Which end of a criterion is the better one.
    preferences : sequence of Preference
        One for each criterion.

    Returns
    -------
    Flows
        Arrays of shape (options,); `net` lies between -1 and 1 and adds up to 0.

    Raises
    ------
    ValueError
        As `value.as_table` and `value.as_weights`; fewer than two options, a gap in the table,
        or a preference whose thresholds do not rise.

    References
    ----------
    Brans, Vincke & Mareschal 1986, European Journal of Operational Research 24(2).

    """
    table = as_table(performances, directions)
    options, criteria = table.shape
    if np.isnan(table).any() or options == 1:
        raise ValueError("outranking compares at least two options whose performances are known")
    if len(preferences) != criteria:
        raise ValueError("every criterion has its preference")
    weighed = as_weights(weights, criteria)
    over = np.zeros((options, options))
    for column, preference in enumerate(preferences):
        sign = 1.0 if directions[column] == "more" else -1.0
        ahead = sign * (table[:, None, column] - table[None, :, column])
        over += weighed[column] * _preferred(ahead, preference)
    return Flows(over.sum(axis=1) / (options - 1), over.sum(axis=0) / (options - 1))


def _preferred(ahead: Floats, how: Preference) -> Floats:
    """A preference between 0 and 1 for every lead; none for what lies level or behind."""
    q, p, s = how.indifference, how.preference, how.spread
    if min(q, p, s) < 0 or (how.shape in {"level", "linear"} and p < q):
        raise ValueError("the thresholds of a preference rise from indifference to preference")
    if how.shape == "gaussian":
        bent = 1 - np.exp(-(ahead**2) / (2 * s**2)) if s else np.ones_like(ahead)
        return np.where(ahead > 0, bent, 0.0)
    if how.shape == "level":
        return np.where(ahead > p, 1.0, np.where(ahead > q, 0.5, 0.0))
    starts = {"usual": (0.0, 0.0), "u-shape": (q, q), "v-shape": (0.0, p), "linear": (q, p)}
    return _rising(ahead, *starts[how.shape])


def _rising(ahead: Floats, start: float, end: float) -> Floats:
    """Nothing up to the start, all from the end on, a straight line or a step between."""
    if start == end:
        return (ahead > start).astype(np.float64)
    return np.clip((ahead - start) / (end - start), 0.0, 1.0)
