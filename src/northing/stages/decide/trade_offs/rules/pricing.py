"""What was a point of a promise worth, and do the choices agree on it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.stages.decide.trade_offs.facts import Contradiction, Ledger, Price, Trade

METHOD = "bounds from choices, worst-case"
NOTHING_PAID = "nothing was ever paid for it, and nothing spared"
CROSSED = "no one price explains the choices"
ONLY_PAID = "nothing was spared, so the price has no upper end"


def ledger_of(trades: Sequence[Trade]) -> Ledger:
    """Prices by commitment, the share of purpose that cost something, and what was turned down."""
    commitments = sorted({key for one in trades for key, points in one.gain.items() if points})
    served = [one for one in trades if one.taken and _serves(one)]
    known = [one for one in served if one.told is not None]
    refusals = [one for one in trades if one.taken and one.refused]
    groups = Counter(group for one in served for group in one.pays)
    return Ledger(
        prices=tuple(price_of(one, trades) for one in commitments),
        costly=wilson(sum(one.cost > 0 for one in served), len(served)),
        told=wilson(sum(bool(one.told) for one in known), len(known)),
        refused_value=sum((one.opportunity or Decimal(0) for one in refusals), Decimal(0)),
        refusals=tuple(one.id for one in refusals),
        pays=tuple(sorted(groups.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def price_of(commitment: str, trades: Sequence[Trade]) -> Price:
    """What choices about one commitment alone show of its price, in money for a point.

    Who paid c for g points holds a point to be worth c/g at least; who spared c and went without
    g points, c/g at most. Only choices in which this commitment alone gains can be read so: in
    the others nobody can tell for which promise the money was.
    """
    telling = [one for one in trades if _alone(one, commitment) and one.cost > 0]
    paid = [one for one in telling if one.taken]
    spared = [one for one in telling if not one.taken]
    crossed = tuple(
        Contradiction(one.id, other.id, commitment)
        for one in paid
        for other in spared
        if _each(one, commitment) > _each(other, commitment)
    )
    value = _value(
        [_each(one, commitment) for one in paid], [_each(one, commitment) for one in spared]
    )
    return Price(commitment, value, len(telling), crossed)


def _value(paid: Sequence[float], spared: Sequence[float]) -> Measure:
    if not paid and not spared:
        return Unknown(NOTHING_PAID)
    n = len(paid) + len(spared)
    if not spared:
        return without_interval(max(paid), n=n, method=f"{METHOD}, at least", why=ONLY_PAID)
    low, high = max(paid, default=0.0), min(spared)
    if low > high:
        return Unknown(CROSSED)
    return Estimate((low + high) / 2, low, high, None, n, METHOD)


def _serves(one: Trade) -> bool:
    return any(points > 0 for points in one.gain.values())


def _alone(one: Trade, commitment: str) -> bool:
    moved = {key for key, points in one.gain.items() if points}
    return moved == {commitment} and one.gain[commitment] > 0


def _each(one: Trade, commitment: str) -> float:
    return float(one.cost) / one.gain[commitment]
