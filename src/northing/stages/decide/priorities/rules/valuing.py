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

    The bounds hold `level` of the draws. Where a criterion that counts was not answered they are
    worst-case instead: it may stand at either end. `n` is how many criteria were answered.
    """
    counting = [one for one, weight in zip(criteria, weights, strict=True) if weight > 0]
    answered = sum(one.id in option.figures for one in counting)
    if not answered:
        return Unknown(NOBODY_ANSWERED)
    values = additive(drawn, weights)
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


def parts_of(
    option: Option, criteria: Sequence[Criterion], drawn: Floats, weights: Floats
) -> tuple[Part, ...]:
    """What each criterion adds to the value; what is not known adds the middle of what it may."""
    means = drawn.mean(axis=0) * weights
    return tuple(
        Part(one.id, float(mean), one.id in option.figures)
        for one, mean in zip(criteria, means, strict=True)
    )


def _at_worst(
    option: Option, criteria: Sequence[Criterion], drawn: Floats, weights: Floats, level: float
) -> tuple[float, float]:
    """The interval of what was answered, and the whole range of what was not."""
    known = np.array([one.id in option.figures for one in criteria])
    values = drawn[:, known] @ weights[known]
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2]).tolist()
    return low, min(1.0, high + float(weights[~known].sum()))
