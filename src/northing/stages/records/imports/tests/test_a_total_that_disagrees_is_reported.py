from pathlib import Path

import pytest

from northing.stages.records.imports.tests.make import take, take_book
from northing.stages.records.ledger.facts import Fault, Kind

ALONE = "Line,Amount\nRent,60\nHeating,40\nTotal,110\n"
UPHELD = "Line,Amount\nRent,60\nHeating,40\nSubtotal,110\nNurses,200\nGrand total,310\n"
PARENTS = "Line,Amount,Parent\nBuildings,110,\nRent,60,Buildings\nHeating,40,Buildings\n"


@pytest.mark.parametrize("rows", [ALONE, ALONE.replace("Total", "Total North"), PARENTS])
def test_alone_it_gives_way_to_its_parts(tmp_path: Path, rows: str) -> None:
    found = take(tmp_path, rows)
    assert sum(one.amount or 0 for one in found.records) == 100
    (fault,) = found.discrepancies
    assert fault.fault is Fault.PARTS_DISAGREE
    assert (fault.stated, fault.found, fault.stands) == (110, 100, False)


def test_upheld_by_a_total_above_it_stands_and_the_difference_is_a_line(tmp_path: Path) -> None:
    found = take(tmp_path, UPHELD)
    assert sum(one.amount or 0 for one in found.records) == 310
    (extra,) = [one for one in found.records if one.kind is Kind.DIFFERENCE]
    assert (extra.amount, extra.text) == (10, "Difference between Subtotal and its parts")
    (fault,) = found.discrepancies
    assert fault.stands


def test_the_report_points_at_the_total_and_its_parts(tmp_path: Path) -> None:
    (fault,) = take(tmp_path, UPHELD).discrepancies
    assert fault.place.line == 4
    assert fault.record_ids == ("budget.csv:4:difference", "budget.csv:2", "budget.csv:3")


def test_each_sheet_has_totals_of_its_own(tmp_path: Path) -> None:
    sheets = {
        name: (("Line", "Amount"), ("Rent", cost), ("Heating", 40), ("Total", cost + 40))
        for name, cost in (("North", 60), ("South", 10))
    }
    found = take_book(tmp_path, sheets)
    assert sum(one.amount or 0 for one in found.records) == 150
    assert len(found.totals) == 2
    assert not found.discrepancies


@pytest.mark.parametrize("name", ["Total 2023", "Total for 2023", "Summe 2023", "Total (FY2023)"])
def test_a_total_that_only_says_when_may_be_far_off_its_parts(tmp_path: Path, name: str) -> None:
    found = take(tmp_path, f"Line,Amount\nRent,60\nHeating,40\n{name},250\n")
    assert sum(one.amount or 0 for one in found.records) == 100
    (fault,) = found.discrepancies
    assert (fault.stated, fault.found) == (250, 100)


@pytest.mark.parametrize("name", ["Total rewards 2023", "Total North 2023"])
def test_a_total_of_something_that_is_far_off_is_a_line(tmp_path: Path, name: str) -> None:
    found = take(tmp_path, f"Line,Amount\nRent,60\nHeating,40\n{name},250\n")
    assert sum(one.amount or 0 for one in found.records) == 350
    assert not found.discrepancies
