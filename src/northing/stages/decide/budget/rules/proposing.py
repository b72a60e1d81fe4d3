"""Which budget keeps every limit and does most for the mission?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, exact
from northing.foundations.methods.optimum import best_in_turn, conflict, maximise
from northing.foundations.methods.shares import Floats
from northing.stages.decide.budget.facts import (
    NOTHING_SPENT,
    Cents,
    Conflict,
    Given,
    Limits,
    Line,
    Proposal,
)
from northing.stages.decide.budget.rules.programme import Model, model_of

METHOD = "points in proportion to the money, added up; bounds from the ranges given"
MORE = 1000
HALF = 0.5


def propose(lines: Sequence[Line], limits: Limits, *, priced: bool = True) -> Proposal | Conflict:
    """The best budget within the limits, or the limits that contradict each other.

    Of several that do equally much, the one that ends and begins fewest lines, then the one that
    spends less, then the earlier lines. `priced` solves once more for what a little more money
    would do.

    Raises
    ------
    ValueError
        As `programme.model_of`, or an amount that is negative.

    """
    if limits.budget < 0 or any(floor.least < 0 for floor in limits.floors):
        raise ValueError("a budget and its floors are nothing or more")
    model = model_of(lines, limits, [line.impact.middle for line in lines])
    found = best_in_turn(model.programme, _then(model))
    if found is None:
        return _contradicted(model, limits)
    price = _next_thousandth(lines, limits, found.value) if priced else None
    return proposal_of(model, found.chosen, limits, price)


def proposal_of(
    model: Model, chosen: Floats, limits: Limits, price: float | None = None
) -> Proposal:
    """What a solved programme gives to each line, rounded down to the cent."""
    given = tuple(
        Given(line, _amount(line, model.part_of(at, chosen), paid=chosen[at] > HALF))
        for at, line in enumerate(model.lines)
    )
    return told(given, limits, price)


def told(given: tuple[Given, ...], limits: Limits, price: float | None = None) -> Proposal:
    """A budget with what follows from it: its impact, its shares, its distance from the words."""
    keys = {key for one in given for key in one.line.serves} | {f.commitment for f in limits.floors}
    by_commitment = {key: _served(given, key) for key in sorted(keys)}
    spent = sum(one.amount for one in given)
    return Proposal(
        given=given,
        limits=limits,
        impact=impact_of(given),
        spent=spent,
        by_commitment=by_commitment,
        gap=_distance(given, limits, spent),
        next_thousandth=price,
    )


def impact_of(given: Sequence[Given]) -> Measure:
    """The points of all lines, each in proportion to what it gets of its cost.

    Between the lowest and the highest that people gave for all lines at once: worst-case bounds,
    not those of chance.
    """
    paid = [(one.line.impact, min(1.0, one.amount / one.line.cost)) for one in given if one.stays]
    low, middle, high = (
        math.fsum(part * getattr(impact, end) for impact, part in paid)
        for end in ("low", "middle", "high")
    )
    if low == high:
        return exact(middle, n=len(paid), method=METHOD)
    return Estimate(middle, min(low, middle), max(high, middle), None, len(paid), METHOD)


def _then(model: Model) -> list[Floats]:
    """What decides between budgets that do equally much."""
    stays = [1.0 if line.now else -1.0 for line in model.lines]
    nothing = [0.0] * len(model.lines)
    places = [-float(at) for at in range(len(model.lines))]
    return [
        model.gain(nothing, per_choice=stays),
        model.gain([-float(line.cost) for line in model.lines]),
        model.gain(nothing, per_choice=places),
    ]


def _amount(line: Line, part: float, *, paid: bool) -> Cents:
    if not paid:
        return 0
    if not line.divides:
        return line.cost
    return min(line.cost, max(line.least, math.floor(part * line.cost + 1e-4)))


def _served(given: Sequence[Given], commitment: str) -> Cents:
    return sum(
        math.floor(one.amount * one.line.serves.get(commitment, 0.0) + 1e-6) for one in given
    )


def _distance(given: Sequence[Given], limits: Limits, spent: Cents) -> Measure | None:
    """Total variation between the shares of words and those of the money."""
    if limits.said is None:
        return None
    if not spent:
        return Unknown(NOTHING_SPENT)
    shares = {
        key: math.fsum(one.amount * one.line.serves.get(key, 0.0) for one in given) / spent
        for key in limits.said.shares
    }
    apart = math.fsum(abs(shares[key] - said) for key, said in limits.said.shares.items())
    loose = 1 - math.fsum(shares.values())
    return exact((apart + loose) / 2, n=len(given), method="total variation of the proposal")


def _contradicted(model: Model, limits: Limits) -> Conflict:
    rows = conflict(model.programme, always=model.frame)
    floors = sum(floor.least for floor in limits.floors)
    return Conflict(tuple(model.names[row] for row in rows), limits.budget, floors)


def _next_thousandth(lines: Sequence[Line], limits: Limits, value: float) -> float | None:
    more = replace(limits, budget=limits.budget + max(1, limits.budget // MORE))
    model = model_of(lines, more, [line.impact.middle for line in lines])
    found = maximise(model.programme)
    return None if found is None else max(0.0, found.value - value)
