"""What is best kept when the budget shrinks, and what does cutting everything alike do?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.methods.optimum import maximise
from northing.stages.decide.budget.facts import (
    Cents,
    Conflict,
    Cut,
    Given,
    Limits,
    Line,
    Proposal,
    Step,
)
from northing.stages.decide.budget.rules.programme import model_of, with_gain
from northing.stages.decide.budget.rules.proposing import impact_of, proposal_of, propose
from northing.stages.decide.priorities.facts import Range
from northing.stages.decide.priorities.rules.drawing import drawn

STEPS = 6
GIVEN_UP = 0.01
DRAWS = 60
NO_IMPACT = "the best budget has no impact, so nothing of it can be missed"


def cut(
    lines: Sequence[Line], limits: Limits, *, percent: float, seed: int, draws: int = DRAWS
) -> Cut | Conflict:
    """The best budget after a cut, and what speaks for and against it.

    `limits.budget` is today's; floors keep their amounts. The sizes looked at run from the cut
    one to today's in equal steps.

    Raises
    ------
    ValueError
        A cut is no part between 0 and 100, or as `proposing.propose`.

    """
    if not 0 <= percent <= 100:  # noqa: PLR2004
        raise ValueError("a cut lies between 0 and 100 percent")
    small = replace(limits, budget=_part(limits.budget, 100 - percent))
    best = propose(lines, small)
    if isinstance(best, Conflict):
        return best
    curve = _curve(lines, limits, small.budget)
    kept = [set(step.kept) for step in curve if step.impact is not None]
    kept.append({one.line.id for one in best.given if one.stays})
    core = set.intersection(*kept)
    alike = _alike(lines, 1 - percent / 100)
    return Cut(
        percent=percent,
        proposal=best,
        core=tuple(line.id for line in lines if line.id in core),
        goes=tuple(one.line.id for one in best.given if one.line.now and not one.stays),
        curve=curve,
        alike=impact_of(alike),
        alike_ends=tuple(one.line.id for one in alike if one.line.now and not one.stays),
        regret=_regret(best, lines, small, seed, draws),
        gentle=_gentle(lines, small, best),
        draws=draws,
        seed=seed,
    )


def _part(whole: Cents, percent: float) -> Cents:
    return math.floor(whole * percent / 100 + 1e-9)


def _curve(lines: Sequence[Line], limits: Limits, smallest: Cents) -> tuple[Step, ...]:
    """What the best budget does at sizes between the cut one and today's."""
    return tuple(
        _step(lines, replace(limits, budget=smallest + (limits.budget - smallest) * n // STEPS))
        for n in range(STEPS + 1)
    )


def _step(lines: Sequence[Line], limits: Limits) -> Step:
    found = propose(lines, limits, priced=False)
    if isinstance(found, Conflict) or isinstance(found.impact, Unknown):
        return Step(limits.budget, None, ())
    kept = tuple(one.line.id for one in found.given if one.stays)
    return Step(limits.budget, found.impact.value, kept)


def _alike(lines: Sequence[Line], part: float) -> tuple[Given, ...]:
    """Every line gets the same part of what it has; one under its least cannot go on."""
    amounts = [math.floor(line.now * part + 1e-9) for line in lines]
    return tuple(
        Given(line, amount if amount >= line.least else 0)
        for line, amount in zip(lines, amounts, strict=True)
    )


def _gentle(lines: Sequence[Line], limits: Limits, best: Proposal) -> Proposal:
    """Within a hundredth of the best impact, the budget that ends and begins fewest lines."""
    if isinstance(best.impact, Unknown):
        return best
    model = model_of(lines, limits, [line.impact.middle for line in lines])
    enough = best.impact.value - GIVEN_UP * abs(best.impact.value)
    held = model.programme.with_limit(model.programme.gain, enough, np.inf)
    stays = model.gain([0.0] * len(lines), per_choice=[1.0 if line.now else -1.0 for line in lines])
    # A trace of the impact keeps the choice from throwing points away for nothing.
    trace = model.programme.gain / max(1.0, 1000 * float(np.abs(model.programme.gain).sum()))
    found = maximise(replace(held, gain=stays + trace))
    return best if found is None else proposal_of(model, found.chosen, limits)


def _regret(
    best: Proposal, lines: Sequence[Line], limits: Limits, seed: int, draws: int
) -> Measure:
    """The part of what could have been reached that the proposal misses, over drawn points."""
    model = model_of(lines, limits, [0.0] * len(lines))
    parts = np.array([one.amount / one.line.cost for one in best.given])
    missed = []
    for points in _points(lines, seed, draws):
        could = maximise(with_gain(model, model.gain(points.tolist())).programme)
        if could is not None and could.value > 0:
            missed.append(max(0.0, 1 - float(parts @ points) / could.value))
    if not missed:
        return Unknown(NO_IMPACT)
    low, high = np.quantile(missed, [0.025, 0.975]).tolist()
    mean = float(np.mean(missed))
    method = f"share of the best impact missed, {draws} draws of the points"
    return Estimate(mean, min(low, mean), max(high, mean), 0.95, len(missed), method)


def _points(lines: Sequence[Line], seed: int, draws: int) -> np.ndarray:
    columns = [
        drawn(
            line.impact, _ends(line.impact), np.random.default_rng([seed, *line.id.encode()]), draws
        )
        for line in lines
    ]
    return np.stack(columns, axis=1)


def _ends(impact: Range) -> tuple[float, float]:
    return impact.low, impact.high
