"""How does a chain travel, so that anybody can verify it without the database?

One JSON object a line (JSON Lines), in the order of the chain. Personal values stay at home; the
lines hold their seals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from northing.foundations.trail.facts import Entry, Event
from northing.foundations.trail.rules.chain import as_text, canonical

LONGEST_LINE = 1_000_000


class UnreadableExport(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """A line that is no entry, with its place and the remedy."""


def lines_of(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        place = {
            "sequence": entry.sequence,
            "previous": entry.previous,
            "digest": entry.digest,
        }
        yield as_text(canonical(entry.event) | place) + "\n"


def entries_in(lines: Iterable[str]) -> Iterator[Entry]:
    """Raises UnreadableExport at the first line that is no entry."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError("longer than any entry")
            yield _entry(json.loads(line))
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
            raise UnreadableExport(
                f"Line {number}: not an entry of a trail. Export the trail again and verify the "
                "file as it came."
            ) from error


def _entry(found: dict[str, Any]) -> Entry:
    event = Event(
        chain=UUID(found["chain"]),
        verb=_text(found["verb"]),
        at=datetime.fromisoformat(found["at"]),
        actor=_id(found["actor"]),
        subject=_id(found["subject"]),
        grounds=_text(found["grounds"]),
        details=dict(found["details"]),
        sealed=dict(found["sealed"]),
    )
    as_text(canonical(event))  # refuses what no entry can hold
    return Entry(int(found["sequence"]), _text(found["previous"]), event, _text(found["digest"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _id(value: object) -> UUID | None:
    return None if value is None else UUID(_text(value))
