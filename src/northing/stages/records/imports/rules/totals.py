"""Which lines of a table are totals of others, and do they agree with their parts?

A total is never counted beside its parts. Where a stated total and its parts disagree, the stated
figure stands, the difference becomes a line of its own, and the disagreement is reported: no
figure is silently preferred (decision 0004).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

_TOTAL = re.compile(
    r"^(?:grand |overall |net |sub-?)?totals?\b|\b(?:sub-?)?totals?\)?:?$"
    r"|^(?:zwischen)?summe\b|^gesamt\w*\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:grand|overall) )?(?:sub-?)?totals?:?$|^(?:zwischen|gesamt)?summe:?$|^gesamt:?$"
    r"|\((?:sub-?)?total\)$"
    r"|^(?:(?:grand|overall) )?totals? (?:expenditures?|expenses|spending|costs?|budget|income)$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"[\s,(]*(?:(?:for|of|in|im|für|jahr|year|fiscal|fy|q[1-4]|quarter|quartal|h[12])[\s.]*)*"
    r"(?:(?:fy\s*)?(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?)?\)?:?$",
    re.IGNORECASE,
)
_NEAR = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Line:
    """One amount with its label, in the file's order; `parent` and `key` where people gave them."""

    index: int
    label: str
    amount: Decimal
    key: str | None = None
    parent: str | None = None
    period: str | None = None
    unit: str | None = None


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
    """All totals among `lines` (one table, one column, one currency, one side)."""
    if not any(line.parent for line in lines):
        return _by_label_either_way(lines)
    named = tuple(_by_parent(lines))
    inside = {part for total in named for part in total.parts}
    known = {total.line for total in named}
    top = [
        replace(line, label="") if line.index in known else line
        for line in lines
        if line.index not in inside
    ]
    return named + _by_label_either_way(top)


def names_a_total(label: str) -> bool:
    """Whether a line could be a total by what it is called."""
    return _TOTAL.search(label) is not None


def _by_parent(lines: Sequence[Line]) -> Iterator[Total]:
    """A parent is named by its key or by its label; a long table repeats it for each unit."""
    keys = {_fold(line.key) for line in lines if line.key}
    children: dict[str, list[Line]] = defaultdict(list)
    heads: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.parent:
            children[_fold(line.parent)].append(line)
    for line in lines:
        for name in sorted({_fold(line.key or ""), *({_fold(line.label)} - keys)}):
            if name in children:
                heads[name].append(line)
    for name, found in heads.items():
        units = {head.unit for head in found}
        for unit in sorted(units, key=str):
            parts = [part for part in children[name] if part.unit == unit]
            open_parts = [part for part in children[name] if part.unit not in units]
            yield from _head([head for head in found if head.unit == unit], parts or open_parts)


def _head(heads: Sequence[Line], children: Sequence[Line]) -> Iterator[Total]:
    """Of several lines that bear a parent's name, the one that sums its parts up is the total."""
    found: list[tuple[bool, bool, Total]] = []
    for head in heads:
        total = _total(head, [part for part in children if part is not head])
        if total is not None:
            found.append((not total.difference, not head.parent, total))
    if found:
        yield max(found, key=lambda one: one[:2])[-1]


def _by_label_either_way(lines: Sequence[Line]) -> tuple[Total, ...]:
    """Totals follow their parts, as a rule; a table that opens with one has them above."""
    below = tuple(_by_label(lines))
    if not lines or not names_a_total(lines[0].label):
        return below
    above = tuple(_by_label(lines[::-1]))
    return max((below, above), key=lambda found: (_agreeing(found), len(found)))


def _agreeing(found: Sequence[Total]) -> int:
    return sum(not total.difference for total in found)


def _by_label(lines: Sequence[Line]) -> Iterator[Total]:
    block: list[Line] = []
    subtotals: list[Line] = []
    everything: list[Line] = []
    for line in lines:
        is_named = names_a_total(line.label)
        total = _labelled(line, block, subtotals, everything) if is_named else None
        if total is None:
            block.append(line)
            everything.append(line)
            continue
        yield total
        inside = frozenset(total.parts)
        block = [one for one in block if one.index not in inside]
        subtotals = [*(one for one in subtotals if one.index not in inside), line]


def _labelled(
    line: Line, block: list[Line], subtotals: list[Line], everything: list[Line]
) -> Total | None:
    """The total of the run a labelled line sums up, of its own period first; `None` if of none."""
    runs = [block, subtotals + block, subtotals, everything]
    own = [[one for one in run if one.period == line.period] for run in runs]
    found = [total for run in (*own, *runs) if (total := _total(line, run))]
    for total in found:
        if not total.difference:
            return total
    if _is_bare(line.label):
        return found[0] if found else None
    return next(filter(_is_near, found), None)


def _is_bare(label: str) -> bool:
    """`Total` and no more, or no more than when: however far off its parts, it is their total."""
    return any(_BARE.search(name.strip()) for name in (label, _WHEN.sub("", label, count=1)))


def _is_near(total: Total) -> bool:
    """`Total North` a little off its lines is a total; `Total rewards programme` is a programme."""
    is_sum = len(total.parts) > 1 and total.found != 0
    return is_sum and abs(total.difference) <= _NEAR * abs(total.found)


def _total(line: Line, parts: Sequence[Line]) -> Total | None:
    if not parts:
        return None
    found = sum((part.amount for part in parts), Decimal(0))
    return Total(line.index, tuple(part.index for part in parts), line.amount, found)


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
