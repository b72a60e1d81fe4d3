"""How far apart are words and one channel as a whole, and what would chance alone show?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.bounds import jsd_bounds_from_tv, tv_bounds_both
from northing.foundations.methods.divergence import Divided, jensen_shannon, total_variation
from northing.foundations.methods.estimate import (
    Estimate,
    Measure,
    Unknown,
    exact,
    without_interval,
)
from northing.foundations.methods.null_gap import null_total_variation
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import Divergence, SayBasis
from northing.stages.diagnose.say_do.rules.saying import UNVERIFIED, Say
from northing.stages.diagnose.say_do.rules.sharing import Shares
from northing.stages.diagnose.say_do.rules.slices import Slice

VERIFIED = "bounds over shares of which people checked a sample"
NULL = "parametric: as many mentions drawn from the shares of deeds"


def distance_of(
    say: Say, done: Shares | None, slice_: Slice, *, seed: int
) -> tuple[Divergence, Divided | None, Divided | None]:
    """Total variation and Jensen-Shannon with their parts; unknown where one side is."""
    p = _said(say, done)
    if done is None or p is None:
        reason = "nothing was recorded here" if done is None else "what is said is unknown"
        return _unknown(slice_, Unknown(reason)), None, None
    tv, jsd = total_variation(p, done.values), jensen_shannon(p, done.values)
    n = slice_.n
    tv_measure, jsd_measure = _measures(say, done, tv.value, jsd.value, n=n)
    null_mean, null_95 = _null(say, done, seed=seed)
    excess: Measure = Unknown("what chance alone would show is unknown")
    if isinstance(null_mean, Estimate):
        why = "a difference from a simulated mean; see the 95 % quantile beside it"
        excess = without_interval(tv.value - null_mean.value, n=n, method="tv − null mean", why=why)
    found = Divergence(
        channel=slice_.channel,
        period=slice_.period,
        unit=slice_.unit,
        tv=tv_measure,
        jsd=jsd_measure,
        null_mean=null_mean,
        null_95=null_95,
        excess=excess,
    )
    return found, tv, jsd


def _unknown(slice_: Slice, why: Unknown) -> Divergence:
    return Divergence(
        channel=slice_.channel,
        period=slice_.period,
        unit=slice_.unit,
        tv=why,
        jsd=why,
        null_mean=why,
        null_95=why,
        excess=why,
    )


def _said(say: Say, done: Shares | None) -> list[float] | None:
    if done is None:
        return None
    values = [say.value(name) for name in done.order]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def _measures(say: Say, done: Shares, tv: float, jsd: float, *, n: int) -> tuple[Measure, Measure]:
    bounds = _say_bounds(say, done.order)
    if bounds is None:
        why = next(
            measure.no_interval
            for measure in say.measures.values()
            if isinstance(measure, Estimate) and measure.no_interval
        )
        return (
            without_interval(tv, n=n, method="total variation", why=why),
            without_interval(jsd, n=n, method="Jensen-Shannon, bits", why=why),
        )
    company = VERIFIED if done.verified else UNVERIFIED
    low, high = tv_bounds_both(bounds[0], bounds[1], done.low, done.high)
    low, high = min(low, tv), max(high, tv)
    jsd_low, jsd_high = jsd_bounds_from_tv(low, high)
    return (
        Estimate(tv, low, high, None, n, f"total variation, {company}"),
        Estimate(
            jsd,
            min(jsd_low, jsd),
            max(jsd_high, jsd),
            None,
            n,
            f"Jensen-Shannon in bits, from the {company} of tv",
        ),
    )


def _say_bounds(say: Say, order: Sequence[str]) -> tuple[list[float], list[float]] | None:
    low, high = [], []
    for name in order:
        measure = say.measures[name]
        if isinstance(measure, Unknown) or measure.low is None or measure.high is None:
            return None
        low.append(measure.low)
        high.append(measure.high)
    return low, high


def _null(say: Say, done: Shares, *, seed: int) -> tuple[Measure, Measure]:
    """If words only followed the deeds that serve a commitment, how far apart would both look?

    The residual stays: what serves no commitment cannot be matched by any words.
    """
    if say.basis is SayBasis.DECLARED:
        reason = Unknown("declared weights are no sample: chance has no part in them")
        return reason, reason
    if say.mentions == 0:
        return (Unknown("no mention of any commitment"),) * 2
    residual = done.values[done.order.index(NONE)] if NONE in done.order else 0.0
    serving = np.array(
        [
            0.0 if name == NONE else value
            for name, value in zip(done.order, done.values, strict=True)
        ]
    )
    if serving.sum() <= 0:
        reason = Unknown("no deed serves any commitment: there is nothing words could follow")
        return reason, reason
    null = null_total_variation(serving / serving.sum(), say.mentions, seed=seed)
    if residual:
        null_mean, null_95 = _with_residual(serving, residual, say.mentions, seed=seed)
    else:
        null_mean, null_95 = null.mean, null.q95
    return exact(null_mean, n=say.mentions, method=NULL), exact(
        null_95, n=say.mentions, method=NULL
    )


def _with_residual(
    serving: np.ndarray, residual: float, n: int, *, seed: int
) -> tuple[float, float]:
    """The same draws, held against deeds that keep their residual."""
    draws = (
        np.random.Generator(np.random.PCG64(seed)).multinomial(
            n, serving / serving.sum(), size=2000
        )
        / n
    )
    gaps = (np.abs(draws - serving).sum(axis=1) + residual) / 2
    return float(gaps.mean()), float(np.quantile(gaps, 0.95))
