"""How is a kept figure said in the reader's language?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from northing.foundations.documents.numbers import MINUS, money, number, percent
from northing.interfaces.web.reading_aloud import text_said

Kept = Mapping[str, Any]
UNKNOWN = "?"
MOST_NAMED, NAMED_IN_A_CELL = 12, 6


def language() -> str:
    return get_language() or "en"


def figure(value: float, *, decimals: int = 2) -> str:
    return number(value, decimals=decimals, language=language())


def part(value: float | None, *, decimals: int = 0) -> str:
    """A share in percent; "?" where it is not known."""
    return UNKNOWN if value is None else percent(value, decimals=decimals, language=language())


def cents(amount: int, currency: str) -> str:
    return money(Decimal(amount) / 100, currency, language=language())


def about(amount: int, currency: str) -> str:
    """To the whole unit, for sums that are compared and not booked."""
    return money(Decimal(round(amount / 100)), currency, language=language())


def change(amount: int, currency: str) -> str:
    """With its sign; a word where nothing changes."""
    if not amount:
        return _("unchanged")
    return f"{'+' if amount > 0 else MINUS}{cents(abs(amount), currency)}"


def measure(kept: Kept, *, decimals: int = 2) -> str:
    """A figure with its bounds, or why there is none."""
    if "unknown" in kept:
        return _("unknown: %(why)s") % {"why": text_said(kept["unknown"])}
    said = figure(kept["value"], decimals=decimals)
    low, high = kept.get("low"), kept.get("high")
    if low is None or high is None or low == high:
        return said
    ends = {"low": figure(low, decimals=decimals), "high": figure(high, decimals=decimals)}
    return f"{said} ({_('%(low)s to %(high)s') % ends})"


def share_measure(kept: Kept) -> str:
    """A share in percent with its bounds, or why there is none."""
    if "unknown" in kept:
        return _("unknown: %(why)s") % {"why": text_said(kept["unknown"])}
    said, low, high = part(kept["value"], decimals=1), kept.get("low"), kept.get("high")
    if low is None or high is None or low == high:
        return said
    ends = {"low": part(low, decimals=1), "high": part(high, decimals=1)}
    return f"{said} ({_('%(low)s to %(high)s') % ends})"


def listed(names: Sequence[str]) -> str:
    """Names one after another, as the language joins them."""
    if len(names) < 2:  # noqa: PLR2004 - two are joined
        return "".join(names)
    joint = "; " if any("," in one for one in names) else ", "
    return _("%(first)s and %(last)s") % {"first": joint.join(names[:-1]), "last": names[-1]}


def shortened(names: Sequence[str]) -> str:
    """As many of the names as can be read at a glance, and how many more there are."""
    said = "; ".join(names[:NAMED_IN_A_CELL]) or _("none")
    if len(names) > NAMED_IN_A_CELL:
        said += _(" and %(n)d more") % {"n": len(names) - NAMED_IN_A_CELL}
    return said
