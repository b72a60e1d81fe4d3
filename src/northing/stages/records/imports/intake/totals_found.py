"""Which records of a table are totals of others, and what do they leave behind?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from northing.stages.records.imports.rules.standing import Judged, judged
from northing.stages.records.imports.rules.totals import Line, Total, names_a_total, totals_in
from northing.stages.records.ledger.facts import Discrepancy, Fault, Kind, Record, StatedTotal


def totals_among(records: Iterable[Record], *, has_parents: bool) -> list[Judged]:
    """All totals, each by the places its line and its parts have among `records`.

    Of a record stays what a total is found by. Without parents its name counts only where it could
    be that of a total.
    """
    tables: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    met: dict[str | None, str | None] = {}
    for index, one in enumerate(records):
        line = _line(index, one) if has_parents else _light_line(index, one)
        line = replace(line, period=met.setdefault(one.period, one.period))
        tables[one.place.sheet, one.place.column, one.currency, one.side].append(line)
    return [found for lines in _apart(tables) for found in judged(totals_in(lines))]


def _apart(tables: Mapping[tuple[object, ...], list[Line]]) -> Iterator[Sequence[Line]]:
    """Lines that may sum up to one another: one sheet, one column, one currency, one side.

    With parents named, also one period: a long table repeats its totals for each year.
    """
    if not any(line.parent for lines in tables.values() for line in lines):
        yield from tables.values()
        return
    apart: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for table, lines in tables.items():
        for line in lines:
            apart[*table, line.period].append(line)
    yield from sorted(apart.values(), key=lambda lines: lines[0].index)


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


def _light_line(index: int, record: Record) -> Line:
    label = record.text if names_a_total(record.text) else ""
    return Line(index, label, record.amount or Decimal(0), period=record.period)


def difference_of(total: Record, found: Total) -> Record:
    """What a stated total holds beyond its parts, as a record of its own."""
    return replace(
        total,
        id=_difference_id(total),
        text=f"Difference between {total.text} and its parts",
        amount=found.difference,
        given=(),
        given_id=None,
        kind=Kind.DIFFERENCE,
        cells={},
    )


def stated(total: Record) -> StatedTotal:
    return StatedTotal(
        label=total.text,
        place=total.place,
        period=total.period,
        amount=total.amount or Decimal(0),
        currency=total.currency,
    )


def disagreement(total: Record, judgement: Judged, ids: Mapping[int, str]) -> Discrepancy:
    """`ids` are those of the parts, by their places."""
    found = judgement.total
    difference = (_difference_id(total),) if judgement.stands else ()
    return Discrepancy(
        fault=Fault.PARTS_DISAGREE,
        label=total.text,
        place=total.place,
        period=total.period,
        stated=found.stated,
        found=found.found,
        currency=total.currency,
        record_ids=(*difference, *(ids[part] for part in found.parts)),
        stands=judgement.stands,
    )


def _difference_id(total: Record) -> str:
    return f"{total.id}:difference"
