"""Files as people keep them, drawn small, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from northing.foundations.sources.reading import read
from northing.stages.records.imports.engine import take_in
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.ledger.facts import Channel

CARE, REST = "care", "rest"


def take(folder: Path, text: str, *, name: str = "budget.csv", **plan: Any) -> Intake:
    """The file `name` with this text, read as a source of money in EUR unless told otherwise."""
    (folder / name).write_text(text, "utf-8")
    return _taken(folder, name, plan)


def take_book(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Intake:
    """A workbook of these sheets, read the same way."""
    write_book(folder / "budget.xlsx", sheets)
    return _taken(folder, "budget.xlsx", {})


def write_book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def amounts(intake: Intake) -> dict[str, str]:
    """Text → amount of every record, as written numbers."""
    return {one.text: f"{one.amount:f}" for one in intake.records if one.amount is not None}


def _taken(folder: Path, name: str, plan: Mapping[str, Any]) -> Intake:
    wishes: dict[str, Any] = {"index": 0, "path": name, "channel": Channel.MONEY, "currency": "EUR"}
    wanted = Plan(**(wishes | dict(plan)))
    reading = read(folder, folder / name, kind=wanted.kind)
    return take_in(reading, wanted, frozenset({CARE, REST}))
