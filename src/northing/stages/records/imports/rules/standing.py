"""Where a total disagrees with its parts, which of the two is counted?

The stated figure stands where a total above it agrees with it: then the table as a whole was built
on it. Otherwise the parts stand. Either way the disagreement is reported (decision 0004).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from northing.stages.records.imports.rules.totals import Total


@dataclass(frozen=True, slots=True)
class Judged:
    """A total, and whether its own figure is counted rather than its parts."""

    total: Total
    stands: bool


def judged(totals: Sequence[Total]) -> tuple[Judged, ...]:
    """Each total with its standing; one that repeats the fault of a part below agrees again."""
    by_line = {total.line: total for total in totals}
    again = [_mended(total, by_line) for total in totals]
    agreeing = [total for total in again if not total.difference]
    upheld = {
        part
        for total in agreeing
        if total.found == _stated_sum(total, by_line)
        for part in total.parts
    }
    return tuple(Judged(total, not total.difference or total.line in upheld) for total in again)


def _mended(total: Total, by_line: dict[int, Total]) -> Total:
    """A total built on what the parts of its parts really add up to is right itself."""
    if not total.difference:
        return total
    shift = sum((by_line[part].difference for part in total.parts if part in by_line), Decimal(0))
    return replace(total, found=total.stated) if shift and total.difference == -shift else total


def _stated_sum(total: Total, by_line: dict[int, Total]) -> Decimal | None:
    """What the parts add up to as stated; `None` where the total was mended to agree."""
    was = by_line[total.line]
    return was.found if not was.difference else None
