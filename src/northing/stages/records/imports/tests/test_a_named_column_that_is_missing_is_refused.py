from pathlib import Path

from northing.stages.records.imports.tests.make import amounts, take


def test_the_refusal_names_the_columns_the_file_has(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Sum\nRent,100\n", columns={"text": "Line", "unit": "Division"})
    (refusal,) = found.refusals
    assert refusal.value == "Division"
    assert "its columns are: Line, Sum" in refusal.reason
    assert "unit" in refusal.remedy


def test_the_rows_are_still_read(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Sum\nRent,100\n", columns={"text": "Line", "unit": "Division"})
    assert amounts(found) == {"Rent": "100"}


def test_a_missing_year_of_a_wide_table_is_refused_and_the_others_read(tmp_path: Path) -> None:
    found = take(
        tmp_path,
        "Line,Plan A,Plan B\nRent,100,110\n",
        amounts={"2023": "Plan A", "2024": "Plan C"},
    )
    assert [one.value for one in found.refusals] == ["Plan C"]
    assert [(one.period, f"{one.amount}") for one in found.records] == [("2023", "100")]
