"""What do the columns of a table say as wholes, of which no single cell can tell?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from northing.foundations.sources.amount_marks import Mark, agreed_mark, clear_marks
from northing.foundations.sources.day_order import DayOrder, DayPairs, day_pairs
from northing.foundations.sources.rows import Row
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.amounts import (
    DecimalMark,
    amount_columns,
    currencies_in,
)
from northing.stages.records.imports.intake.values import Cells, label_of
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.imports.rules.totals import names_a_total
from northing.stages.records.ledger.facts import Channel

SUMMED = (Channel.MONEY, Channel.TIME, Channel.INCENTIVES)
_SOME = 5_000


class ColumnsSeen:
    """How amounts and dates are written, which currency is named, whether there may be totals.

    The rows are gone through once, some thousand at a time: none is kept.
    """

    def __init__(self, plan: Plan, chosen: Chosen) -> None:
        self.plan, self.chosen = plan, chosen
        self.has_parents = self.has_totals = False
        self._amounts = amount_columns(chosen)
        self._marks: dict[str, set[Mark]] = defaultdict(set)
        self._named: dict[str, Counter[str]] = defaultdict(Counter)
        self._days = DayPairs()

    def look(self, rows: Iterable[Row]) -> None:
        for some in _parts(rows):
            self._look_at_amounts(some)
            if "date" in self.chosen.columns:
                column = self.chosen.columns["date"]
                self._days += day_pairs(row.cells.get(column) for row in some)
            if self.plan.channel in SUMMED:
                self._look_for_totals(some)

    @property
    def marks(self) -> dict[str, DecimalMark]:
        return {column: agreed_mark(self._marks[column]) for column in self._amounts}

    @property
    def currency(self) -> str | None:
        """The one most cells of the amount columns name; `None` where none names any."""
        named: Counter[str] = Counter()
        for column in self._amounts:
            named.update(self._named[column])
        return max(named, key=lambda one: named[one], default=None)

    @property
    def order(self) -> DayOrder:
        return self._days.order

    @property
    def asks_for_currency(self) -> bool:
        return self.plan.currency is None and "currency" not in self.chosen.columns

    def _look_at_amounts(self, some: Sequence[Row]) -> None:
        for column in self._amounts:
            cells = [row.cells.get(column) for row in some]
            self._marks[column] |= clear_marks(cells)
            if self.asks_for_currency:
                self._named[column] += currencies_in(cells)

    def _look_for_totals(self, some: Sequence[Row]) -> None:
        for row in some:
            cells = Cells(row, self.chosen.columns)
            self.has_parents = self.has_parents or cells.text("parent") is not None
            self.has_totals = self.has_totals or names_a_total(label_of(cells, self.chosen))


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while some := list(islice(left, _SOME)):
        yield some
