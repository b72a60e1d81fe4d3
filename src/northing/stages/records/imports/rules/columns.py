"""Which column of a file holds what, where the case did not say?

A guess is made from the header first and from the values second, and it is always shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from northing.foundations.sources.rows import Cell, Row
from northing.foundations.sources.written_amounts import NoAmount, UnreadableAmount, parse_amount
from northing.foundations.sources.written_dates import UnreadableDate, When, parse_when, period_in
from northing.stages.records.imports.facts import Plan
from northing.stages.records.ledger.facts import Channel

HEADERS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "description", "item", "title", "name", "subject", "label", "decision",
        "initiative", "question", "measure", "kpi", "metric", "indicator", "criterion",
        "activity", "theme", "summary", "line", "line item", "budget line", "category",
        "account category", "account", "details", "purpose", "comment",
        "beschreibung", "bezeichnung", "titel", "text zeile",
    ),
    "amount": (
        "amount", "approved", "spent", "actual", "budget", "value", "cost", "total", "sum", "hours",
        "weight", "reading", "result", "percent", "betrag", "summe", "stunden", "gewicht", "wert",
    ),
    "date": (
        "date", "fy", "fiscal year", "budget year", "year", "period", "month", "quarter", "day",
        "effective", "effective date", "decided", "decided on", "paid on", "datum", "jahr", "monat",
    ),
    "unit": (
        "unit", "department", "division", "region", "site", "office", "team", "directorate",
        "branch", "abteilung", "bereich", "standort",
    ),
    "id": ("id", "ref", "reference", "number", "no", "nr", "slug", "key", "voucher", "beleg"),
    "parent": ("parent", "part of", "total of", "belongs to", "teil von"),
    "currency": ("currency", "ccy", "waehrung", "währung"),
    "side": ("side", "account type", "direction", "income or spending", "art"),
    "commitment": ("commitment", "commitments", "promise"),
    "stance": ("stance", "bearing"),
    "audience": ("audience",),
    "level": ("level", "grade"),
    "author": ("author", "owner", "decided by", "proposed by"),
    "received": ("received", "received on", "recorded on"),
    "target": ("target", "goal value", "ziel"),
    "outcome": ("outcome", "status", "result of decision"),
    "stake": ("stake", "paid out", "bonus paid", "pool", "at stake"),
}  # fmt: skip

_AMOUNT_CHANNELS = (
    Channel.MONEY,
    Channel.TIME,
    Channel.INCENTIVES,
    Channel.METRICS,
    Channel.DECISIONS,
)
_ONLY_IN = {"amount": _AMOUNT_CHANNELS, "stake": (Channel.INCENTIVES,)}
_READABLE = 0.6
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns a source is read by. `guessed` names those the case did not give."""

    columns: Mapping[str, str]
    amounts: Mapping[str, str]
    guessed: tuple[str, ...]
    absent: tuple[tuple[str, str], ...]


def columns_of(plan: Plan, header: Sequence[str], rows: Sequence[Row]) -> Chosen:
    """The case's own mapping first, then the header's words, then the values."""
    named, absent = _named(plan, header)
    amounts = {period: name for period, name in plan.amounts.items() if name in header}
    absent += tuple(("amount", name) for name in plan.amounts.values() if name not in header)
    taken = set(named.values()) | set(amounts.values())
    sample = rows[:200]
    guessed: dict[str, str] = {}
    if not amounts and "amount" not in named and plan.channel in _AMOUNT_CHANNELS:
        amounts = _wide(header, sample, taken)
        taken |= set(amounts.values())
    for name in HEADERS:
        if name in named or (name == "amount" and amounts):
            continue
        if plan.channel not in _ONLY_IN.get(name, tuple(Channel)):
            continue
        header_name = _by_header(name, header, sample, taken)
        if header_name is not None:
            guessed[name] = header_name
            taken.add(header_name)
    if "text" not in named and "text" not in guessed:
        longest = _longest_text(header, sample, taken)
        if longest is not None:
            guessed["text"] = longest
    guessed_names = tuple(guessed) + (("amount",) if amounts and not plan.amounts else ())
    return Chosen(named | guessed, amounts, guessed_names, absent)


