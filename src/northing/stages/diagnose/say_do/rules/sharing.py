"""Which share of a channel goes to each commitment, and between which bounds?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.say_do.facts import Mass

_ZERO, _ONE = Decimal(0), Decimal(1)


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
    masses: Mapping[str, Mass], order: Sequence[str], *, missing: Decimal | None = _ZERO
) -> Shares | None:
    """`None` where there is nothing to share. `missing` mass might have served anything; where it
    is `None`, some is missing and nothing tells how much, and any share may be none or all.

    Credits are netted by commitment first. A missing mass lowers every low and raises every high:
    disclosing less never improves a figure.
    """
    net = [masses.get(name, Mass()).linked for name in order]
    counted = [max(_ZERO, one) for one in net]
    total = sum(counted, _ZERO)
    if total <= 0:
        return None
    values = tuple(float(one / total) for one in counted)
    low, high = _ends([masses.get(name, Mass()) for name in order], total, missing)
    return Shares(
        order=tuple(order),
        values=values,
        low=tuple(map(min, low, values)),
        high=tuple(map(max, high, values)),
        clipped=frozenset(name for name, one in zip(order, net, strict=True) if one < 0),
        total=total,
    )


def none_or_all(done: Shares) -> Shares:
    """The same shares, of which nothing tells how far they hold."""
    return replace(
        done,
        low=(0.0,) * len(done.order),
        high=(1.0,) * len(done.order),
        verified={
            name: replace(one, low=0.0, high=1.0, level=None) for name, one in done.verified.items()
        },
    )


def _ends(
    rows: Sequence[Mass], total: Decimal, missing: Decimal | None
) -> tuple[list[float], list[float]]:
    """The least and the most each share may be; the total varies with what is open to any.

    Of what is open, the most is in the total of the low ends: no reading of it makes more. For the
    high ends it is netted with all credits, for these may stand against any commitment.
    """
    if missing is None:
        return [0.0] * len(rows), [1.0] * len(rows)
    open_least = sum((mass.open_least for mass in rows), _ZERO)
    open_most = sum((mass.open_most for mass in rows), _ZERO)
    least = most = total
    if open_least or open_most:
        most = sum((max(_ZERO, mass.most) for mass in rows), _ZERO) + open_most
        least = sum((mass.most for mass in rows), _ZERO) + open_most + open_least
    low = [_share(mass.least + open_least, most + missing) for mass in rows]
    high = [_share(mass.most + open_most + missing, least + missing) for mass in rows]
    return low, high


def _share(part: Decimal, whole: Decimal) -> float:
    """Where nothing is sure to be there, a part of it may be all."""
    return float(min(_ONE, max(_ZERO, part / whole))) if whole > 0 else 1.0
