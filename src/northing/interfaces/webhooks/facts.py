"""Of which events can another system hear, and what leaves the house with one?

Never a name, a text or an address: the receiver learns that something happened and asks for it by
the API, with a token that opens as much as its member may see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

EVENTS: Mapping[str, str] = {
    "audit.asked-for": "audit asked for",
    "audit.done": "audit done",
    "audit.failed": "audit failed",
    "audit.issued": "audit issued",
    "audit.set-aside": "audit set aside",
    "opinion.given": "opinion given",
    "finding.followed-up": "finding followed up",
    "finding.answered": "finding answered",
    "import.handed-in": "file handed in",
    "import.done": "import done",
    "import.refused": "import refused",
    "import.undone": "import undone",
    "record.typed-in": "record typed in",
    "record.changed": "typed record changed",
    "record.withdrawn": "typed record withdrawn",
    "link.corrected": "link corrected",
    "mission.approved": "mission approved",
    "commitment.added": "commitment added",
    "commitment.changed": "commitment changed",
    "commitment.ended": "commitment ended",
    "sample.drawn": "sample drawn",
    "sample.closed": "sample closed",
    "decision.submitted": "decision submitted",
    "decision.accepted": "decision accepted",
    "decision.overridden": "decision overridden",
    "decision.rejected": "decision rejected",
    "decision.expired": "decision ran out of time",
    "decision.review-overdue": "decision review overdue",
}
"""By the word that is sent, the verb of the trail it stands for."""
NAMES = {verb: name for name, verb in EVENTS.items()}
TEST = "webhook.test"
TOLD = (
    "number", "day", "due", "key", "code", "commitment", "channel", "state", "due on", "version",
    "size", "coders", "pairs", "answers", "records", "refused", "round", "overridden",
)  # fmt: skip
"""Which details of an entry leave: counts, days and the keys of commitments."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to be told. `id` stays the same however often it is sent."""

    id: UUID
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of sending: a status, or the word of what was in the way."""

    status: int | None = None
    failure: str = ""

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 - HTTP's

    @property
    def is_gone(self) -> bool:
        """The receiver asks to be told nothing more."""
        return self.status == 410  # noqa: PLR2004 - HTTP's


# Why an address will not do, or could not be reached.
NO_ADDRESS = "no address"
NOT_SAFE = "not https"
HAS_PASSWORD = "password in address"  # noqa: S105 - a word for programs
UNKNOWN_HOST = "unknown host"
LOCAL = "local network"
NOT_REACHED = "not reached"
BAD_CERTIFICATE = "bad certificate"
TOO_SLOW = "too slow"
NO_HTTP = "no http"
# Why something of a webhook cannot be done.
HOOKS_ARE_MANY = "webhooks are many"
# Why a webhook stopped.
A_DAY = "no answer for a day"
GONE = "receiver is gone"
BY_HAND = "stopped by hand"
KEY_LOST = "key lost"
