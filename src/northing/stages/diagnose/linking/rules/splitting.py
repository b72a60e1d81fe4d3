"""How is an amount split over several commitments so that the parts always add up?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal, localcontext

_CENT = Decimal("0.01")
_DIGITS = 100
"""More than any cell can hold: no cent is lost in a large amount."""


def split(amount: Decimal, shares: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Parts of `amount` by `shares` (each ≥ 0, together ≤ 1), and last the part that is left over.

    Parts are rounded to the cent or to the amount's own digits, whichever is finer; the largest
    remainders get what rounding leaves, ties go to the earlier share.
    """
    with localcontext(prec=_DIGITS):
        return _split(amount, shares)


def _split(amount: Decimal, shares: Sequence[Decimal]) -> tuple[Decimal, ...]:
    rest = max(Decimal(0), 1 - sum(shares, Decimal(0)))
    if rest < Decimal("1e-12"):
        rest = Decimal(0)
    wanted = [amount * share for share in (*shares, rest)]
    exponent = amount.as_tuple().exponent
    step = min(_CENT, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else _CENT
    parts = [part.quantize(step, rounding=ROUND_DOWN) for part in wanted]
    missing = amount - sum(parts, Decimal(0))
    order = sorted(range(len(parts)), key=lambda index: (-abs(wanted[index] - parts[index]), index))
    unit = step if missing > 0 else -step
    for index in order:
        if not missing:
            break
        if wanted[index] != parts[index] or index == order[0]:
            parts[index] += unit
            missing -= unit
    parts[order[0]] += missing
    return tuple(parts)
