"""What do a few decisions, named by people, say of what is promised?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from northing.foundations.methods.estimate import Unknown
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.records.ledger.facts import Typed


class Bearing(StrEnum):
    """What the decisions that bear on one commitment did for it, taken together."""

    ADVANCED = "advanced"
    CONTRADICTED = "contradicted"
    BOTH_WAYS = "both ways"
    NEITHER = "neither"


class Worth(StrEnum):
    """What would be worth knowing next."""

    UNTOUCHED = "untouched"
    WHAT_WENT_AGAINST = "what went against"
    NOBODY_KNOWS = "nobody knows"
    WITHOUT_EVIDENCE = "without evidence"
    WITHOUT_SIGNS = "without signs"
    NOT_APPROVED = "not approved"
    ALL_THE_REST = "all the rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision under the name that reports give its record."""

    name: str
    typed: Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One commitment beside the decisions that bear on it, as people say.

    `bearing` is unknown where none does, or where of those that do nobody can tell.
    """

    commitment: Commitment
    decisions: tuple[Decision, ...]
    bearing: Bearing | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """Words and deeds side by side. Counts alone: chosen decisions are no sample of any share.

    `apart` are decisions that serve no commitment, `unsaid` those nobody has judged. `next` pairs
    what would be worth knowing with how often it is missing.
    """

    meetings: tuple[Meeting, ...]
    apart: tuple[Decision, ...]
    unsaid: tuple[Decision, ...]
    decisions: int
    next: tuple[tuple[Worth, int], ...]

    @property
    def unknown(self) -> int:
        """Of how many commitments these decisions say nothing."""
        return sum(isinstance(one.bearing, Unknown) for one in self.meetings)

    def count(self, bearing: Bearing) -> int:
        return sum(one.bearing == bearing for one in self.meetings)
