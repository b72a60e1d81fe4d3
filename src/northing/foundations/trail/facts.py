"""What is one event, and what makes it a link of a chain?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

Detail = str | int | bool | None  # no float: its text may differ from one machine to the next


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to what, when, and on what grounds.

    `chain` parts one sealed history from another. `actor` and `subject` are opaque ids: who hides
    behind them is known elsewhere, or no longer. `sealed` holds, for each personal value, the
    digest of `chain.seal`; the value itself never enters the chain.
    """

    chain: UUID
    verb: str
    at: datetime
    actor: UUID | None = None
    subject: UUID | None = None
    grounds: str = ""
    details: Mapping[str, Detail] = field(default_factory=dict)
    sealed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place: `digest` covers the event, its place and the digest before it."""

    sequence: int
    previous: str
    event: Event
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """How long a chain was and what it ended with, written down where nobody rewrites it."""

    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain is not what it was."""

    sequence: int
    reason: str
