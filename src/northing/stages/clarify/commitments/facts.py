"""What did the organisation promise, as claims that a record could contradict?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

NONE = "none"
"""The residual: what serves no commitment. It stands in every table of shares."""

APPROVER_MISSING = "approver missing"
REASON_MISSING = "reason missing"
TEXT_MISSING = "text missing"
NOT_NEW = "not new"


class Change(StrEnum):
    """What a version of the mission did to a commitment, as people say."""

    NEW = "new"
    KEPT = "kept"
    NARROWED = "narrowed"
    WIDENED = "widened"
    DROPPED = "dropped"


class Layer(StrEnum):
    """At which depth of the organisation a promise is kept or broken."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    CULTURAL = "cultural"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One testable promise. `weight` is its declared importance beside the others (0 or more)."""

    id: str
    text: str
    layer: Layer | None = None
    weight: Decimal = Decimal(1)
    guardrail: bool = False
    living_it: tuple[str, ...] = ()
    breaking_it: tuple[str, ...] = ()
