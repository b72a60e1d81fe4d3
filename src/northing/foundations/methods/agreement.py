"""Do people who rated the same things agree beyond chance?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.shares import Floats

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Rating = str | float | None
Verdict = Literal["publish", "tentative", "re-rate", "undecidable"]

PUBLISH, TENTATIVE = 0.80, 0.667
RATERS = 2
LEAST_DEFINED = 0.5
MOST_VALUES = 40
CELLS_AT_ONCE = 4_000_000
NO_PAIRS = "no unit was rated by two"
NO_VARIATION = "no variation: everybody gave everything the same rating"
HARDLY_ANY = "hardly any variation: resampling cannot tell how firm the agreement is"
ONE_UNIT = "one unit alone gives no interval"


def krippendorff(
    ratings: Sequence[Sequence[Rating]],
    *,
    metric: Metric = "nominal",
    level: float = 0.95,
    seed: int,
    draws: int = 2000,
) -> Measure:
    """Krippendorff's alpha, with an interval from resampling units.

    α = 1 − D_o/D_e: observed over expected disagreement, 1 where all agree, 0 where they agree as
    chance would have it, below 0 where they disagree on purpose. Units rated once count nothing.
    The resamples also draw, with the weight of two units, one on which two raters agree and one
    on which they differ, spread over all values met: without them a few units on which all
    agree would look like certainty (the plain bootstrap covers as little as 33 instead of 95 %).

    Parameters
    ----------
    ratings : sequence of sequences, shape (coders, units)
        None where a coder did not rate a unit. Words for the nominal metric, else numbers.
    metric : "nominal", "ordinal", "interval" or "ratio"
        How far two ratings lie apart.
    level : float
        Confidence level between 0 and 1.
    seed : int
        Seed of the generator (PCG64).
    draws : int
        Resamples of units.

    Returns
    -------
    Estimate, or Unknown where nothing was rated twice or all ratings are the same
        `n` is the number of units rated at least twice.

    Raises
    ------
    ValueError
        Rows of unequal length, a rating that is no finite number outside the nominal metric, a
        negative one in the ratio metric, `draws` below 1, or a level outside (0, 1).

    References
    ----------
    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Zapf et al. 2016, BMC Medical
    Research Methodology 16:93 (the bootstrap); Agresti & Coull 1998, The American Statistician
    52(2) (the two added units).

    """
    if not 0 < level < 1 or draws < 1:
        raise ValueError("a level lies between 0 and 1, and a bootstrap has at least one draw")
    counts, values = _counted(ratings, metric)
    if counts.shape[0] == 0:
        return Unknown(NO_PAIRS)
    value = float(_alphas(counts, values, metric, np.ones((1, counts.shape[0])))[0])
    if np.isnan(value):
        return Unknown(NO_VARIATION)
    n, method = counts.shape[0], f"Krippendorff's alpha, {metric}"
    drawn = _resampled(counts, values, metric, draws, seed)
    defined = drawn[~np.isnan(drawn)]
    if n == 1 or defined.size < LEAST_DEFINED * draws:
        why = ONE_UNIT if n == 1 else HARDLY_ANY
        return without_interval(value, n=n, method=method, why=why)
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2]).tolist()
    method += f", bootstrap over units, {draws} draws"
    return Estimate(value, min(low, value), max(high, value), level, n, method)


def verdict(alpha: Measure) -> Verdict:
    """What may be done with ratings of such an agreement.

    Publish from .80 upward if the low end of the interval reaches .667 as well; between .667 and
    .80, or where the interval is missing or reaches lower, conclusions are tentative; below,
    rate again with a clearer instruction. Undecidable where alpha cannot be told.

    References
    ----------
    Krippendorff 2004, Content Analysis, 2nd edition, section 11.4.

    """
    if isinstance(alpha, Unknown):
        return "undecidable"
    if alpha.value < TENTATIVE:
        return "re-rate"
    firm = alpha.low is not None and alpha.low >= TENTATIVE
    return "publish" if alpha.value >= PUBLISH and firm else "tentative"


def _counted(ratings: Sequence[Sequence[Rating]], metric: Metric) -> tuple[Floats, Floats]:
    """How often each unit was given each value, and the values, for units rated twice or more."""
    if len({len(row) for row in ratings}) > 1:
        raise ValueError("every coder has a place for every unit")
    given = sorted({one for row in ratings for one in row if one is not None}, key=_order)
    if metric != "nominal":
        _check_numbers(given, metric)
    place = {one: at for at, one in enumerate(given)}
    counts = np.zeros((len(ratings[0]) if ratings else 0, len(given)))
    for row in ratings:
        for unit, one in enumerate(row):
            if one is not None:
                counts[unit, place[one]] += 1
    pairable = counts[counts.sum(axis=1) >= RATERS]
    values = np.arange(len(given)) if metric in ("nominal", "ordinal") else np.array(given)
    return pairable, values.astype(np.float64)


def _order(one: str | float) -> tuple[bool, float, str]:
    return (True, 0.0, one) if isinstance(one, str) else (False, float(one), "")


def _check_numbers(given: Sequence[str | float], metric: Metric) -> None:
    for one in given:
        if isinstance(one, str) or not np.isfinite(one) or (metric == "ratio" and one < 0):
            raise ValueError(f"'{one}' is no rating of the {metric} metric")


def _resampled(counts: Floats, values: Floats, metric: Metric, draws: int, seed: int) -> Floats:
    rng = np.random.Generator(np.random.PCG64(seed))
    n = counts.shape[0]
    counts, chances = with_two_more(counts)
    chunk = max(1, CELLS_AT_ONCE // counts.shape[0])
    parts = []
    for start in range(0, draws, chunk):
        times = rng.multinomial(n, chances, size=min(chunk, draws - start))
        parts.append(_alphas(counts, values, metric, times.astype(np.float64)))
    return np.concatenate(parts)


def with_two_more(counts: Floats) -> tuple[Floats, Floats]:
    """Every kind of unit met, those of `two_more_units`, and the chance of each to be drawn."""
    kinds, often = np.unique(counts, axis=0, return_counts=True)
    added, weights = two_more_units(counts.shape[1])
    chances = np.concatenate([often, weights]) / (counts.shape[0] + 2)
    return np.vstack([kinds, added]), chances


def two_more_units(values: int) -> tuple[Floats, Floats]:
    """Units rated by two who agree, and by two who differ, each kind with the weight of one unit.

    Spread evenly over the values and over the pairs of values (or over forty of the values, in
    even steps, where there are more). Given as counts of each value and the weight of each row.
    """
    spread = sorted({round(one) for one in np.linspace(0, values - 1, min(values, MOST_VALUES))})
    same = np.eye(values)[spread]
    first, second = np.triu_indices(len(spread), k=1)
    rows = np.vstack([2 * same, same[first] + same[second]])
    parts = [np.full(len(kind), 1 / max(1, len(kind))) for kind in (spread, first)]
    return rows, np.concatenate(parts)


def _alphas(counts: Floats, values: Floats, metric: Metric, times: Floats) -> Floats:
    """Alpha of every resample (one a row of how often each unit is in it); nan where undefined."""
    rated = counts.sum(axis=1)
    margins = times @ counts
    total = margins.sum(axis=1)
    if metric == "ordinal":
        return _ordinal(counts, margins, times)
    apart = _apart(values, metric)
    within = np.einsum("uk,kl,ul->u", counts, apart, counts) / (rated - 1)
    observed = times @ within / total
    expected = np.einsum("dk,kl,dl->d", margins, apart, margins) / (total * (total - 1))
    return _ratio(observed, expected)


def _apart(values: Floats, metric: Metric) -> Floats:
    """Squared distance between any two values."""
    if metric == "nominal":
        return 1 - np.eye(values.size)
    gap = values[:, None] - values[None, :]
    if metric == "interval":
        return np.asarray(gap**2)
    sums = values[:, None] + values[None, :]
    return np.asarray(np.divide(gap, sums, out=np.zeros_like(gap), where=sums > 0) ** 2)


def _ordinal(counts: Floats, margins: Floats, times: Floats) -> Floats:
    """The ordinal metric is the interval metric on mid-ranks, which each resample has anew."""
    ranks = np.cumsum(margins, axis=1) - margins / 2
    rated, total = counts.sum(axis=1), margins.sum(axis=1)
    squares = rated[:, None] * (counts @ (ranks**2).T) - (counts @ ranks.T) ** 2
    observed = (times * (2 * squares / (rated - 1)[:, None]).T).sum(axis=1) / total
    spread = total * (margins * ranks**2).sum(axis=1) - (margins * ranks).sum(axis=1) ** 2
    return _ratio(observed, 2 * spread / (total * (total - 1)))


def _ratio(observed: Floats, expected: Floats) -> Floats:
    unlike: NDArray[np.bool_] = expected > 1e-12 * max(1.0, float(expected.max(initial=0.0)))
    alphas = np.full(expected.shape, np.nan)
    alphas[unlike] = 1 - observed[unlike] / expected[unlike]
    return alphas
