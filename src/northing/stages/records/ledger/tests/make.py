"""Drawn records for the tests of every room."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from northing.foundations.sources.rows import Place
from northing.stages.records.ledger.facts import Channel, Record


def make_record(number: int = 1, /, **but: Any) -> Record:
    """A line of spending, 100 EUR in 2024; `amount` may be written as a number."""
    path = but.pop("path", "budget.csv")
    parts: dict[str, Any] = {
        "id": f"{path}:{number}",
        "channel": Channel.MONEY,
        "text": "Longer appointments",
        "place": Place(path, line=number),
        "sha256": "ab" * 32,
        "amount": Decimal(100),
        "currency": "EUR",
        "period": "2024",
    }
    if but.get("amount") is not None:
        but["amount"] = Decimal(str(but["amount"]))
    return Record(**(parts | but))
