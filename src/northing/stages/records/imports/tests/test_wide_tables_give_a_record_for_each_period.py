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
