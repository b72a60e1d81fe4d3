"""Which records does the machine read together, and which links may change with what is missing?

How rare a word is, what all texts share and what is usual for a promise is learned from the texts
themselves, so a text that is not there can change how another is read. Words are therefore learned
from words alone, and deeds from deeds: no line of a ledger moves what is said, and no sentence what
is done. Where a part of one side is known to be missing, what the machine would make of the rest
beside it is unknown: every record of that side that nobody spoke of may then bear on any promise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from northing.stages.records.ledger.facts import SPOKEN, Kind, Record

_SPOKEN = frozenset(map(str, SPOKEN))


def sides(records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    """What is said, and what is done or asked about, each in its order."""
    said: list[Record] = []
    done: list[Record] = []
    for record in records:
        (said if record.channel in SPOKEN else done).append(record)
    return said, done


def open_to_any(
    records: Iterable[Record], settled: Collection[str], missing: Collection[str]
) -> frozenset[str]:
    """The ids of what only a machine read, on each side of which `missing` names an account."""
    short = {one in _SPOKEN for one in missing}
    return frozenset(
        one.id
        for one in records
        if one.kind is Kind.LINE and (one.channel in SPOKEN) in short and one.id not in settled
    )