def _named(plan: Plan, header: Sequence[str]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    by_fold = {_fold(name): name for name in reversed(header)}
    named: dict[str, str] = {}
    absent: list[tuple[str, str]] = []
    for name, wanted in plan.columns.items():
        found = wanted if wanted in header else by_fold.get(_fold(wanted))
        if found is None:
            absent.append((name, wanted))
        else:
            named[name] = found
    return named, tuple(absent)


def _fold(name: str) -> str:
    return re.sub(r"[\s_\-./]+", " ", name).strip().casefold()


def _wide(header: Sequence[str], rows: Sequence[Row], taken: set[str]) -> dict[str, str]:
    """Several numeric columns named after periods: one record for each, not one for the row."""
    found: dict[When, str] = {}
    for name in header:
        when = None if name in taken else period_in(name)
        if when is not None and _rate(name, rows, _is_amount) >= _READABLE:
            found.setdefault(when, name)
    finest = {when.label: name for when, name in found.items() if not _holds_any(when, found)}
    return finest if len(finest) > 1 else {}


def _holds_any(when: When, others: Iterable[When]) -> bool:
    """A year beside its own months is their total."""
    length = when.end - when.start
    return any(
        when.start <= one.start and one.end <= when.end and one.end - one.start < length
        for one in others
    )


def _by_header(
    name: str, header: Sequence[str], rows: Sequence[Row], taken: set[str]
) -> str | None:
    free = {_fold(column): column for column in reversed(header) if column not in taken}
    check = _CHECKS.get(name)
    for wanted in HEADERS[name]:
        column = free.get(wanted)
        if column is not None and (check is None or _rate(column, rows, check) >= _READABLE):
            return column
    if check is not None and name != "received":
        return _by_header_word(name, free, rows, check)
    return None


def _by_header_word(
    name: str,
    free: Mapping[str, str],
    rows: Sequence[Row],
    check: Callable[[Cell], bool],
) -> str | None:
    """`Budget line` holds text and `Approved amount` an amount though neither is listed whole."""
    words = {word for word in HEADERS[name] if " " not in word and len(word) >= _SHORTEST_WORD}
    for folded, column in free.items():
        if words & set(folded.split()) and _rate(column, rows, check) >= _READABLE:
            return column
    return None


def _longest_text(header: Sequence[str], rows: Sequence[Row], taken: set[str]) -> str | None:
    free = [
        name for name in header if name not in taken and _rate(name, rows, _is_amount) < _READABLE
    ]
    if not free:
        return None
    return max(free, key=lambda name: _mean_length(name, rows))


def _mean_length(column: str, rows: Sequence[Row]) -> float:
    texts = [str(row.cells.get(column) or "") for row in rows]
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _rate(column: str, rows: Sequence[Row], check: Callable[[Cell], bool]) -> float:
    filled = [cell for row in rows if not _is_blank(cell := row.cells.get(column))]
    return sum(map(check, filled)) / len(filled) if filled else 0.0


def _is_blank(cell: Cell) -> bool:
    """Empty, a dash or n/a: such a cell says nothing of its column."""
    try:
        parse_amount(cell)
    except NoAmount:
        return True
    except UnreadableAmount:
        return False
    return False


def _is_amount(cell: Cell) -> bool:
    try:
        parse_amount(cell)
    except UnreadableAmount:
        return False
    return True


def _is_date(cell: Cell) -> bool:
    try:
        parse_when(cell)
    except UnreadableDate:
        return False
    return True


def _is_wording(cell: Cell) -> bool:
    return not _is_amount(cell)


_CHECKS: Mapping[str, Callable[[Cell], bool]] = {
    "text": _is_wording,
    "amount": _is_amount,
    "date": _is_date,
    "received": _is_date,
}
