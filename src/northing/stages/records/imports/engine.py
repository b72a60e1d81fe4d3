"""How does one file, read, become records of the ledger?"""

from __future__ import annotations

from northing.foundations.sources.rows import Reading
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.intake.journals import read_journal
from northing.stages.records.imports.intake.tables import TableIntake, Told, silent
from northing.stages.records.imports.intake.texts import read_text

TABLES = ("csv", "xlsx", "jsonl")


def take_in(reading: Reading, plan: Plan, known: frozenset[str], told: Told = silent) -> Intake:
    """The records of one file by the plan of its source; `known` are the case's commitment ids."""
    if reading.kind == "journal":
        return read_journal(reading, plan)
    if reading.kind in TABLES:
        return TableIntake(reading, plan, known).read(told)
    return read_text(reading, plan)
