"""What is true of a generated case, and where would one have to look for it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass
class Truth:
    """Gathers, while the files are written, what an audit should find in them."""

    planted: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    mentions: dict[tuple[str, int], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    money: dict[tuple[int, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    tagged: dict[tuple[int, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    by_unit: dict[tuple[int, str, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    records: Counter[str] = field(default_factory=Counter)
    marks: dict[str, dict[str, Any]] = field(default_factory=dict)
    stated: dict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def said(self, file: str, year: int, commitment: str, count: int) -> None:
        if count:
            self.mentions[file, year][commitment] += count

    def paid(self, year: int, unit: str, commitment: str, amount: Decimal, *, is_tagged: bool) -> None:
        self.money[year, commitment] += amount
        self.by_unit[year, unit, commitment] += amount
        if is_tagged:
            self.tagged[year, commitment] += amount

    def plant(
        self, id: str, kind: str, commitment: str, channel: str, periods: list[str],
        where: list[dict[str, Any]], figure: dict[str, Any], says: str,
    ) -> None:  # fmt: skip
        self.planted.append(
            {
                "id": id,
                "kind": kind,
                "commitment": commitment,
                "channel": channel,
                "periods": periods,
                "figure": figure,
                "says": says,
                "where": where,
            }
        )

    def refuse(self, file: str, line: int, column: str, value: str, reason: str) -> None:
        self.refused.append({"file": file, "line": line, "column": column, "value": value, "reason": reason})

    def share(self, year: int, commitment: str, unit: str | None = None) -> float:
        if unit:
            whole = sum(a for (y, u, _), a in self.by_unit.items() if (y, u) == (year, unit))
            return float(self.by_unit[year, unit, commitment] / whole)
        return float(self.money[year, commitment] / sum(a for (y, _), a in self.money.items() if y == year))


def share_of_mentions(truth: Truth, commitments: Sequence[str]) -> dict[str, float]:
    """How the sentences of all texts divide among the commitments."""
    counts = dict.fromkeys(commitments, 0)
    for mentions in truth.mentions.values():
        for commitment, count in mentions.items():
            counts[commitment] += count
    return {commitment: round(count / sum(counts.values()), 4) for commitment, count in counts.items()}
