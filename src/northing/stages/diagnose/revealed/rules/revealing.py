"""Which weights explain what was chosen, and do they agree with the stated ones?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.choosing import (
    Choice,
    Revealed,
    choices_needed,
    conditional_logit,
)
from northing.foundations.methods.estimate import Estimate, Unknown, exact
from northing.foundations.methods.shares import Floats
from northing.stages.diagnose.revealed.facts import (
    Dimension,
    PastChoice,
    RevealedPurpose,
    TooLittle,
    Weight,
)

DRAWS = 4000
WIDEST = 0.35
TELLING = 2
METHOD = "conditional logit, share of effects over their ranges, draws of the fit, approximate"


def revealed_purpose(
    choices: Sequence[PastChoice],
    dimensions: Sequence[Dimension],
    *,
    seed: int,
    level: float = 0.95,
    widest: float = WIDEST,
) -> RevealedPurpose | TooLittle:
    """Stated against revealed weights, or why the choices cannot carry any.

    The effect of each dimension (McFadden's conditional logit) times the range its options
    spanned, as a share of all such effects. Intervals by drawing the effects from the fit
    (Krinsky & Robb 1986). Refused where any interval is wider than `widest` on a side: a weight
    known to ± 35 points says nothing; the number of choices that would do is then estimated.
    Options that lack a figure leave their choice out: what is not known is not nought.

    Raises
    ------
    ValueError
        There is no dimension, or none has a stated weight.

    """
    stated = _stated(dimensions)
    told = [one for one in choices if _is_whole(one, dimensions)]
    found = conditional_logit([_choice(one, dimensions) for one in told], level=level)
    if isinstance(found, Unknown):
        return TooLittle(_named(found.reason, dimensions), len(told), None)
    ranges = _ranges(told, dimensions)
    shares = _drawn_shares(found, ranges, seed)
    value = _shares(np.array([[one.value for one in found.effects]]) * ranges)[0]
    low, high = np.quantile(shares, [(1 - level) / 2, (1 + level) / 2], axis=0)
    half = float(np.max((high - low) / 2))
    if half > widest:
        needed = choices_needed(found.choices, half, wished=widest)
        reason = f"weights are known to ± {half:.2f} only"
        return TooLittle(reason, found.choices, max(needed, found.choices + 1))
    weights = tuple(
        _weight(
            dimensions[at].id,
            stated[at],
            float(value[at]),
            (float(low[at]), float(high[at])),
            found.choices,
            level,
        )
        for at in range(len(dimensions))
    )
    explained = exact(
        1 - found.log_likelihood / found.by_chance, n=found.choices, method="McFadden's R²"
    )
    return RevealedPurpose(weights, found.choices, explained, seed, DRAWS)


def _stated(dimensions: Sequence[Dimension]) -> list[float]:
    total = sum(one.stated for one in dimensions)
    if total <= 0:
        raise ValueError("at least one dimension has a stated weight")
    return [one.stated / total for one in dimensions]


def _is_whole(one: PastChoice, dimensions: Sequence[Dimension]) -> bool:
    return len(one.options) >= TELLING and all(
        key.id in option for option in one.options for key in dimensions
    )


def _choice(one: PastChoice, dimensions: Sequence[Dimension]) -> Choice:
    rows = tuple(tuple(option[key.id] for key in dimensions) for option in one.options)
    return Choice(rows, one.taken)


def _named(reason: str, dimensions: Sequence[Dimension]) -> str:
    for place, one in enumerate(dimensions, 1):
        reason = reason.replace(f"attribute {place} ", f"{one.name} ")
    return reason


def _ranges(told: Sequence[PastChoice], dimensions: Sequence[Dimension]) -> Floats:
    rows = [[option[key.id] for key in dimensions] for one in told for option in one.options]
    return np.asarray(np.ptp(np.array(rows), axis=0), dtype=np.float64)


def _drawn_shares(found: Revealed, ranges: Floats, seed: int) -> Floats:
    middle = [one.value for one in found.effects]
    drawn = np.random.default_rng(seed).multivariate_normal(middle, found.covariance, size=DRAWS)
    return _shares(drawn * ranges)


def _shares(effects: Floats) -> Floats:
    return np.asarray(effects / np.abs(effects).sum(axis=1, keepdims=True), dtype=np.float64)


def _weight(
    key: str, stated: float, value: float, ends: tuple[float, float], n: int, level: float
) -> Weight:
    low, high = min(ends[0], value), max(ends[1], value)
    revealed = Estimate(value, low, high, level, n, METHOD)
    apart = Estimate(value - stated, low - stated, high - stated, level, n, METHOD)
    return Weight(key, stated, revealed, apart)
