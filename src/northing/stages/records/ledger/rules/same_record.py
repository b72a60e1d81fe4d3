"""Which records were met twice?

A record met twice counts once: the same id in the same channel and period, or, where sources carry
no ids, the very same dated row in two overlapping exports. Rows repeated inside one file are lines
of their own: budgets do repeat them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from northing.stages.records.ledger.facts import Discrepancy, Fault, Record
from northing.stages.records.ledger.rules.mass import mass_of


@dataclass(frozen=True, slots=True)
class Unique:
    """The records that count, those that were met before, and ids that say two things."""

    records: tuple[Record, ...]
    repeats: tuple[tuple[str, str], ...]
    discrepancies: tuple[Discrepancy, ...]


def without_repeats(records: Sequence[Record]) -> Unique:
    """Keep the first of each; `repeats` pairs the id of a repeat with the one that counts."""
    by_identity: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    kept: list[Record] = []
    repeats: list[tuple[str, str]] = []
    disagreements: list[Discrepancy] = []
    overlaps = Overlaps(records)
    for record in records:
        key = _identity(record)
        earlier = None if key is None else _same(by_identity[key], record)
        if earlier is not None:
            repeats.append((record.id, earlier.id))
            disagreements.extend(_disagreement(earlier, record))
        elif key is None and overlaps.takes(record):
            repeats.append((record.id, ""))
        else:
            kept.append(record)
            if key is not None:
                by_identity[key].append(record)
    return Unique(tuple(kept), tuple(repeats), tuple(disagreements))


def _identity(record: Record) -> tuple[object, ...] | None:
    """The id as people gave it; all beside it must agree, for departments number from 1 each."""
    if record.given_id is None:
        return None
    return (
        record.channel,
        record.side,
        record.unit,
        record.given_id,
        record.effective_on,
        record.place.column,
        record.text,
    )


def _same(met: Sequence[Record], again: Record) -> Record | None:
    """The one with the same amount, else one of another file: one id, two contents.

    In one file, lines of one voucher share its number and differ in amount: they all count.
    """
    equal = (one for one in met if one.amount == again.amount)
    elsewhere = (one for one in met if one.place.path != again.place.path)
    return next(equal, None) or next(elsewhere, None)


class Overlaps:
    """Dated rows without ids that several files hold: only the fullest file's copies count."""

    def __init__(self, records: Iterable[Record]) -> None:
        counts: dict[tuple[object, ...], Counter[str]] = defaultdict(Counter)
        for record in records:
            if record.given_id is None and record.is_dated_to_day and record.amount is not None:
                counts[_row(record)][record.place.path] += 1
        self._spare: set[tuple[tuple[object, ...], str]] = set()
        for row, by_file in counts.items():
            fullest = max(by_file, key=lambda path: by_file[path])
            self._spare.update((row, path) for path in by_file if path != fullest)

    def takes(self, record: Record) -> bool:
        return bool(self._spare) and (_row(record), record.place.path) in self._spare


def _row(record: Record) -> tuple[object, ...]:
    cells = tuple(sorted(record.cells.items()))
    return (
        record.channel,
        record.side,
        record.unit,
        record.text,
        record.amount,
        record.effective_on,
        cells,
    )


def _disagreement(first: Record, again: Record) -> list[Discrepancy]:
    if first.amount == again.amount:
        return []
    return [
        Discrepancy(
            fault=Fault.DUPLICATE_DISAGREES,
            label=again.given_id or again.text,
            place=again.place,
            period=again.period,
            stated=mass_of(again),
            found=mass_of(first),
            currency=again.currency,
            record_ids=(first.id, again.id),
        )
    ]
