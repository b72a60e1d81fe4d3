"""Where does a page of records begin, where does it end, and how is that place written down?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

LONGEST_NUMBER = 18


class Order(StrEnum):
    """In which order records are shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    SMALLEST = "smallest"
    AS_READ = "as read"

    @property
    def column(self) -> str:
        return _COLUMNS[self]

    @property
    def falls(self) -> bool:
        return self in (Order.NEWEST, Order.LARGEST)


_COLUMNS = {
    Order.NEWEST: "effective_on",
    Order.OLDEST: "effective_on",
    Order.LARGEST: "amount",
    Order.SMALLEST: "amount",
    Order.AS_READ: "id",
}


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two records: behind this one, or before it where it looks back."""

    value: date | Decimal | None
    id: int
    is_back: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the record at this place has no value to be ordered by."""
        return self.value is None

    def written(self) -> str:
        return f"{'' if self.value is None else self.value}~{self.id}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some records in order, and whether there are others on either side."""

    rows: Sequence[Any]
    order: Order
    has_after: bool
    has_before: bool

    @property
    def after(self) -> Cursor:
        return self._at(self.rows[-1], is_back=False)

    @property
    def before(self) -> Cursor:
        return self._at(self.rows[0], is_back=True)

    def _at(self, row: Any, *, is_back: bool) -> Cursor:
        """Where all are ordered by their number, the number is the value: none is blank."""
        return Cursor(getattr(row, self.order.column), row.id, is_back)


def cursor_of(written: str, order: Order, *, is_back: bool) -> Cursor | None:
    """The place a page's address names; what names none is the first page."""
    value, sign, number = written.partition("~")
    if not sign or not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    try:
        return Cursor(_value(value, order), int(number), is_back)
    except (ValueError, InvalidOperation):
        return None


def _value(written: str, order: Order) -> date | Decimal | None:
    if order.column == "id":
        return Decimal(0)
    if not written:
        return None
    if order.column == "effective_on":
        return date.fromisoformat(written)
    found = Decimal(written[:40])
    if not found.is_finite():
        raise ValueError(written)
    return found
