"""How does what somebody says of a line become a line of the solver?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.stages.decide.budget.facts import Cents, Floor, Limits, Line
from northing.stages.decide.priorities.facts import Range
from northing.stages.decide.ways_in.facts import WORTH, Spending

ALL = 100


def lines_of(spending: Sequence[Spending]) -> tuple[Line, ...]:
    """The lines, each with points in proportion to its money and to what it does with it.

    All lines together have 100 points if each does as much as most.
    """
    total = sum(one.now for one in spending)
    return tuple(_line(one, total) for one in spending if one.now > 0)


def points_of(lines: Sequence[Line]) -> float:
    """What all lines do today, as likely as it is."""
    return sum(one.impact.middle * one.now / one.cost for one in lines)


def limits_of(spending: Sequence[Spending], kept: Mapping[str, int]) -> Limits:
    """Today's money, and for each promise the percentage of its own that it keeps at least."""
    floors = tuple(
        Floor(key, _served(spending, key) * part // ALL)
        for key, part in sorted(kept.items())
        if part > 0 and _served(spending, key) > 0
    )
    return Limits(sum(one.now for one in spending), floors)


def shortened(spending: Sequence[Spending], most: int, *, rest: str) -> tuple[Spending, ...]:
    """The largest lines, and all others together as one line that can shrink."""
    order = sorted(spending, key=lambda one: (-one.now, one.id))
    if len(order) <= most:
        return tuple(order)
    others = order[most - 1 :]
    return (*order[: most - 1], _together(others, rest))


def _together(others: Sequence[Spending], called: str) -> Spending:
    total = sum(one.now for one in others)
    keys = sorted({key for one in others for key in one.serves})
    serves = {
        key: sum(one.now * one.serves.get(key, 0.0) for one in others) / total
        for key in keys
        if total
    }
    return Spending(
        id="rest",
        name=called,
        now=total,
        serves=serves,
        least=0,
        by_people=sum(one.by_people for one in others),
        by_machine=sum(one.by_machine for one in others),
    )


def _line(one: Spending, total: Cents) -> Line:
    cost = max(1, one.now * max(one.most, ALL) // ALL)
    points = ALL * cost / total
    low, likely, high = (points * part for part in WORTH[one.does])
    return Line(
        id=one.id,
        name=one.name,
        cost=cost,
        least=max(1, one.now * one.least // ALL),
        now=one.now,
        impact=Range(low, likely, high),
        serves=dict(one.serves),
        must_stay=one.must_stay,
    )


def _served(spending: Sequence[Spending], key: str) -> Cents:
    return int(sum(one.now * one.serves.get(key, 0.0) for one in spending))
