"""What does an audit know of each promise in each kind of deed?

Reads `audit.json` as it was written: nothing is computed anew, so that pages and reports agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from northing.foundations.methods.estimate import Estimate, Measure, Unknown

Content = Mapping[str, Any]
NONE = "none"
MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One promise beside one kind of deed, over all periods and units, or one of either."""

    commitment: str
    channel: str
    period: str | None
    unit: str | None
    say: Measure
    do: Measure
    gap: Measure
    records: int
    against_records: int
    against_amount: float

    @property
    def is_known(self) -> bool:
        return isinstance(self.gap, Estimate)


def measure_in(kept: Mapping[str, Any] | None) -> Measure:
    """An estimate with its company, or why there is none."""
    if not kept or "unknown" in kept:
        return Unknown((kept or {}).get("unknown") or "nobody measured this")
    return Estimate(
        value=kept["value"],
        low=kept["low"],
        high=kept["high"],
        level=kept["level"],
        n=kept["n"],
        method=kept["method"],
        no_interval=kept.get("no_interval", ""),
    )


def cells_in(content: Content) -> Iterator[Cell]:
    """Every gap of the audit, in its order; the residual that serves no promise is among them."""
    for one in content.get("gaps", ()):
        against = one.get("against") or {}
        yield Cell(
            commitment=one["commitment"],
            channel=one["channel"],
            period=one["period"],
            unit=one["unit"],
            say=measure_in(one["say"]),
            do=measure_in(one["do"]),
            gap=measure_in(one["gap"]),
            records=one["records"],
            against_records=against.get("records", 0),
            against_amount=against.get("amount", 0),
        )


def whole_cells(content: Content) -> list[Cell]:
    """Those over all periods and units."""
    return [one for one in cells_in(content) if one.period is None and one.unit is None]


def cell_of(content: Content, commitment: str, channel: str) -> Cell | None:
    found = (one for one in whole_cells(content) if one.commitment == commitment)
    return next((one for one in found if one.channel == channel), None)


def channels_in(content: Content) -> list[str]:
    """The kinds of deeds that were compared, money first, then as the audit has them."""
    named = dict.fromkeys(one.channel for one in whole_cells(content))
    return sorted(named, key=lambda one: one.partition(" in ")[0] != MONEY)


def widest(cells: Iterable[Cell]) -> list[Cell]:
    """Where words and deeds part most, money before the others: what the answer speaks of."""
    known = [one for one in cells if one.commitment != NONE and one.is_known]
    money = [one for one in known if one.channel == MONEY]
    return sorted(money or known, key=lambda one: (-abs(size_of(one)), one.commitment))


def size_of(cell: Cell) -> float:
    return cell.gap.value if isinstance(cell.gap, Estimate) else 0.0


def summary_of(content: Content) -> dict[str, Any]:
    """What a list of audits shows of this one."""
    found = widest(whole_cells(content))
    grave = [one for one in content["findings"] if one["severity"] == "high"]
    sources: Sequence[Mapping[str, Any]] = content["sources"]
    return {
        "findings": len(content["findings"]),
        "grave": len(grave),
        "commitments": len(content["commitments"]),
        "records": sum(one["records"] for one in sources),
        "refused": sum(len(one["rows_refused"]) for one in sources),
        "verified": sum(1 for one in content["findings"] if one["verified"]),
        "widest": _kept(content, found[0]) if found else None,
    }


def _kept(content: Content, cell: Cell) -> dict[str, Any]:
    """The cell as the audit has it, so that the list needs no file."""
    return next(
        {key: one[key] for key in ("commitment", "channel", "say", "do", "gap")}
        for one in content["gaps"]
        if (one["commitment"], one["channel"], one["period"], one["unit"])
        == (cell.commitment, cell.channel, None, None)
    )
