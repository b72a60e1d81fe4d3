"""When is a test due, and who has to sign?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from northing.stages.decide.purpose_test.facts import Decision, Filter


def due(decision: Decision, filters: Sequence[Filter], *, on: date) -> tuple[Filter, ...]:
    """The filters that catch a decision on a day, in their order."""
    return tuple(one for one in filters if _holds(one, on) and catches(one, decision))


def catches(one: Filter, decision: Decision) -> bool:
    """Whether a filter is about such a decision. An amount that is not known is no small one."""
    return (
        _among(decision.kind, one.kinds)
        and _among(decision.region, one.regions)
        and _among(decision.unit, one.units)
        and (one.least is None or decision.amount is None or decision.amount >= one.least)
    )


def lapsing(filters: Sequence[Filter], *, on: date, within: int = 30) -> tuple[Filter, ...]:
    """Filters that hold now and will hold no more in so many days unless renewed."""
    return tuple(
        one
        for one in filters
        if one.until is not None and _holds(one, on) and (one.until - on).days <= within
    )


def signers_of(filters: Sequence[Filter]) -> tuple[frozenset[str], int, float, int]:
    """Who signs where several filters catch it: all their signers, and the strictest of each rule.

    Signers, quorum, agreement, days.
    """
    if not filters:
        return frozenset(), 1, 1.0, 14
    signers = frozenset().union(*(one.signers for one in filters))
    return (
        signers,
        max(one.quorum for one in filters),
        max(one.agreement for one in filters),
        min(one.days for one in filters),
    )


def _holds(one: Filter, on: date) -> bool:
    return one.until is None or on <= one.until


def _among(value: str, wanted: frozenset[str]) -> bool:
    return not wanted or value.casefold() in {other.casefold() for other in wanted}
