"""How do records that people typed in stand in a case: in which file, on which line?

One table for each channel. A record keeps its line for good: the lines of those that were
withdrawn, or that belong to another channel, stay empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable

from northing.stages.records.ledger.facts import Channel, Typed

COLUMNS = ("text", "amount", "currency", "date", "received", "unit", "commitment", "stance")
EVIDENCE = "evidence"


def file_of(channel: Channel) -> str:
    return f"typed/{channel}.csv"


def line_of(number: int) -> int:
    """The first line names the columns."""
    return number + 1


def name_of(channel: Channel, number: int) -> str:
    """What reports call the record."""
    return f"{file_of(channel)}:{line_of(number)}"


def source_of(channel: Channel) -> dict[str, object]:
    """The `[[source]]` of a case that reads the table of one channel."""
    return {
        "path": file_of(channel),
        "channel": str(channel),
        "columns": {name: name for name in COLUMNS},
        "header_row": 1,
        "delimiter": ",",
        "encoding": "utf-8",
    }


def table_of(rows: Iterable[tuple[int, Typed]], known: Collection[str]) -> str:
    """The table of one channel as CSV, from its records by their numbers.

    A commitment that the case does not know is left out: the row would be refused for it.
    """
    by_number = dict(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*COLUMNS, EVIDENCE))
    for number in range(1, max(by_number, default=0) + 1):
        writer.writerow(_cells(by_number[number], known) if number in by_number else ())
    return out.getvalue()


def _cells(one: Typed, known: Collection[str]) -> tuple[str, ...]:
    return (
        one_line(one.text),
        "" if one.amount is None else f"{one.amount.normalize():f}",
        one.currency,
        one.effective_on.isoformat(),
        one.received_on.isoformat(),
        one_line(one.unit),
        one.commitment if one.commitment in known else "",
        str(one.stance or ""),
        one_line(one.evidence),
    )


def one_line(text: str) -> str:
    """A record is one line of its file."""
    return " ".join(text.split())
