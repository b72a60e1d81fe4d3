"""How do figures and kinds of records read inside a sentence?"""

from __future__ import annotations

from decimal import Decimal

from northing.foundations.documents.told import Count, Place, Sum, Term, Told, Written, tell
from northing.foundations.methods.estimate import Estimate, Measure


def percent(share: float) -> Written:
    return Written(share * 100, ".1f", " %")


def whole_percent(share: float) -> Written:
    return Written(share * 100, ".0f", "%")


def points(share: float) -> Written:
    return Written(share * 100, ".1f", " points")


def money(amount: Decimal, currency: str | None) -> Sum:
    return Sum(amount, currency)


def bounds(measure: Measure) -> Told:
    """`between 1.0 % and 4.0 %, n = 1,200`, or why there is no such thing."""
    if not isinstance(measure, Estimate):
        return tell("unknown: {reason}", reason=Term(measure.reason))
    if measure.low is None or measure.high is None:
        return tell("no interval: {reason}", reason=Term(measure.no_interval))
    n = Written(measure.n, ",")
    if measure.low == measure.high:
        return tell("exact as linked, n = {n}", n=n)
    low, high = percent(measure.low), percent(measure.high)
    return tell("between {low} and {high}, n = {n}", low=low, high=high, n=n)


def counted(count: int, noun: str) -> Count:
    """`1 record`, `1,200 records`."""
    return Count(count, noun)


def called(account: str | None) -> Place:
    """`money`, or `money in USD` where another currency than the usual one is counted apart."""
    kind, _, currency = str(account).partition(" in ")
    if currency:
        return tell("{kind} in {currency}", kind=Term(kind), currency=currency)
    return Term(kind)


def named(text: str, *, is_guardrail: bool) -> str:
    """A promise in its own words; of a guardrail it is said that it is one."""
    if is_guardrail:
        return tell("{promise} (guardrail: must not be crossed)", promise=text)
    return text
