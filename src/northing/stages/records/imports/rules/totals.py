"""Which lines of a table are totals of others, and do they agree with their parts?

A total is never counted beside its parts. Where a stated total and its parts disagree, the stated
figure stands, the difference becomes a line of its own, and the disagreement is reported: no
figure is silently preferred (decision 0004).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

_TOTAL = re.compile(
    r"^(?:grand |overall |net |sub-?)?totals?\b|\b(?:sub-?)?totals?\)?:?$"
    r"|^(?:zwischen)?summe\b|^gesamt\w*\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:grand|overall) )?(?:sub-?)?totals?:?$|^(?:zwischen|gesamt)?summe:?$|^gesamt:?$"
    r"|\((?:sub-?)?total\)$|\b(?:sub)?total:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One amount with its label, in the file's order; `parent` and `key` where people gave them."""

    index: int
    label: str
    amount: Decimal
    key: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A line that sums up others. `difference` = stated − sum of its parts."""

    line: int
    parts: tuple[int, ...]
    stated: Decimal
    found: Decimal

    @property
    def difference(self) -> Decimal:
        return self.stated - self.found


def totals_in(lines: Sequence[Line]) -> tuple[Total, ...]:
    """All totals among `lines` (one table, one period, one currency, one side)."""
    if any(line.parent for line in lines):
        return tuple(_by_parent(lines))
    return tuple(_by_label(lines))


def _by_parent(lines: Sequence[Line]) -> Iterator[Total]:
    children: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.parent:
            children[_fold(line.parent)].append(line)
    for line in lines:
        parts = children.get(_fold(line.key or "")) or children.get(_fold(line.label))
        if parts and line not in parts:
            found = sum((part.amount for part in parts), Decimal(0))
            yield Total(line.index, tuple(part.index for part in parts), line.amount, found)


def _by_label(lines: Sequence[Line]) -> Iterator[Total]:
    block: list[Line] = []
    subtotals: list[Line] = []
    everything: list[Line] = []
    for line in lines:
        if not _TOTAL.search(line.label):
            block.append(line)
            everything.append(line)
            continue
        parts = _parts_of(line, block, subtotals, everything)
        if parts is None:
            block.append(line)
            everything.append(line)
            continue
        found = sum((part.amount for part in parts), Decimal(0))
        yield Total(line.index, tuple(part.index for part in parts), line.amount, found)
        if parts == block:
            subtotals.append(line)
        else:
            subtotals = [line]
        block = []


def _parts_of(
    line: Line, block: list[Line], subtotals: list[Line], everything: list[Line]
) -> list[Line] | None:
    """The run of lines a labelled total sums up; `None` where it is no total after all."""
    candidates = [block, subtotals + block, subtotals, everything]
    for parts in candidates:
        if parts and sum((part.amount for part in parts), Decimal(0)) == line.amount:
            return parts
    if not _BARE.search(line.label.strip()):
        return None  # "Total rewards programme" is a programme, not a sum
    return next((parts for parts in candidates if parts), None)


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
