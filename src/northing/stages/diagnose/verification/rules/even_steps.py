"""Which of many pairs are drawn when each has a chance in proportion to what it weighs?

Monetary-unit sampling: pairs lie end to end, each as long as its mass, and a needle falls at even
steps from a random start. A pair as long as a step is taken whole. Where all masses are equal
this is systematic sampling with equal chances. The order of the row matters: neighbours in it
rarely come together, so a row in order of unit, band and amount gives a sample that mirrors them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from heapq import nlargest

from northing.foundations.methods.monetary import monetary_sample

_ZERO = Decimal(0)

Rows = Callable[[], Iterator[Sequence[Decimal]]]
"""Gives the masses again and again, row after row, so that they need never all be held."""


def even_steps(rows: Rows, wanted: int, *, part: float) -> Iterator[tuple[int, int, float]]:
    """Row, place in it and chance of every pair drawn; `part` is the random part of a step.

    Masses of 0 are never drawn. All others are taken where no more are there than are wanted.
    """
    step = step_of(rows, wanted)
    if step is None:
        for number, row in enumerate(rows()):
            yield from ((number, place, 1.0) for place, mass in enumerate(row) if mass > 0)
        return
    start = step * Decimal(repr(part)) % step
    for number, row in enumerate(rows()):
        found = monetary_sample(row, interval=step, start=start)
        for place in sorted((*found.whole, *found.drawn)):
            yield number, place, found.inclusion[place]
        start = _further(start, sum((mass for mass in row if mass < step), _ZERO), step)


def _further(start: Decimal, covered: Decimal, step: Decimal) -> Decimal:
    """Where the needle next falls, counted from the end of what was covered."""
    left = (start - covered) % step  # a decimal's remainder takes the sign of what is divided
    return left + step if left < 0 else left


def step_of(rows: Rows, wanted: int) -> Decimal | None:
    """How long a step is once all that are longer are taken whole; `None` where all are taken."""
    there = sum(1 for row in rows() for mass in row if mass > 0)
    if wanted >= there:
        return None
    largest = nlargest(wanted, (mass for row in rows() for mass in row))
    left = sum((mass for row in rows() for mass in row), _ZERO)
    for whole, mass in enumerate(largest):
        step = left / (wanted - whole)
        if mass < step:
            return step
        left -= mass
    return largest[-1]
