"""What does one entry of the trail become on its way out?"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

from northing.foundations.trail.facts import Entry
from northing.interfaces.webhooks.facts import NAMES, TEST, TOLD


def name_of(entry: Entry) -> str | None:
    """The word it is sent under; None for what is sent to nobody."""
    return NAMES.get(entry.event.verb)


def body_of(entry: Entry) -> str:
    """What is sent: what kind of event, when, of which row, and nothing anybody wrote."""
    event = entry.event
    told = {name.replace(" ", "_"): event.details[name] for name in TOLD if name in event.details}
    about = {
        "organisation": str(event.chain),
        "sequence": entry.sequence,
        "subject": str(event.subject) if event.subject else None,
    }
    return _text(NAMES[event.verb], event.at, about | told)


def test_body(organisation: UUID, at: datetime) -> str:
    """What is sent to see whether anybody listens."""
    return _text(TEST, at, {"organisation": str(organisation)})


def _text(name: str, at: datetime, told: object) -> str:
    stamp = at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return json.dumps({"type": name, "timestamp": stamp, "data": told}, ensure_ascii=False)
