"""What is the one thing for somebody to do this week, and why that?

What is late comes first, then what is due within a week, then what keeps others waiting, then what
one has begun oneself; what is only old comes last. Where nothing is promised yet, everything else
waits for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
OLD_DAYS = 90
"""A kind of record without news for so long is named as old."""


class Kind(StrEnum):
    """What somebody may have to do."""

    START = "start"
    FINDING = "finding"
    SIGN = "sign"
    REVIEW = "review"
    CONDITION = "condition"
    BACK = "back"
    PUBLISH = "publish"
    SETTLE = "settle"
    SECOND = "second"
    MINE = "mine"
    SIZE = "size"
    READ = "read"
    REFUSED = "refused"
    IMPORT = "import"
    AUDIT = "audit"
    SAMPLE = "sample"
    OLD = "old"


_ORDER = (
    Kind.SIGN, Kind.BACK, Kind.SETTLE, Kind.SECOND, Kind.MINE, Kind.SIZE, Kind.READ, Kind.REFUSED,
    Kind.IMPORT, Kind.AUDIT, Kind.SAMPLE, Kind.OLD,
)  # fmt: skip
_DATED = frozenset({Kind.FINDING, Kind.PUBLISH, Kind.SIGN, Kind.REVIEW, Kind.CONDITION})
"""What may have a day; without one, or with a far one, it waits behind what keeps others."""
_FIRST, _LATE, _SOON, _WAITING, _SOME_DAY = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing to do: on what, how much of it, until when, and where it is done."""

    kind: Kind
    address: str
    what: str = ""
    count: int = 0
    due_on: date | None = None

    def is_late(self, on: date) -> bool:
        return self.due_on is not None and self.due_on < on


def in_order(duties: Iterable[Duty], *, on: date) -> list[Duty]:
    """The most pressing first; of two alike, the earlier or the larger one."""
    return sorted(duties, key=lambda one: _rank(one, on))


def _rank(one: Duty, on: date) -> tuple[int, date, int, int, str]:
    return (_class(one, on), one.due_on or date.max, _place(one.kind), -one.count, one.what)


def _class(one: Duty, on: date) -> int:
    """A word others wait for waits with what keeps others, however far its day."""
    if one.kind is Kind.START:
        return _FIRST
    if one.kind in _DATED and one.due_on and one.due_on <= on + WEEK:
        return _LATE if one.is_late(on) else _SOON
    return _SOME_DAY if one.kind in _DATED - {Kind.SIGN} else _WAITING


def _place(kind: Kind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else -1
