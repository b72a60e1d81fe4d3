"""Which postings of a double-entry journal are money spent, money received, or decisions?

Only postings to `expenses` are spending, postings to `income` are the other side. A transfer
between `assets` moves no money out: it is a decision that carries an amount, and a negative one
takes an earlier decision back. Settlements of `liabilities` are neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from northing.foundations.sources.rows import Reading, Row
from northing.foundations.sources.written_dates import parse_when
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake, record_id
from northing.stages.records.imports.intake.tables import received_date
from northing.stages.records.ledger.facts import Channel, Record, Side

SETTLEMENTS = "postings that settle or balance another (assets, liabilities)"
REVERSAL = "reversal"

_ROOTS: Mapping[str, str] = {
    "expenses": "expenses", "expense": "expenses", "ausgaben": "expenses", "aufwand": "expenses",
    "income": "income", "revenue": "income", "revenues": "income", "einnahmen": "income",
    "assets": "assets", "asset": "assets", "aktiva": "assets", "vermögen": "assets",
}  # fmt: skip


def read_journal(reading: Reading, plan: Plan) -> Intake:
    """Records of every transaction; what settles another posting is counted as left out."""
    transactions: dict[str, list[Row]] = defaultdict(list)
    for row in reading.rows:
        transactions[str(row.cells.get("transaction"))].append(row)
    records: list[Record] = []
    left_out: Counter[str] = Counter()
    for postings in transactions.values():
        kept = _records(postings, reading, plan)
        records.extend(kept)
        left_out[SETTLEMENTS] += len(postings) - len(kept)
    return Intake(
        records=tuple(records), refusals=(), left_out=dict(+left_out), notes=_balance_note(reading)
    )


def _balance_note(reading: Reading) -> tuple[str, ...]:
    transactions, postings = reading.facts.get("transactions"), reading.facts.get("postings")
    return (f"{transactions} transactions with {postings} postings read; every one kept balances.",)


def _records(postings: Sequence[Row], reading: Reading, plan: Plan) -> list[Record]:
    roots = [_root(row) for row in postings]
    if set(roots) == {"assets"}:
        return [_transfer(row, reading, plan) for row in _destinations(postings)]
    found = []
    for row, root in zip(postings, roots, strict=True):
        if root == "expenses":
            found.append(_money(row, reading, plan, Side.SPENDING))
        elif root == "income":
            found.append(_money(row, reading, plan, Side.INCOME))
    return found


def _root(row: Row) -> str:
    first = str(row.cells["account"]).split(":")[0].strip().casefold()
    return _ROOTS.get(first, first)


def _destinations(postings: Sequence[Row]) -> list[Row]:
    """What was decided: the postings written with an amount, on the first one's side.

    Whoever keeps a journal writes first where the money goes, or from which purpose it is taken.
    """
    written = [row for row in postings if not row.cells.get("is_inferred")]
    return [row for row in written if (_amount(row) < 0) == (_amount(written[0]) < 0)]


def _amount(row: Row) -> Decimal:
    amount = row.cells["amount"]
    if not isinstance(amount, Decimal):
        raise TypeError("the journal reader gives every posting an amount")
    return amount


def _money(row: Row, reading: Reading, plan: Plan, side: Side) -> Record:
    amount = _amount(row)
    base = _base(row, reading, plan)
    return replace(
        base, channel=Channel.MONEY, side=side, amount=amount if side is Side.SPENDING else -amount
    )


def _transfer(row: Row, reading: Reading, plan: Plan) -> Record:
    amount = _amount(row)
    base = _base(row, reading, plan)
    outcome = REVERSAL if amount < 0 else None
    return replace(base, channel=Channel.DECISIONS, amount=amount, outcome=outcome)


def _base(row: Row, reading: Reading, plan: Plan) -> Record:
    account = str(row.cells["account"])
    leaf = account.split(":", 1)[-1]
    when = parse_when(row.cells.get("effective_date") or row.cells["date"])
    said = [row.cells.get("payee"), leaf.replace(":", " "), row.cells.get("comment")]
    return Record(
        id=record_id(row.place),
        channel=plan.channel,
        text=" · ".join(str(part) for part in said if part),
        place=row.place,
        sha256=reading.sha256,
        currency=str(row.cells.get("currency") or plan.currency or "") or None,
        period=when.year_label,
        effective_on=when.start,
        is_dated_to_day=when.precision == "day",
        received_on=parse_when(row.cells["date"]).start
        if not plan.received
        else received_date(plan),
        unit=plan.unit,
        source=plan.index,
        cells={name: str(value) for name, value in row.cells.items() if value not in (None, "")},
    )
