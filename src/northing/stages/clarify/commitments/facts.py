"""What did the organisation promise, as claims that a record could contradict?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

NONE = "none"
"""The residual: what serves no commitment. It stands in every table of shares."""


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
