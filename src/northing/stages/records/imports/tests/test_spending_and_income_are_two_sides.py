from pathlib import Path

from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Side


def test_a_column_may_say_which_side_a_line_is_on(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount,Account Type\nRent,100,Expense\nFees,300,Revenue\n")
    assert [one.side for one in found.records] == [Side.SPENDING, Side.INCOME]


def test_the_source_may_be_all_income(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nFees,300\n", side=Side.INCOME)
    assert [one.side for one in found.records] == [Side.INCOME]


def test_a_total_of_spending_has_no_income_in_it(tmp_path: Path) -> None:
    rows = "Rent,100,spending\nFees,300,income\nTotal,100,spending\nTotal,300,income\n"
    found = take(tmp_path, f"Line,Amount,Side\n{rows}")
    assert sorted(one.text for one in found.records) == ["Fees", "Rent"]
    assert not found.discrepancies
