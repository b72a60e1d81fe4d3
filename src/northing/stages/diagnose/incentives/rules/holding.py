"""How does what a scheme pays for hold against the promises?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from northing.foundations.methods.congruence import congruence, congruence_bounds, least_change
from northing.foundations.methods.estimate import Estimate, Measure, Unknown, exact
from northing.stages.clarify.commitments.facts import NONE, Commitment
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward, Reweighting, Scheme

_MOST_READINGS = 4096
METHOD = "cosine of weights and pay"
TOO_MANY = "too many measures are linked by a machine alone to try every way of reading them"
NO_STAKE = "the scheme does not say how much money a measure pays (column *stake*)"


def reward_of(scheme: Scheme, commitments: Sequence[Commitment]) -> Reward:
    """Everything that is said of one scheme; weights of the commitments are those of the case.

    Pay that serves no commitment has a direction of its own, so it lengthens the vector and
    lowers the congruence. Pay against a commitment is never netted out of sight by pay for it.
    """
    names = (*(one.id for one in commitments), NONE)
    goal = [*(float(one.weight) for one in commitments), 0.0]
    against = tuple(one for one in scheme.measures if one.against)
    angle = _congruence(scheme, goal, names)
    towards, opposed = _paid(scheme.measures, names)
    return Reward(
        scheme=scheme,
        congruence=angle,
        distortion=_distortion(angle),
        against=against,
        weight_against=math.fsum(opposed),
        at_stake=_stake(against),
        unserved=tuple(
            one.id
            for one, paid in zip(commitments, towards, strict=False)
            if one.weight and not paid
        ),
        residual=towards[-1],
        balanced=_balanced(scheme, names[:-1]) if against else (),
    )


def _congruence(scheme: Scheme, goal: Sequence[float], names: Sequence[str]) -> Measure:
    value = congruence(goal, *_paid(scheme.measures, names)) if any(goal) else None
    if value is None:
        return Unknown("every commitment of the case has the weight 0")
    n, open_ones = len(scheme.measures), [one for one in scheme.measures if one.readings]
    if not open_ones:
        return exact(value, n=n, method=METHOD)
    method = f"{METHOD}, unverified-bounds"
    if math.prod(len(one.readings) + 1 for one in open_ones) > _MOST_READINGS:
        return Estimate(value, None, None, None, n, method, TOO_MANY)
    ways = congruence_bounds(goal, _every_way(scheme, names)) or (value, value)
    return Estimate(value, min(ways[0], value), max(ways[1], value), None, n, method)


def _every_way(scheme: Scheme, names: Sequence[str]) -> Iterator[tuple[list[float], list[float]]]:
    weights = [one.weight for one in scheme.measures]
    for way in product(*((one.bearing, *one.readings) for one in scheme.measures)):
        yield _added(list(zip(weights, way, strict=True)), names)


def _paid(measures: Sequence[PaidMeasure], names: Sequence[str]) -> tuple[list[float], list[float]]:
    return _added([(one.weight, one.bearing) for one in measures], names)


def _added(
    paid: Sequence[tuple[float, Mapping[str, float]]], names: Sequence[str]
) -> tuple[list[float], list[float]]:
    """What is paid for each commitment, and against it; last in both what serves none."""
    towards, against = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for weight, bearing in paid:
        for name, part in bearing.items():
            (towards if part > 0 else against)[name] += weight * abs(part)
        towards[NONE] += weight * max(0.0, 1 - math.fsum(abs(part) for part in bearing.values()))
    return list(towards.values()), list(against.values())


def _distortion(angle: Measure) -> Measure:
    if isinstance(angle, Unknown):
        return angle
    low = None if angle.high is None else 1 - angle.high
    high = None if angle.low is None else 1 - angle.low
    method = f"1 − {angle.method}"
    return Estimate(1 - angle.value, low, high, None, angle.n, method, angle.no_interval)


def _stake(against: Sequence[PaidMeasure]) -> Measure:
    """The money behind the measures that pay against a promise; unknown where one is not told."""
    if not against:
        return exact(0.0, n=0, method="sum of stakes")
    if any(one.stake is None for one in against):
        return Unknown(NO_STAKE)
    whole = sum((one.stake or Decimal(0) for one in against), Decimal(0))
    return exact(float(whole), n=len(against), method="sum of stakes")


def _balanced(scheme: Scheme, names: Sequence[str]) -> tuple[Reweighting, ...] | None:
    effects = [[one.bearing.get(name, 0.0) for one in scheme.measures] for name in names]
    now = [one.weight for one in scheme.measures]
    after = least_change(now, effects)
    if after is None:
        return None
    return tuple(
        Reweighting(record_id=one.record_id, text=one.text, before=one.weight, after=float(new))
        for one, new in zip(scheme.measures, after, strict=True)
        if abs(float(new) - one.weight) > _SAME
    )


_SAME = 5e-7
