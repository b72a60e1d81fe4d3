"""What does reading one source give back, whatever kind of file it was?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from northing.foundations.sources.rows import Place, Refusal
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Discrepancy, Record, StatedTotal


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Records, refusals and disagreements of one file; `left_out` counts what is no record, why."""

    records: tuple[Record, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    chosen: Chosen | None = None
    notes: tuple[str, ...] = ()


def record_id(place: Place, column: str | None = None) -> str:
    """`budget/2024.xlsx#North:14` or, in wide tables, with the column behind it."""
    sheet = f"#{place.sheet}" if place.sheet else ""
    line = f":{place.line}" if place.line is not None else ""
    return f"{place.path}{sheet}{line}" + (f":{column}" if column else "")
