"""How does one file, read, become records of the ledger?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from northing.foundations.sources.rows import Reading
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.intake.journals import read_journal
from northing.stages.records.imports.intake.tables import TableIntake, Told, silent
from northing.stages.records.imports.intake.texts import read_text
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Record

TABLES = ("csv", "xlsx", "jsonl")


def take_in(reading: Reading, plan: Plan, known: frozenset[str], told: Told = silent) -> Intake:
    """The records of one file by the plan of its source; `known` are the case's commitment ids."""
    if reading.kind == "journal":
        return read_journal(reading, plan)
    if reading.kind in TABLES:
        return TableIntake(reading, plan, known).read(told)
    return read_text(reading, plan)


@dataclass(frozen=True, slots=True)
class Taking:
    """The records of one file, one after the other, so that a million never stand in memory.

    Once they are all taken, `ended` tells the rest: an intake without records.
    """

    records: Iterator[Record]
    ended: Callable[[], Intake]
    chosen: Chosen | None = None


def taking(reading: Reading, plan: Plan, known: frozenset[str], told: Told = silent) -> Taking:
    """The same records as `take_in` gives, but for ids that only number the lines.

    Those are known to be no ids at the end alone; who needs `given_id` takes all in at once.
    """
    if reading.kind in TABLES:
        table = TableIntake(reading, plan, known)
        return Taking(table.records(told), table.ended, table.chosen)
    whole = take_in(reading, plan, known, told)
    return Taking(iter(whole.records), lambda: whole)
