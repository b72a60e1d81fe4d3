"""How do the pages of the guided ways say sums of money and months?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from northing.foundations.documents.numbers import NO_BREAK_SPACE

register = template.Library()
_CENTS = 100


@register.filter
def cents_said(amount: int, currency: str) -> str:
    """EUR 1,250, with cents where there are any."""
    places = 2 if amount % _CENTS else 0
    value = number_format(Decimal(amount) / _CENTS, places, use_l10n=True, force_grouping=True)
    return f"{currency}{NO_BREAK_SPACE}{value}"


@register.filter
def months_said(one: Sequence[float]) -> str:
    """How many months, and between which ends where they differ."""
    value, low, high = (number_format(round(part, 1), 1, use_l10n=True) for part in one)
    if low == high:
        return value
    return _("%(value)s (%(low)s to %(high)s)") % {"value": value, "low": low, "high": high}
