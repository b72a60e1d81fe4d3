"""What is a person told of a file that was read: what it holds, adds up to, what was refused?

Pure, as `reading` is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.rows import Reading, Refusal
from northing.stages.records.imports.engine import TABLES
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.ledger.facts import Record

PREVIEWED = 20
MOST_TOLD = 2_000
SHORT = 200
_IN_SHEETS = ("xlsx", "pdf")
_MOST_PERIODS, _MOST_CURRENCIES = 100, 20


@dataclass(slots=True)
class Figures:
    """What a person compares with what they know of the file: sums, days and periods.

    Added up as the records come, for nobody keeps a million of them.
    """

    records: int = 0
    dated: int = 0
    first_on: date | None = None
    last_on: date | None = None
    sums: dict[str, Decimal] = field(default_factory=dict)
    periods: set[str] = field(default_factory=set)
    currencies: set[str] = field(default_factory=set)

    def add(self, some: Iterable[Record]) -> None:
        for one in some:
            self.records += 1
            if one.amount is not None:
                name = f"{one.currency or ''} {one.side}"
                self.sums[name] = self.sums.get(name, Decimal(0)) + one.amount
            if one.effective_on:
                self._date(one.effective_on)
            if one.period:
                self.periods.add(one.period)
            if one.currency:
                self.currencies.add(one.currency)

    def _date(self, on: date) -> None:
        self.dated += 1
        self.first_on = on if self.first_on is None else min(self.first_on, on)
        self.last_on = on if self.last_on is None else max(self.last_on, on)

    def told(self) -> dict[str, Any]:
        return {
            "sums": {name: str(total) for name, total in sorted(self.sums.items())},
            "dated": self.dated,
            "first_on": self.first_on.isoformat() if self.first_on else None,
            "last_on": self.last_on.isoformat() if self.last_on else None,
            "periods": sorted(self.periods)[:_MOST_PERIODS],
            "currencies": sorted(self.currencies)[:_MOST_CURRENCIES],
        }


def account(reading: Reading, intake: Intake, figures: Figures, plan: Plan) -> dict[str, Any]:
    """`intake` may be one whose records were taken one by one; `figures` are of all of them."""
    refusals = (*reading.refusals, *intake.refusals)
    chosen = intake.chosen
    return {
        "kind": reading.kind,
        "sheets": _sheets(reading),
        "columns": list(reading.columns),
        "shape": _shape(reading),
        "rows": len(reading.rows),
        "records": figures.records,
        "refusals": [_refusal(one) for one in refusals[:MOST_TOLD]],
        "refused": len(refusals),
        "left_out": dict(intake.left_out),
        "notes": [*reading.notes, *intake.notes],
        "chosen": dict(chosen.columns) if chosen else {},
        "amounts": dict(chosen.amounts) if chosen else {},
        "guessed": list(chosen.guessed) if chosen else [],
        "channel": str(plan.channel),
        **figures.told(),
    }


def _sheets(reading: Reading) -> list[str]:
    if reading.kind not in _IN_SHEETS:
        return []
    places = [*(row.place for row in reading.rows), *(one.place for one in reading.refusals)]
    return list(dict.fromkeys(place.sheet for place in places if place.sheet))


def _shape(reading: Reading) -> str:
    """Files with the same columns, in whatever order, are of one shape; texts have none."""
    if reading.kind not in TABLES or not reading.columns:
        return ""
    said = json.dumps([reading.kind, sorted(reading.columns)])
    return hashlib.sha256(said.encode()).hexdigest()


def _refusal(one: Refusal) -> dict[str, Any]:
    at = one.place
    return {
        "sheet": at.sheet or "",
        "line": at.line,
        "column": at.column or "",
        "value": one.value[:SHORT],
        "reason": one.reason,
        "remedy": one.remedy,
    }


def preview(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "sheet": row.place.sheet or "",
            "line": row.place.line,
            "cells": [text_of(row.cells.get(name))[:SHORT] for name in reading.columns],
            "text": text_of(row.cells.get("text"))[:SHORT] if not reading.columns else "",
            "heading": " › ".join(row.heading)[:SHORT],
        }
        for row in reading.rows[:PREVIEWED]
    ]


def example(one: Record) -> dict[str, Any]:
    return {
        "line": one.place.line,
        "text": one.text[:SHORT],
        "amount": None if one.amount is None else str(one.amount),
        "currency": one.currency or "",
        "on": one.effective_on.isoformat() if one.effective_on else None,
        "period": one.period or "",
        "unit": one.unit or "",
        "side": str(one.side),
        "given": [name for name, _ in one.given],
    }
