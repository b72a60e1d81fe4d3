"""Which other ways lose less, when a choice fails its test?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from northing.foundations.methods.pareto import front
from northing.stages.decide.trade_offs.facts import Alternative, Attribute, Offered


def offered(
    failed: Alternative, others: Sequence[Alternative], attributes: Sequence[Attribute]
) -> tuple[Offered, ...]:
    """The alternatives that no other one, the failed choice included, beats on every attribute.

    Those that lose least often beside the failed choice come first. What is not known of an
    alternative might be its best side, so it stays, and says what is not known.

    Raises
    ------
    ValueError
        There is no attribute to compare by.

    """
    if not attributes:
        raise ValueError("alternatives are compared by at least one attribute")
    everyone = [failed, *others]
    table = [[one.figures.get(key.id, math.nan) for key in attributes] for one in everyone]
    stays = front(table, [key.direction for key in attributes])
    found = [
        _beside(failed, one, attributes)
        for one, is_on_front in zip(others, stays[1:], strict=True)
        if is_on_front
    ]
    return tuple(
        sorted(found, key=lambda one: (len(one.worse), -len(one.better), one.alternative.id))
    )


def _beside(failed: Alternative, one: Alternative, attributes: Sequence[Attribute]) -> Offered:
    better: list[str] = []
    worse: list[str] = []
    unknown: list[str] = []
    for key in attributes:
        here, there = one.figures.get(key.id), failed.figures.get(key.id)
        if here is None or there is None:
            unknown.append(key.id)
        elif here != there:
            ahead = (here > there) == (key.direction == "more")
            (better if ahead else worse).append(key.id)
    return Offered(one, tuple(better), tuple(worse), tuple(unknown))
