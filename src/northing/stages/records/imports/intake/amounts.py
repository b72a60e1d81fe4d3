"""How much does a row say, in which currency, and for which periods?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from northing.foundations.sources.rows import Cell
from northing.foundations.sources.written_amounts import NoAmount, UnreadableAmount, parse_amount
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.values import Cells
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import Channel

DecimalMark = Literal[".", ","] | None
_NUMBER = re.compile(r"[-+\d.,' ]*")


@dataclass(frozen=True, slots=True)
class Sum:
    """One amount of a row; `period` and `column` where the table is wide."""

    value: Decimal | None
    currency: str | None
    period: str | None = None
    column: str | None = None


def amount_columns(chosen: Chosen) -> tuple[str, ...]:
    named = (chosen.columns[name] for name in ("amount",) if name in chosen.columns)
    return (*chosen.amounts.values(), *named)


def currencies_in(values: Iterable[Cell]) -> Counter[str]:
    """How many cells name which currency. What is but a number names none, and most are."""
    named: Counter[str] = Counter()
    for value in values:
        if value is None or _NUMBER.fullmatch(str(value)):
            continue
        with suppress(UnreadableAmount):
            currency = parse_amount(value).currency
            if currency is not None:
                named[currency] += 1
    return named


def sums_of(
    cells: Cells, chosen: Chosen, plan: Plan, marks: dict[str, DecimalMark]
) -> tuple[Sum, ...]:
    """The amounts of a row: none where all its amount cells are blank, one without a column."""
    if chosen.amounts:
        found = [
            _sum(
                Cells(cells.row, {**cells.columns, "amount": column}),
                plan,
                marks.get(column),
                period,
            )
            for period, column in chosen.amounts.items()
        ]
        return tuple(one for one in found if one is not None)
    if "amount" not in chosen.columns:
        return (Sum(None, None),)
    one = _sum(cells, plan, marks.get(chosen.columns["amount"]), None)
    if one is None:
        return () if plan.channel in (Channel.MONEY, Channel.TIME) else (Sum(None, None),)
    return (one,)


def _sum(cells: Cells, plan: Plan, mark: DecimalMark, period: str | None) -> Sum | None:
    try:
        amount = parse_amount(cells.raw("amount"), decimal=mark)
    except NoAmount:
        return None
    except UnreadableAmount as error:
        raise cells.refuse(
            "amount", str(error), "Write a number such as 1200.50 or (1,200.50)."
        ) from error
    currency = _currency(cells, amount.currency, plan)
    column = cells.columns["amount"] if period is not None else None
    return Sum(amount.value, currency, period, column)


def _currency(cells: Cells, written: str | None, plan: Plan) -> str | None:
    """The column's own currency wins; one met in a cell must not differ from the source's."""
    if plan.channel not in (Channel.MONEY, Channel.DECISIONS):
        return None
    tagged = cells.text("currency")
    if tagged is not None:
        if written is not None and written.upper() != tagged.upper():
            raise cells.refuse(
                "amount",
                f"the amount is in {written}, the currency column says {tagged}",
                "Make the two agree.",
            )
        return tagged.upper()
    if (
        written is not None
        and plan.currency is not None
        and written.upper() != plan.currency.upper()
    ):
        raise cells.refuse(
            "amount",
            f"the amount is in {written}, this source is in {plan.currency}",
            "Put the currency in a column of its own and name it in [source.columns], "
            "or set currency for the source.",
        )
    found = plan.currency or written
    return None if found is None else found.upper()
