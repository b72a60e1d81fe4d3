"""Which cells of a file did an earlier source of the case already read?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from northing.stages.records.imports.intake.drafting import Intake
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
        ids = {one.id: self._free_id(one, intake) for one in new}
        return replace(
            intake,
            records=tuple(_under(ids[one.id], one) for one in new),
            discrepancies=tuple(_renamed(one, ids) for one in intake.discrepancies),
        )

    def _free_id(self, record: Record, intake: Intake) -> str:
        stem = record.id
        if stem in self._ids:
            stem = f"{record.id}:{_amount_column(intake) or record.channel}"
        free, number = stem, 2
        while free in self._ids:
            free, number = f"{stem}:{number}", number + 1
        self._ids.add(free)
        return free


def _under(name: str, record: Record) -> Record:
    return record if record.id == name else replace(record, id=name)


def _key(record: Record, intake: Intake) -> tuple[object, ...]:
    at = record.id.removeprefix(record.place.path)
    return (record.sha256, at, record.channel, record.side, _amount_column(intake))


def _amount_column(intake: Intake) -> str | None:
    return intake.chosen.columns.get("amount") if intake.chosen else None


def _renamed(one: Discrepancy, ids: Mapping[str, str]) -> Discrepancy:
    return replace(one, record_ids=tuple(ids.get(each, each) for each in one.record_ids))
