"""What is an option worth, criterion by criterion, and within which bounds?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, exact
from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import additive
from northing.stages.decide.priorities.facts import Criterion, Option, Part

METHOD = "additive value with swing weights"
NOBODY_ANSWERED = "no criterion that counts was answered for it"


def value_of(
    option: Option,
    criteria: Sequence[Criterion],
    drawn: Floats,
    weights: Floats,
    *,
    level: float = 0.95,
) -> Measure:
    """The value of an option between 0 and 1, from draws of shape (draws, criteria).

    `weights` has shape (criteria,), or (draws, criteria) where people differ about them. The
    bounds hold `level` of the draws. Where a criterion that counts was not answered they are
    worst-case instead: it may stand at either end. `n` is how many criteria were answered.
    """
    most = np.atleast_2d(weights).max(axis=0)
    counting = [one for one, weight in zip(criteria, most, strict=True) if weight > 0]
    answered = sum(one.id in option.figures for one in counting)
    if not answered:
        return Unknown(NOBODY_ANSWERED)
    values = worth(drawn, weights)
    middle = float(values.mean())
    if answered < len(counting):
        low, high = _at_worst(option, criteria, drawn, weights, level)
        return Estimate(middle, low, high, None, answered, f"{METHOD}, worst-case bounds")
    if float(np.ptp(values)) == 0:
        return exact(middle, n=answered, method=METHOD)
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2]).tolist()
    return Estimate(
        middle, min(low, middle), max(high, middle), level, answered, f"{METHOD}, triangular draws"
    )


def worth(stands: Floats, weights: Floats) -> Floats:
    """The weighed sum; with weights that are drawn as well, draw by draw.

    `stands` has shape (draws, options, criteria), or (draws, criteria) for one option.
    """
    if weights.ndim == 1:
        return additive(stands, weights)
    by_draw = weights if stands.ndim == weights.ndim else weights[:, None, :]
    return np.asarray((stands * by_draw).sum(axis=-1), dtype=np.float64)


def parts_of(
    option: Option, criteria: Sequence[Criterion], drawn: Floats, weights: Floats
) -> tuple[Part, ...]:
    """What each criterion adds to the value; what is not known adds the middle of what it may."""
    means = (drawn * weights).mean(axis=0)
    return tuple(
        Part(one.id, float(mean), one.id in option.figures)
        for one, mean in zip(criteria, means, strict=True)
    )


def _at_worst(
    option: Option, criteria: Sequence[Criterion], drawn: Floats, weights: Floats, level: float
) -> tuple[float, float]:
    """The interval of what was answered, and the whole range of what was not."""
    known = np.array([one.id in option.figures for one in criteria])
    whole = np.broadcast_to(weights, drawn.shape)
    values = (drawn * whole)[:, known].sum(axis=1)
    low = float(np.quantile(values, (1 - level) / 2))
    high = float(np.quantile(values + whole[:, ~known].sum(axis=1), (1 + level) / 2))
    return low, min(1.0, high)
