"""Drawn commitments for the tests of every room."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from northing.stages.clarify.commitments.facts import Commitment


def make_commitment(id_: str = "care", /, **but: Any) -> Commitment:
    parts: dict[str, Any] = {"id": id_, "text": "Every patient is treated as a whole person"}
    if "weight" in but:
        but["weight"] = Decimal(str(but["weight"]))
    return Commitment(**(parts | but))
