from pathlib import Path

from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Channel, Side

SPENT = """2024-03-01 Harbour Hall
    expenses:rooms            €900.00
    assets:bank
"""
EARNED = """2024-03-02 Ministry
    assets:bank               €500.00
    income:grants
"""
SET_ASIDE = """2024-03-03 Set aside for carers
    assets:carers             €300.00
    assets:unallocated
"""
TAKEN_BACK = """2024-03-04 Taken back
    assets:carers            €-100.00
    assets:unallocated
"""
SETTLED = """2024-03-05 Pay the supplier
    liabilities:supplier       €80.00
    assets:bank
"""


def test_only_expenses_are_spending(tmp_path: Path) -> None:
    (one,) = take(tmp_path, SPENT, name="cash.journal").records
    assert (one.channel, one.side, one.amount) == (Channel.MONEY, Side.SPENDING, 900)
    assert one.effective_on is not None
    assert one.effective_on.isoformat() == "2024-03-01"
    assert one.is_dated_to_day


def test_income_is_the_other_side_and_positive(tmp_path: Path) -> None:
    (one,) = take(tmp_path, EARNED, name="cash.journal").records
    assert (one.channel, one.side, one.amount) == (Channel.MONEY, Side.INCOME, 500)


def test_a_transfer_between_assets_is_a_decision(tmp_path: Path) -> None:
    (one,) = take(tmp_path, SET_ASIDE, name="cash.journal").records
    assert (one.channel, one.amount, one.outcome) == (Channel.DECISIONS, 300, None)
    assert one.cells["account"] == "assets:carers"


def test_a_negative_transfer_takes_a_decision_back(tmp_path: Path) -> None:
    (one,) = take(tmp_path, TAKEN_BACK, name="cash.journal").records
    assert (one.channel, one.amount, one.outcome) == (Channel.DECISIONS, -100, "reversal")


def test_settlements_are_left_out_and_counted(tmp_path: Path) -> None:
    found = take(tmp_path, SPENT + "\n" + SETTLED, name="cash.journal")
    assert len(found.records) == 1
    assert sum(found.left_out.values()) == 3


def test_a_refund_is_a_credit_of_its_account(tmp_path: Path) -> None:
    refund = SPENT.replace("€900.00", "€-900.00")
    (one,) = take(tmp_path, refund, name="cash.journal").records
    assert (one.side, one.amount) == (Side.SPENDING, -900)
