"""How much does one record weigh in its channel, and in what unit?"""

from __future__ import annotations

from decimal import Decimal

from northing.stages.records.ledger.facts import Channel, Record, Side

WEIGHED = (Channel.MONEY, Channel.TIME, Channel.INCENTIVES)
UNITS = {Channel.TIME: "hours", Channel.INCENTIVES: "weight"}


def mass_of(record: Record) -> Decimal:
    """Money, hours and incentive weight count by their amount; every other record counts as one.

    A decision's amount is carried, never summed: moving money twice is not spending it twice.
    """
    if record.channel in WEIGHED:
        return Decimal(1) if record.amount is None else record.amount
    return Decimal(1)


def account_of(record: Record, home_currency: str | None) -> str:
    """The account a record is counted in: its channel, apart for every foreign currency."""
    if record.channel is Channel.MONEY and record.currency not in (None, home_currency):
        return f"{record.channel} in {record.currency}"
    return str(record.channel)


def is_counted(record: Record) -> bool:
    """Income stands beside spending and is never netted with it."""
    return record.side is Side.SPENDING


def measure_of(record: Record, home_currency: str | None) -> str:
    if record.channel is Channel.MONEY:
        return record.currency or home_currency or "units of account"
    return UNITS.get(record.channel, "records")
