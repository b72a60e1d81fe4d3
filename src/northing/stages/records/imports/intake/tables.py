"""How does a table become records: which rows are lines, which are totals, which are refused?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from northing.foundations.sources.rows import Place, Reading, Refusal, Row
from northing.foundations.sources.written_dates import When, parse_when
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.amounts import Sum, sums_of
from northing.stages.records.imports.intake.columns_seen import SUMMED, ColumnsSeen
from northing.stages.records.imports.intake.drafting import Intake, record_id
from northing.stages.records.imports.intake.totals_found import (
    difference_of,
    disagreement,
    stated,
    totals_among,
)
from northing.stages.records.imports.intake.values import (
    Cells,
    UnreadableCell,
    commitments_of,
    label_of,
    side_of,
    stake_of,
    stance_of,
    when_of,
)
from northing.stages.records.imports.rules.columns import Chosen, columns_of
from northing.stages.records.imports.rules.fiscal_years import first_day
from northing.stages.records.imports.rules.numbering import Numbering
from northing.stages.records.imports.rules.standing import Judged
from northing.stages.records.ledger.facts import Channel, Record

NO_AMOUNT = "rows without an amount (headings, notes)"
TOTALS = "totals and subtotals, counted through their parts"
BLANK = "rows without text"


Told = Callable[[int, int, int], None]
"""Told now and then how far a table is: rows read, of how many, records made."""
_EVERY = 5_000  # rows


def silent(_rows: int, _of: int, _records: int) -> None:
    """For whoever does not watch."""


class TableIntake:
    """Reads one table by its plan, row by row: what stays are counts, refusals and totals.

    The rows are gone through up to three times: what the columns say as wholes, which lines are
    totals (where any could be one), and then the records.
    """

    def __init__(self, reading: Reading, plan: Plan, known: frozenset[str]) -> None:
        self.reading, self.plan, self.known = reading, plan, known
        self.chosen: Chosen = columns_of(plan, reading.columns, reading.rows)
        self.seen = ColumnsSeen(plan, self.chosen)
        self.seen.look(reading.rows)
        self.marks = self.seen.marks
        if self.seen.asks_for_currency:
            self.plan = replace(plan, currency=self.seen.currency)
        self.notes: list[str] = []
        if plan.channel in (Channel.MONEY, Channel.TIME) and not self.marks:
            self.notes.append("No column of amounts was found: every line counts as 1.")
        if "date" in self.chosen.columns and self.seen.order.is_ambiguous:
            self.notes.append(self.seen.order.sentence)
        self.day_first = self.seen.order.day_first
        self.left_out: Counter[str] = Counter()
        self.refusals = [self._absent(name, column) for name, column in self.chosen.absent]
        self.numbering = Numbering()
        self.found: list[Judged] = []
        self.totals: dict[int, Record] = {}
        self.ids: dict[int, str] = {}

    def read(self, told: Told = silent) -> Intake:
        """All of it at once."""
        records = list(self.records(told))
        if self._only_numbered:
            records = [replace(one, given_id=None) for one in records]
        return replace(self.ended(), records=tuple(records))

    def records(self, told: Told = silent) -> Iterator[Record]:
        """One record after the other; once they are all taken, `ended` tells the rest.

        Totals leave the ledger; where one stands against its parts, the difference enters it.
        """
        self.found = self._find_totals()
        lines = {one.total.line for one in self.found}
        differing = [one for one in self.found if one.total.difference]
        named = {part for one in differing for part in one.total.parts}
        for at, one in enumerate(self._drafted(told)):
            if at in named:
                self.ids[at] = one.id
            if at in lines:
                self.totals[at] = one
                continue
            self.numbering.hear(one.given_id)
            yield one
        for judgement in differing:
            if judgement.stands:
                yield difference_of(self.totals[judgement.total.line], judgement.total)

    def ended(self) -> Intake:
        """What became of the table, but for its records."""
        notes = list(self.notes)
        if self._only_numbered:
            column = self.chosen.columns["id"]
            notes.append(f"Column *{column}* only numbers the lines; it is not taken as an id.")
        left_out = dict(self.left_out) | ({TOTALS: len(self.found)} if self.found else {})
        return Intake(
            refusals=tuple(self.refusals),
            discrepancies=tuple(
                disagreement(self.totals[one.total.line], one, self.ids)
                for one in self.found
                if one.total.difference
            ),
            totals=tuple(stated(self.totals[at]) for at in sorted(self.totals)),
            left_out=left_out,
            chosen=self.chosen,
            notes=tuple(notes),
        )

    @property
    def _only_numbered(self) -> bool:
        """A guessed id that only numbers the lines names nothing beyond this file."""
        return "id" in self.chosen.guessed and self.numbering.only_numbers

    def _find_totals(self) -> list[Judged]:
        may_hold = self.seen.has_totals or self.seen.has_parents
        if self.plan.channel not in SUMMED or not may_hold:
            return []
        records = (one for row in self.reading.rows for one in self._legible(row))
        return totals_among(records, has_parents=self.seen.has_parents)

    def _legible(self, row: Row) -> list[Record]:
        try:
            found = self._records(row)
        except UnreadableCell:
            return []
        return [] if isinstance(found, str) else found

    def _drafted(self, told: Told) -> Iterator[Record]:
        records = 0
        for at, row in enumerate(self.reading.rows):
            if at % _EVERY == 0:
                told(at, len(self.reading.rows), records)
            try:
                found = self._records(row)
            except UnreadableCell as error:
                self.refusals.append(error.refusal)
                continue
            if isinstance(found, str):
                self.left_out[found] += 1
                continue
            records += len(found)
            yield from found

    def _absent(self, name: str, column: str) -> Refusal:
        has = ", ".join(self.reading.columns) or "none"
        return Refusal(
            Place(self.reading.path, column=column),
            column,
            f"the file has no column *{column}* (named as {name}); its columns are: {has}",
            f"Correct {name} in [source.columns] of this source; a guess was used instead.",
        )

    def _records(self, row: Row) -> list[Record] | str:
        """Its records, or why it has none."""
        cells = Cells(row, self.chosen.columns)
        sums = sums_of(cells, self.chosen, self.plan, self.marks)
        text = label_of(cells, self.chosen)
        if not sums:
            return NO_AMOUNT
        if not text:
            return BLANK
        if not self.chosen.amounts:
            return [self._base(row, cells, text, sums[0])]
        base = self._base(row, cells, text)
        return [self._with_sum(base, one) for one in sums]

    def _base(self, row: Row, cells: Cells, text: str, one: Sum | None = None) -> Record:
        when = when_of(cells, "date", day_first=self.day_first) or self._source_when
        received = when_of(cells, "received", day_first=self.day_first)
        return Record(
            id=record_id(row.place),
            channel=self.plan.channel,
            text=text,
            place=row.place,
            sha256=self.reading.sha256,
            amount=one.value if one else None,
            currency=one.currency if one else None,
            side=side_of(cells, self.plan.side),
            period=when.year_label if when else None,
            effective_on=self._first_day(when) if when else None,
            is_dated_to_day=when is not None and when.precision == "day",
            received_on=received.start if received else self._received_on,
            unit=cells.text("unit") or self.plan.unit,
            heading=row.heading,
            given=commitments_of(cells, self.known),
            stance=stance_of(cells),
            given_id=cells.text("id"),
            parent=cells.text("parent"),
            audience=cells.text("audience") or self.plan.audience,
            level=cells.text("level"),
            author=cells.text("author"),
            target=cells.text("target"),
            outcome=cells.text("outcome"),
            stake=stake_of(cells),
            source=self.plan.index,
            cells=_as_text(row.cells),
        )

    def _first_day(self, when: When) -> date:
        return first_day(when, fiscal_year_starts=self.plan.fiscal_year_starts)

    @cached_property
    def _received_on(self) -> date | None:
        return received_date(self.plan)

    @cached_property
    def _source_when(self) -> When | None:
        return parse_when(self.plan.date) if self.plan.date else None

    def _with_sum(self, base: Record, one: Sum) -> Record:
        when = parse_when(one.period) if one.period else None
        return replace(
            base,
            id=record_id(base.place, one.column),
            place=replace(base.place, column=one.column) if one.column else base.place,
            amount=one.value,
            currency=one.currency,
            period=when.year_label if when else base.period,
            effective_on=self._first_day(when) if when else base.effective_on,
        )


def received_date(plan: Plan) -> date | None:
    return parse_when(plan.received).start if plan.received else None


def _as_text(cells: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in cells.items() if value is not None and value != ""}
