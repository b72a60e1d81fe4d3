"""Which share of a channel goes to each commitment, and between which bounds?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.say_do.facts import Mass

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of deeds over the commitments and *none*, in their order; each with its bounds.

    `clipped` are the commitments whose credits outweighed their debits: their share is 0, flagged.
    `verified` has the company of those that people checked a sample of, and of what they leave.
    """

    order: tuple[str, ...]
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    clipped: frozenset[str]
    total: Decimal
    verified: Mapping[str, Estimate] = field(default_factory=dict)


def shares_of(
    masses: Mapping[str, Mass], order: Sequence[str], *, missing: Decimal = _ZERO
) -> Shares | None:
    """`None` where there is nothing to share. `missing` mass might have served anything.

    Credits are netted by commitment first. A missing mass lowers every low and raises every high:
    disclosing less never improves a figure.
    """
    net = [masses.get(name, Mass()).linked for name in order]
    counted = [max(_ZERO, one) for one in net]
    total = sum(counted, _ZERO)
    if total <= 0:
        return None
    whole = total + missing
    rows = [masses.get(name, Mass()) for name in order]
    values = tuple(float(one / total) for one in counted)
    low = tuple(_clip(mass.least / whole) for mass in rows)
    high = tuple(_clip((mass.most + missing) / whole) for mass in rows)
    return Shares(
        order=tuple(order),
        values=values,
        low=tuple(map(min, low, values)),
        high=tuple(map(max, high, values)),
        clipped=frozenset(name for name, one in zip(order, net, strict=True) if one < 0),
        total=total,
    )


def _clip(share: Decimal) -> float:
    return float(min(Decimal(1), max(_ZERO, share)))
