"""Drawn links and rules for the tests of every room."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from northing.stages.diagnose.linking.facts import Link, Origin, Rule
from northing.stages.records.ledger.facts import Record


def make_link(record: Record | str = "budget.csv:1", commitment: str = "care", **but: Any) -> Link:
    parts: dict[str, Any] = {
        "record_id": record if isinstance(record, str) else record.id,
        "commitment": commitment,
        "origin": Origin.GIVEN,
        "share": Decimal(1),
    }
    if "share" in but:
        but["share"] = Decimal(str(but["share"]))
    return Link(**(parts | but))


def make_guess(record: Record | str, commitment: str = "care", **but: Any) -> Link:
    """A link of the machine, not yet seen by anyone."""
    return make_link(record, commitment, origin=Origin.MACHINE, match_score=0.3, **but)


def make_rule(where: dict[str, Any], commitment: str | None = "care", **but: Any) -> Rule:
    values = {
        column: (wanted,) if isinstance(wanted, str) else tuple(wanted)
        for column, wanted in where.items()
    }
    shares = {} if commitment is None else {commitment: Decimal(1)}
    return Rule(**({"source": 0, "where": values, "shares": shares} | but))


def by_record(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.record_id, []).append(link)
    return found
