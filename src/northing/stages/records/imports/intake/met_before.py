"""Which cells of a file did an earlier source of the case already read?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Discrepancy, Record


class CellsMet:
    """Remembers what was read. A cell counts once for a channel and side, whatever its file is
    called; another amount column of the same row is another figure."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], str] = {}
        self._ids: set[str] = set()

    def first_of(self, intake: Intake) -> str | None:
        """The file whose cells these are, where all of them were met before."""
        firsts = [self._first.get(_key(one, intake)) for one in intake.records]
        return firsts[0] if firsts and None not in firsts else None

    def new_in(self, intake: Intake) -> Intake:
        """What was not met before, each record under an id of its own."""
        new = [one for one in intake.records if _key(one, intake) not in self._first]
        self._first.update((_key(one, intake), one.place.path) for one in new)
        column = amount_column(intake.chosen)
        names = [_free_name(one, self._ids, column) for one in new]
        first: dict[str, str] = {}
        for one, name in zip(new, names, strict=True):
            first.setdefault(one.id, name)
        return replace(
            intake,
            records=tuple(_under(name, one) for one, name in zip(new, names, strict=True)),
            discrepancies=tuple(_renamed(one, first) for one in intake.discrepancies),
        )


class OwnNames:
    """Gives each record of one file, in its order, a name of its own.

    Only records of the same line can share one, so no more names than those of a line are kept.
    """

    def __init__(self, column: str | None) -> None:
        self._column = column
        self._line: tuple[str | None, int | None] | None = None
        self._taken: set[str] = set()

    def under_its_own(self, record: Record) -> Record:
        line = (record.place.sheet, record.place.line)
        if line != self._line:
            self._line, self._taken = line, set()
        return _under(_free_name(record, self._taken, self._column), record)


def amount_column(chosen: Chosen | None) -> str | None:
    return chosen.columns.get("amount") if chosen else None


def _free_name(record: Record, taken: set[str], column: str | None) -> str:
    stem = record.id
    if stem in taken:
        stem = f"{record.id}:{column or record.channel}"
    free, number = stem, 2
    while free in taken:
        free, number = f"{stem}:{number}", number + 1
    taken.add(free)
    return free


def _under(name: str, record: Record) -> Record:
    return record if record.id == name else replace(record, id=name)


def _key(record: Record, intake: Intake) -> tuple[object, ...]:
    at = record.id.removeprefix(record.place.path)
    return (record.sha256, at, record.channel, record.side, amount_column(intake.chosen))


def _renamed(one: Discrepancy, ids: Mapping[str, str]) -> Discrepancy:
    return replace(one, record_ids=tuple(ids.get(each, each) for each in one.record_ids))
