"""What do the cells of a row say, once read as amounts, dates, sides and tags?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from northing.foundations.sources.rows import Cell, Place, Refusal, Row
from northing.foundations.sources.written_amounts import NoAmount, UnreadableAmount, parse_amount
from northing.foundations.sources.written_dates import UnreadableDate, When, parse_when
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Side, Stance

_SPENDING = frozenset((
    "expense", "expenses", "expenditure", "spending", "spend", "cost", "costs", "outgoing",
    "debit", "ausgabe", "ausgaben", "aufwand",
))  # fmt: skip
_INCOME = frozenset((
    "income", "revenue", "revenues", "receipt", "receipts", "incoming", "credit", "grant income",
    "einnahme", "einnahmen", "ertrag", "erträge",
))  # fmt: skip
_STANCES = {
    **dict.fromkeys(("advances", "advance", "for", "+1"), Stance.ADVANCES),
    **dict.fromkeys(("contradicts", "contradict", "against", "-1"), Stance.CONTRADICTS),
    **dict.fromkeys(("neutral", "neither", "0"), Stance.NEUTRAL),
    **dict.fromkeys(("unknown", "cannot tell"), Stance.UNKNOWN),
}


_NO_DATE = ("-", "–", "—", "n/a", "na", "tbd")


class UnreadableCell(ValueError):  # noqa: N818 - named for what it tells, as the style asks
    """A cell that stops its row: carries the refusal to be shown."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Cells:
    """One row seen through the chosen columns."""

    row: Row
    columns: Mapping[str, str]

    def raw(self, name: str) -> Cell:
        column = self.columns.get(name)
        return None if column is None else self.row.cells.get(column)

    def text(self, name: str) -> str | None:
        column = self.columns.get(name)  # not by `raw`: this is asked seventeen times a row
        value = None if column is None else self.row.cells.get(column)
        return None if value is None else " ".join(str(value).split()) or None

    def place(self, name: str) -> Place:
        at = self.row.place
        return Place(at.path, at.sheet, at.line, self.columns.get(name))

    def refuse(self, name: str, reason: str, remedy: str) -> UnreadableCell:
        value = self.raw(name)
        return UnreadableCell(
            Refusal(self.place(name), "" if value is None else str(value), reason, remedy)
        )


def label_of(cells: Cells, chosen: Chosen) -> str:
    """What a row says; one whose text cell is blank still says something in its other columns."""
    return cells.text("text") or _other_text(cells, chosen)


def _other_text(cells: Cells, chosen: Chosen) -> str:
    named = set(chosen.columns.values()) | set(chosen.amounts.values())
    others = [value for name, value in cells.row.cells.items() if name not in named]
    return " ".join(str(value) for value in others if isinstance(value, str) and value).strip()


def when_of(cells: Cells, name: str, *, day_first: bool) -> When | None:
    text = cells.text(name)
    if text is None or text.casefold() in _NO_DATE:
        return None
    try:
        raw = cells.raw(name)
        return _written(raw, day_first) if isinstance(raw, str) else parse_when(raw)
    except UnreadableDate as error:
        raise cells.refuse(
            name, str(error).rstrip("."), "Write it as 2024-03-01, March 2024, Q1 2024 or FY2024."
        ) from error


@lru_cache(maxsize=16_384)
def _written(text: str, day_first: bool) -> When:  # noqa: FBT001 - the cache keys by position
    """A column repeats its days and years many times over."""
    return parse_when(text, day_first=day_first)


def side_of(cells: Cells, default: Side | None) -> Side:
    text = cells.text("side")
    if text is None:
        return default or Side.SPENDING
    if text.casefold() in _SPENDING:
        return Side.SPENDING
    if text.casefold() in _INCOME:
        return Side.INCOME
    raise cells.refuse(
        "side",
        f"'{text}' says neither spending nor income",
        "Write spending or income, or take the column out of [source.columns].",
    )


def stance_of(cells: Cells) -> Stance | None:
    text = cells.text("stance")
    if text is None:
        return None
    if text.casefold() in _STANCES:
        return _STANCES[text.casefold()]
    raise cells.refuse(
        "stance", f"'{text}' is no stance", "Write advances, contradicts, neutral or unknown."
    )


def stake_of(cells: Cells) -> Decimal | None:
    """The money an incentive pays by this row; blank is unknown, not 0."""
    raw = cells.raw("stake")
    if raw is None:
        return None
    try:
        return parse_amount(raw).value
    except NoAmount:
        return None
    except UnreadableAmount as error:
        raise cells.refuse(
            "stake", str(error).rstrip("."), "Write the money as 12000 or 12,000.50, or leave it."
        ) from error


def commitments_of(cells: Cells, known: frozenset[str]) -> tuple[tuple[str, Decimal], ...]:
    """`a`, `a; b` or `a 60 %; b 40 %` → ids with shares; equal shares where none are written."""
    text = cells.text("commitment")
    if text is None:
        return ()
    parts = [part.strip() for part in re.split(r"[;,|]", text) if part.strip()]
    named: list[tuple[str, Decimal | None]] = []
    for part in parts:
        match = re.fullmatch(r"(.+?)(?:[\s:=]+([\d.]+)\s*(%?))?", part)
        name, number, percent = (part, None, "") if match is None else match.groups()
        if name not in known and name != "none":
            raise cells.refuse(
                "commitment",
                f"'{name}' is not a commitment of this case",
                f"Write one of: {', '.join(sorted(known))}, or none.",
            )
        named.append(
            (name, None if number is None else _share(cells, number, is_percent=bool(percent)))
        )
    return _completed(cells, named)


def _share(cells: Cells, number: str, *, is_percent: bool) -> Decimal:
    try:
        return Decimal(number) / (100 if is_percent else 1)
    except InvalidOperation as error:
        raise cells.refuse(
            "commitment", f"'{number}' is not a share", "Write 60 % or 0.6."
        ) from error


def _completed(
    cells: Cells, named: list[tuple[str, Decimal | None]]
) -> tuple[tuple[str, Decimal], ...]:
    declared = [share for _, share in named if share is not None]
    if not declared:
        return tuple((name, Decimal(1) / len(named)) for name, _ in named)
    if len(declared) < len(named) or sum(declared) > 1:
        raise cells.refuse(
            "commitment",
            "the shares do not fit together",
            "Give every commitment a share, together at most 100 %.",
        )
    return tuple((name, share or Decimal(0)) for name, share in named)
