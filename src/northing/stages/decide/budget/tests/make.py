"""Budgets as the tests draw them; amounts in whole euros, for reading."""

from __future__ import annotations

from northing.stages.decide.budget.facts import Floor, Limits, Line, SaidShares
from northing.stages.decide.priorities.facts import Range

EURO = 100


def make_line(name, cost, impact, *, now=None, least=None, serves=None, **more):
    low, likely, high = impact if isinstance(impact, tuple) else (impact,) * 3
    return Line(
        id=name,
        name=name.capitalize(),
        cost=cost * EURO,
        least=(cost if least is None else least) * EURO,
        now=(cost if now is None else now) * EURO,
        impact=Range(low, likely, high),
        serves=serves or {},
        **more,
    )


def make_limits(budget, *, floors=None, said=None, most=1.0, reach=0.0):
    return Limits(
        budget=budget * EURO,
        floors=tuple(Floor(one, least * EURO) for one, least in (floors or {}).items()),
        said=SaidShares(said, most) if said else None,
        reach=reach,
    )


def kept(proposal):
    return [one.line.id for one in proposal.given if one.stays]
