"""How do figures read inside a sentence?"""

from __future__ import annotations

from decimal import Decimal

from northing.foundations.methods.estimate import Estimate, Measure


def percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def points(share: float) -> str:
    return f"{share * 100:.1f} points"


def money(amount: Decimal, currency: str | None) -> str:
    shown = f"{amount:,.2f}".removesuffix(".00")
    return f"{currency} {shown}" if currency else shown


def bounds(measure: Measure) -> str:
    """`between 1.0 % and 4.0 %, n = 1,200`, or why there is no such thing."""
    if not isinstance(measure, Estimate):
        return f"unknown: {measure.reason}"
    if measure.low is None or measure.high is None:
        return f"no interval: {measure.no_interval}"
    if measure.low == measure.high:
        return f"exact as linked, n = {measure.n:,}"
    return f"between {percent(measure.low)} and {percent(measure.high)}, n = {measure.n:,}"


def counted(count: int, noun: str) -> str:
    """`1 record`, `1,200 records`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
