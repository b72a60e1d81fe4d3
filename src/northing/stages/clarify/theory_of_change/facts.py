"""What carries a promise into the work, and which line of the work serves which?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

SERVES_NOTHING_ABOVE = "serves nothing above"


class Carries(StrEnum):
    """By what a promise gets into the work."""

    BEHAVIOUR = "behaviour"
    METRIC = "metric"
    CRITERION = "decision criterion"


class Level(StrEnum):
    """Why an organisation is there, how it goes about it, what it does."""

    WHY = "why"
    HOW = "how"
    WHAT = "what"


ABOVE = {Level.WHAT: Level.HOW, Level.HOW: Level.WHY}
"""Which level each serves; a why serves nothing but itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of Why, How and What; `serves` is the line above that it is there for."""

    id: UUID
    level: Level
    text: str
    serves: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A line with all that serves it."""

    line: Line
    below: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The lines as trees. `rooted` begin with a why; `loose` serve nothing that reaches one."""

    rooted: tuple[Branch, ...]
    loose: tuple[Branch, ...]
