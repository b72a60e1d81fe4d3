from pathlib import Path

from northing.stages.records.imports.tests.make import take

WIDE = "Line,FY2023,FY2024\nRent,100,110\nHeating,,40\n"


def test_one_record_for_each_filled_cell(tmp_path: Path) -> None:
    found = take(tmp_path, WIDE)
    assert [(one.text, one.period, f"{one.amount}") for one in found.records] == [
        ("Rent", "FY2023", "100"),
        ("Rent", "FY2024", "110"),
        ("Heating", "FY2024", "40"),
    ]


def test_every_record_knows_its_column(tmp_path: Path) -> None:
    found = take(tmp_path, WIDE)
    assert [(one.id, one.place.column) for one in found.records] == [
        ("budget.csv:2:FY2023", "FY2023"),
        ("budget.csv:2:FY2024", "FY2024"),
        ("budget.csv:3:FY2024", "FY2024"),
    ]


def test_the_case_may_name_the_columns_of_the_periods(tmp_path: Path) -> None:
    found = take(
        tmp_path, "Line,Last,This\nRent,100,110\n", amounts={"2023": "Last", "2024": "This"}
    )
    assert [(one.period, f"{one.amount}") for one in found.records] == [
        ("2023", "100"),
        ("2024", "110"),
    ]


def test_months_are_read_one_by_one_and_their_year_is_not_counted_again(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Jan 2024,Feb 2024,2024\nRent,1,2,3\n")
    assert [(str(one.effective_on), one.period, one.amount) for one in found.records] == [
        ("2024-01-01", "2024", 1),
        ("2024-02-01", "2024", 2),
    ]


def test_quarters_and_a_column_of_totals(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Q1 2024,Q2 2024,Total 2024\nRent,1,2,3\n")
    assert sum(one.amount or 0 for one in found.records) == 3
