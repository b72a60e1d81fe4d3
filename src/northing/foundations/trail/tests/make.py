"""What do tests of the trail have at hand?"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import accumulate
from typing import Any
from uuid import UUID

from northing.foundations.trail.facts import Entry, Event
from northing.foundations.trail.rules.chain import NOTHING, chained, head_of

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
CHAIN, AMINA, BRUNO = UUID(int=7), UUID(int=11), UUID(int=12)


def make_event(verb: str = "opened", **but: Any) -> Event:
    return Event(**{"chain": CHAIN, "verb": verb, "at": NOON, "actor": AMINA} | but)


def make_chain(*verbs: str) -> list[Entry]:
    first, *rest = [make_event(verb) for verb in verbs]
    return list(
        accumulate(
            rest, lambda last, event: chained(event, head_of(last)), initial=chained(first, NOTHING)
        )
    )
