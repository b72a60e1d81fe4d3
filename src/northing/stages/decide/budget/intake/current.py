"""How does what is spent today read as a file of a budget, for somebody to go on from?

What the records do not say is stated as plainly as can be: until somebody knows better, every
unit of money does the same for the mission, give or take all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

CENT = Decimal("0.01")
MOST_LINES = 400
LONGEST_NAME = 400
ALL = 100


@dataclass(frozen=True, slots=True)
class Spent:
    """One record of money: what for, how much, by whom, and which part of it is for what."""

    text: str
    amount: Decimal
    unit: str = ""
    serves: Mapping[str, Decimal] = field(default_factory=dict)


def current_budget(
    spent: Sequence[Spent],
    commitments: Mapping[str, str],
    *,
    title: str,
    currency: str,
    rest: str,
    least: int,
) -> dict[str, Any]:
    """The file: a line for whatever has one name in one unit, the largest first.

    Parameters
    ----------
    spent : sequence of Spent
        Of one period, in one currency.
    commitments : mapping
        What each promise is called, by its id.
    title, currency : str
    rest : str
        What the line of all that is too small for one of its own is called.
    least : int
        With how much of its cost, in percent, a line still works. Below 100: where every unit of
        money does the same, lines that are all or nothing would leave the solver a puzzle
        (subset sum) that says nothing of the mission.

    """
    lines = _lines(spent)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _together(lines[MOST_LINES - 1 :], rest)]
    total = sum((one.amount for one in lines), Decimal(0))
    several = {one.text for one in lines if sum(other.text == one.text for other in lines) > 1}
    return {
        "budget": {"title": title, "currency": currency},
        "commitment": [
            {"id": key, "name": name[:LONGEST_NAME]} for key, name in commitments.items()
        ],
        "line": [
            _line(number, one, total, least, several, set(commitments))
            for number, one in enumerate(lines, 1)
        ],
    }  # fmt: skip


def _lines(spent: Sequence[Spent]) -> list[Spent]:
    """Sums by name and unit; what comes to nothing or less is no line that could be cut."""
    found: dict[tuple[str, str], list[Spent]] = {}
    for one in spent:
        found.setdefault((one.text.strip(), one.unit.strip()), []).append(one)
    summed = [_summed(rows, *key) for key, rows in found.items()]
    kept = [one for one in summed if one.amount >= CENT and one.text]
    return sorted(kept, key=lambda one: (-one.amount, one.text, one.unit))


def _summed(rows: Sequence[Spent], text: str, unit: str) -> Spent:
    total = sum((one.amount for one in rows), Decimal(0)).quantize(CENT, ROUND_HALF_EVEN)
    serves: dict[str, Decimal] = {}
    for one in rows:
        for key, part in one.serves.items():
            serves[key] = serves.get(key, Decimal(0)) + part * one.amount
    parts = (
        {key: min(Decimal(1), amount / total) for key, amount in serves.items()} if total else {}
    )
    return Spent(text, total, unit, {key: one for key, one in parts.items() if one > 0})


def _together(rows: Sequence[Spent], called: str) -> Spent:
    return _summed([Spent(called, one.amount, "", one.serves) for one in rows], called, "")


def _line(
    number: int, one: Spent, total: Decimal, least: int, several: set[str], known: set[str]
) -> dict[str, Any]:
    name = f"{one.text} ({one.unit})" if one.text in several and one.unit else one.text
    points = ALL * one.amount / total
    found: dict[str, Any] = {
        "id": f"line-{number}",
        "name": name[:LONGEST_NAME],
        "cost": float(one.amount),
        "impact": f"0..{points:.4f}..{2 * points:.4f}",
    }
    if least < ALL:
        found["least"] = float(max(CENT, (one.amount * least / ALL).quantize(CENT)))
    parts = {key: part for key, part in one.serves.items() if key in known}
    over = max(Decimal(1), sum(parts.values(), Decimal(0)))
    return found | {key: round(float(part / over), 6) for key, part in sorted(parts.items())}
