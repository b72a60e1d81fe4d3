"""How many months does the money last?"""

from __future__ import annotations

from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.stages.decide.ways_in.facts import Reserve

METHOD = "reserve over monthly spending; bounds from the ranges given, worst case"
ALL = 100
Between = tuple[float, float]


def reserve_of(reserve: Between, spending: Between, *, lost: float) -> Reserve:
    """Months with nothing coming in, and months if only what was lost is covered from it.

    The lost part is a percentage of what is spent: it holds as far as income met spending. What
    is given as a range bounds the answer: the least reserve over the most spending, and the other
    way round.

    Raises
    ------
    ValueError
        A range falls instead of rising, an amount is negative, or a part is none.

    """
    for low, high in (reserve, spending):
        if not 0 <= low <= high:
            raise ValueError("a range rises, and no amount is below nothing")
    if not 0 <= lost <= ALL:
        raise ValueError("what was lost lies between 0 and 100 percent")
    part = lost / ALL
    gap = (spending[0] * part, spending[1] * part)
    return Reserve(alone=_months(reserve, spending), covering=_months(reserve, gap))


def _months(reserve: Between, spending: Between) -> Measure:
    if spending[0] <= 0:
        return Unknown("nothing is spent from it, so it does not end")
    value = sum(reserve) / sum(spending)
    low, high = reserve[0] / spending[1], reserve[1] / spending[0]
    return Estimate(value, min(low, value), max(high, value), None, 1, METHOD)
