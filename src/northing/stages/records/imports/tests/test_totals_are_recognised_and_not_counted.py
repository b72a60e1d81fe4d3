from pathlib import Path

import pytest

from northing.stages.records.imports.tests.make import amounts, take


def test_a_total_below_its_lines(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nRent,60\nHeating,40\nTotal,100\n")
    assert amounts(found) == {"Rent": "60", "Heating": "40"}
    assert [(one.label, f"{one.amount}") for one in found.totals] == [("Total", "100")]
    assert not found.discrepancies


def test_a_total_above_its_lines(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nTotal budget,100\nRent,60\nHeating,40\n")
    assert amounts(found) == {"Rent": "60", "Heating": "40"}


def test_section_totals_above_their_lines(tmp_path: Path) -> None:
    rows = "Total,150\nTotal North,100\nRent,60\nHeating,40\nTotal South,50\nNurses,50\n"
    found = take(tmp_path, "Line,Amount\n" + rows)
    assert amounts(found) == {"Rent": "60", "Heating": "40", "Nurses": "50"}


def test_a_grand_total_over_subtotals(tmp_path: Path) -> None:
    rows = "Rent,60\nHeating,40\nSubtotal,100\nNurses,200\nSubtotal,200\nGrand total,300\n"
    found = take(tmp_path, "Line,Amount\n" + rows)
    assert amounts(found) == {"Rent": "60", "Heating": "40", "Nurses": "200"}
    assert len(found.totals) == 3


def test_a_programme_that_is_called_total_is_a_line(tmp_path: Path) -> None:
    rows = "Rent,60\nHeating,40\nTotal rewards programme,35\nTotal,135\n"
    found = take(tmp_path, "Line,Amount\n" + rows)
    assert amounts(found)["Total rewards programme"] == "35"
    assert len(found.records) == 3


def test_parents_are_named_by_label(tmp_path: Path) -> None:
    rows = "Buildings,100,\nRent,60,Buildings\nHeating,40,Buildings\nNurses,200,\n"
    found = take(tmp_path, "Line,Amount,Parent\n" + rows)
    assert amounts(found) == {"Rent": "60", "Heating": "40", "Nurses": "200"}


def test_parents_are_named_by_id(tmp_path: Path) -> None:
    rows = "B1,Buildings,100,\nB2,Rent,60,B1\nB3,Heating,40,B1\nB4,Nurses,200,\n"
    found = take(tmp_path, "Id,Line,Amount,Parent\n" + rows)
    assert amounts(found) == {"Rent": "60", "Heating": "40", "Nurses": "200"}


def test_an_id_is_not_taken_for_a_label(tmp_path: Path) -> None:
    """Parents name the ids 1 and 2; a line whose text is "2" is no parent."""
    rows = "1,Buildings,100,\n2,Staff,50,\n3,Rent,100,1\n4,Nurses,50,2\n5,2,7,\n"
    columns = {"text": "Line", "id": "Id", "parent": "Parent"}
    found = take(tmp_path, "Id,Line,Amount,Parent\n" + rows, columns=columns)
    assert amounts(found) == {"Rent": "100", "Nurses": "50", "2": "7"}


def test_a_line_that_bears_the_name_of_a_total_is_still_a_line(tmp_path: Path) -> None:
    rows = "Staff,30,\nTraining,10,Staff\nNurses,20,Staff\nTraining,5,\nCourses,5,Training\n"
    found = take(tmp_path, "Line,Amount,Parent\n" + rows)
    assert sum(one.amount or 0 for one in found.records) == 35


def test_a_total_beside_named_parents(tmp_path: Path) -> None:
    rows = "Buildings,100,\nRent,60,Buildings\nHeating,40,Buildings\nNurses,200,\nTotal,300,\n"
    found = take(tmp_path, "Line,Amount,Parent\n" + rows)
    assert amounts(found) == {"Rent": "60", "Heating": "40", "Nurses": "200"}
    assert not found.discrepancies


def test_each_period_of_a_wide_table_has_its_own_totals(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,FY2023,FY2024\nRent,60,70\nHeating,40,50\nTotal,100,120\n")
    assert sum(one.amount or 0 for one in found.records) == 220
    assert not found.discrepancies


def test_each_period_of_a_long_table_has_its_own_totals(tmp_path: Path) -> None:
    rows = "Rent,60,2023\nRent,70,2024\nHeating,40,2023\nHeating,50,2024\n"
    found = take(tmp_path, f"Line,Amount,Year\n{rows}Total,100,2023\nTotal,120,2024\n")
    assert sum(one.amount or 0 for one in found.records) == 220
    assert not found.discrepancies


@pytest.mark.parametrize("order", [("North", "South"), ("South", "North")])
def test_each_unit_of_a_long_table_has_its_own_parents(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    rows = "".join(
        f"Staff,{sum(parts)},,{unit}\nNurses,{parts[0]},Staff,{unit}\nDoctors,{parts[1]},Staff,{unit}\n"
        for unit in order
        for parts in [(60, 40) if unit == "North" else (10, 20)]
    )
    found = take(tmp_path, f"Line,Amount,Parent,Unit\n{rows}")
    assert sum(one.amount or 0 for one in found.records) == 130
    assert not found.discrepancies


def test_a_line_without_parts_in_its_unit_is_a_line(tmp_path: Path) -> None:
    rows = "Staff,100,,North\nNurses,60,Staff,North\nDoctors,40,Staff,North\nStaff,50,,South\n"
    found = take(tmp_path, f"Line,Amount,Parent,Unit\n{rows}")
    assert sum(one.amount or 0 for one in found.records) == 150
    assert not found.discrepancies


def test_a_list_of_totals_alone_is_a_list_of_lines(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nNorth total,5\nSouth total,6\n")
    assert amounts(found) == {"North total": "5", "South total": "6"}


def test_a_named_total_with_one_line_is_a_total(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nRent,60\nTotal buildings,60\nNurses,40\n")
    assert amounts(found) == {"Rent": "60", "Nurses": "40"}
