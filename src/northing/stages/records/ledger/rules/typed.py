"""Where does a record that people typed in stand in a case: in which file, on which line?

One table for each channel. A record keeps its line for good: the lines of those that were
withdrawn, or that belong to another channel, stay empty.
"""

from __future__ import annotations

from northing.stages.records.ledger.facts import Channel


def file_of(channel: Channel) -> str:
    return f"typed/{channel}.csv"


def line_of(number: int) -> int:
    """The first line names the columns."""
    return number + 1


def name_of(channel: Channel, number: int) -> str:
    """What reports call the record."""
    return f"{file_of(channel)}:{line_of(number)}"


def one_line(text: str) -> str:
    """A record is one line of its file."""
    return " ".join(text.split())
