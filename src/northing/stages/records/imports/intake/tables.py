"""How does a table become records: which rows are lines, which are totals, which are refused?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from northing.foundations.sources.day_order import day_first_of
from northing.foundations.sources.rows import Place, Reading, Refusal, Row
from northing.foundations.sources.written_dates import When, parse_when
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.amounts import (
    DecimalMark,
    Sum,
    decimal_marks,
    sums_of,
    written_currency,
)
from northing.stages.records.imports.intake.drafting import Intake, record_id
from northing.stages.records.imports.intake.values import (
    Cells,
    UnreadableCell,
    commitments_of,
    side_of,
    stake_of,
    stance_of,
    when_of,
)
from northing.stages.records.imports.rules.columns import Chosen, columns_of
from northing.stages.records.imports.rules.fiscal_years import first_day
from northing.stages.records.imports.rules.numbering import is_numbering
from northing.stages.records.imports.rules.standing import Judged, judged
from northing.stages.records.imports.rules.totals import Line, Total, totals_in
from northing.stages.records.ledger.facts import (
    Channel,
    Discrepancy,
    Fault,
    Kind,
    Record,
    StatedTotal,
)

_SUMMED = (Channel.MONEY, Channel.TIME, Channel.INCENTIVES)
NO_AMOUNT = "rows without an amount (headings, notes)"
TOTALS = "totals and subtotals, counted through their parts"
BLANK = "rows without text"


Told = Callable[[int, int, int], None]
"""Told now and then how far a table is: rows read, of how many, records made."""
_EVERY = 5_000  # rows


def silent(_rows: int, _of: int, _records: int) -> None:
    """For whoever does not watch."""


class TableIntake:
    """Reads one table by its plan. Kept as an object because every row needs the same company."""

    def __init__(self, reading: Reading, plan: Plan, known: frozenset[str]) -> None:
        self.reading, self.plan, self.known = reading, plan, known
        self.chosen: Chosen = columns_of(plan, reading.columns, reading.rows)
        self.marks: dict[str, DecimalMark] = decimal_marks(reading.rows, self.chosen)
        if plan.currency is None and "currency" not in self.chosen.columns:
            self.plan = replace(plan, currency=written_currency(reading.rows, self.marks))
        self.notes: list[str] = []
        if plan.channel in (Channel.MONEY, Channel.TIME) and not self.marks:
            self.notes.append("No column of amounts was found: every line counts as 1.")
        self.day_first = self._day_first()
        self.left_out: Counter[str] = Counter()

    def read(self, told: Told = silent) -> Intake:
        records: list[Record] = []
        refusals = [self._absent(name, column) for name, column in self.chosen.absent]
        for at, row in enumerate(self.reading.rows):
            if at % _EVERY == 0:
                told(at, len(self.reading.rows), len(records))
            try:
                records.extend(self._records(row))
            except UnreadableCell as error:
                refusals.append(error.refusal)
        lines, discrepancies, totals = self._without_totals(records)
        return Intake(
            records=tuple(self._without_numbers(lines)),
            refusals=tuple(refusals),
            discrepancies=tuple(discrepancies),
            totals=tuple(totals),
            left_out=dict(self.left_out),
            chosen=self.chosen,
            notes=tuple(self.notes),
        )

    def _without_numbers(self, records: Sequence[Record]) -> Sequence[Record]:
        """A guessed id that only numbers the lines names nothing beyond this file."""
        if "id" not in self.chosen.guessed or not is_numbering(one.given_id for one in records):
            return records
        column = self.chosen.columns["id"]
        self.notes.append(f"Column *{column}* only numbers the lines; it is not taken as an id.")
        return [replace(one, given_id=None) for one in records]

    def _day_first(self) -> bool:
        column = self.chosen.columns.get("date")
        if column is None:
            return True
        order = day_first_of([row.cells.get(column) for row in self.reading.rows])
        if order.is_ambiguous:
            self.notes.append(order.sentence)
        return order.day_first

    def _absent(self, name: str, column: str) -> Refusal:
        has = ", ".join(self.reading.columns) or "none"
        return Refusal(
            Place(self.reading.path, column=column),
            column,
            f"the file has no column *{column}* (named as {name}); its columns are: {has}",
            f"Correct {name} in [source.columns] of this source; a guess was used instead.",
        )

    def _records(self, row: Row) -> list[Record]:
        cells = Cells(row, self.chosen.columns)
        sums = sums_of(cells, self.chosen, self.plan, self.marks)
        text = cells.text("text") or self._other_text(cells)
        if not sums:
            self.left_out[NO_AMOUNT] += 1
            return []
        if not text:
            self.left_out[BLANK] += 1
            return []
        if not self.chosen.amounts:
            return [self._base(row, cells, text, sums[0])]
        base = self._base(row, cells, text)
        return [self._with_sum(base, one) for one in sums]

    def _other_text(self, cells: Cells) -> str:
        """A line whose text cell is blank still says something in its other columns."""
        named = set(self.chosen.columns.values()) | set(self.chosen.amounts.values())
        others = [value for name, value in cells.row.cells.items() if name not in named]
        return " ".join(str(value) for value in others if isinstance(value, str) and value).strip()

    def _base(self, row: Row, cells: Cells, text: str, one: Sum | None = None) -> Record:
        when = when_of(cells, "date", day_first=self.day_first) or self._source_when()
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
            received_on=received.start if received else received_date(self.plan),
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

    def _without_totals(
        self, records: Sequence[Record]
    ) -> tuple[list[Record], list[Discrepancy], list[StatedTotal]]:
        """Totals leave the ledger; where one stands against its parts, the difference enters it."""
        if self.plan.channel not in _SUMMED:
            return list(records), [], []
        dropped: set[int] = set()
        differences: list[Record] = []
        discrepancies: list[Discrepancy] = []
        for members in _tables(records).values():
            found = totals_in([_line(index, records[index]) for index in members])
            for one in judged(found):
                total = one.total
                dropped.add(total.line)
                self.left_out[TOTALS] += 1
                if total.difference:
                    discrepancies.append(_disagreement(records, one))
                    if one.stands:
                        differences.append(_difference(records[total.line], total))
        kept = [record for index, record in enumerate(records) if index not in dropped]
        return (
            kept + differences,
            discrepancies,
            [_stated(records[index]) for index in sorted(dropped)],
        )


def _tables(records: Sequence[Record]) -> Mapping[tuple[object, ...], list[int]]:
    """Lines that may sum up to one another: one sheet, one column, one currency, one side.

    With parents named, also one period: a long table repeats its totals for each year.
    """
    tables: dict[tuple[object, ...], list[int]] = defaultdict(list)
    by_parent = any(record.parent for record in records)
    for index, record in enumerate(records):
        period = record.period if by_parent else None
        key = (record.place.sheet, record.place.column, record.currency, record.side, period)
        tables[key].append(index)
    return tables


def _line(index: int, record: Record) -> Line:
    return Line(
        index,
        record.text,
        record.amount or Decimal(0),
        key=record.given_id,
        parent=record.parent,
        period=record.period,
        unit=record.unit,
    )


def _difference(total: Record, found: Total) -> Record:
    return replace(
        total,
        id=f"{total.id}:difference",
        text=f"Difference between {total.text} and its parts",
        amount=found.difference,
        given=(),
        given_id=None,
        kind=Kind.DIFFERENCE,
        cells={},
    )


def _stated(total: Record) -> StatedTotal:
    return StatedTotal(
        label=total.text,
        place=total.place,
        period=total.period,
        amount=total.amount or Decimal(0),
        currency=total.currency,
    )


def _disagreement(records: Sequence[Record], judgement: Judged) -> Discrepancy:
    found = judgement.total
    total = records[found.line]
    difference = (f"{total.id}:difference",) if judgement.stands else ()
    return Discrepancy(
        fault=Fault.PARTS_DISAGREE,
        label=total.text,
        place=total.place,
        period=total.period,
        stated=found.stated,
        found=found.found,
        currency=total.currency,
        record_ids=(*difference, *(records[part].id for part in found.parts)),
        stands=judgement.stands,
    )


def received_date(plan: Plan) -> date | None:
    return parse_when(plan.received).start if plan.received else None


def _as_text(cells: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in cells.items() if value is not None and value != ""}
