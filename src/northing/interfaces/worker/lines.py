"""What stands around a record in its file, as the file has it?"""

from __future__ import annotations

from dataclasses import dataclass

from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.opened import UnreadableSource
from northing.interfaces.worker.taking import shelf
from northing.stages.records.ledger.models import StoredRecord

BY_LINES = ("csv", "jsonl", "markdown", "text", "journal")
LARGEST = 20 << 20
AROUND = 3
LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of a file."""

    number: int
    text: str
    is_it: bool


def lines_around(record: StoredRecord) -> list[FileLine]:
    """The record's line between its neighbours. Nothing where a file has no lines of its own, or
    is so large that finding them would keep the page waiting."""
    file = record.source
    if file is None or record.line is None or file.account.get("kind") not in BY_LINES:
        return []
    place = shelf().place(file.organisation_id, file.id)
    if file.bytes > LARGEST or not place.is_file():
        return []
    try:
        text = decoded(place.read_bytes(), encoding=file.plan.get("encoding")).text
    except UnreadableSource:
        return []
    first = max(1, record.line - AROUND)
    some = text.split("\n")[first - 1 : record.line + AROUND]
    return [
        FileLine(number, line[:LONGEST_LINE], number == record.line)
        for number, line in enumerate(some, start=first)
    ]
