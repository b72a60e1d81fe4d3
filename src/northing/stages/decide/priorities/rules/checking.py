"""Whom would other methods put first?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy

from northing.foundations.methods.ideal_point import topsis
from northing.foundations.methods.outranking import Preference, promethee
from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction
from northing.stages.decide.priorities.facts import CrossCheck

EQUAL = 1e-9
TWO = 2


def cross_checks(
    stands: Floats, weights: Floats, values: Sequence[float], ids: Sequence[str]
) -> tuple[CrossCheck, ...]:
    """TOPSIS and PROMETHEE II over the same figures and weights, beside the added value.

    Checks, never the answer: with both, the order of two options can turn when a third comes.
    `stands` has shape (options, criteria), between 0 and 1.
    """
    if len(ids) < TWO:
        return ()
    more: list[Direction] = ["more"] * stands.shape[1]
    near = topsis(stands, weights, more)
    usual = [Preference("v-shape", preference=1.0)] * stands.shape[1]
    flows = promethee(stands, weights, more, usual).net
    return (
        _check("TOPSIS", near, values, ids),
        _check("PROMETHEE II", flows, values, ids),
    )


def _check(method: str, found: Floats, values: Sequence[float], ids: Sequence[str]) -> CrossCheck:
    top = float(found.max())
    first = tuple(one for one, value in zip(ids, found, strict=True) if value >= top - EQUAL)
    alike = scipy.stats.kendalltau(np.round(found, 9), np.round(values, 9)).statistic
    return CrossCheck(method, first, None if np.isnan(alike) else float(alike))
