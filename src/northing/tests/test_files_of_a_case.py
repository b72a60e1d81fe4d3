from pathlib import Path

import pytest

from northing.case import read_case
from northing.tests.make import amounts, make_case, make_source, write_case

BUDGET = {"budget.csv": "Line,Amount\nRent,60\nHeating,40\n"}


def test_a_file_that_is_not_there_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    case = make_case(tmp_path, make_source("gone.csv"), make_source("budget.csv"), files=BUDGET)
    assert amounts(case) == [60, 40]
    (refusal,) = case.sources[0].refused
    assert refusal.place.path == "gone.csv"
    assert refusal.remedy


def test_a_pattern_that_meets_nothing_is_refused(tmp_path: Path) -> None:
    case = make_case(tmp_path, make_source("ledger/*.csv"))
    (refusal,) = case.sources[0].refused
    assert "no file matches 'ledger/*.csv'" in refusal.reason
    assert "Correct path" in refusal.remedy


@pytest.mark.parametrize("path", ["../secret.csv", "../*.csv", "/etc/*.csv", "/etc/hostname"])
def test_a_path_that_leaves_the_root_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.csv").write_text("Line,Amount\nSecret,1\n", "utf-8")
    inside = tmp_path / "case"
    inside.mkdir()
    case = make_case(inside, make_source(path))
    assert not case.records
    assert len(case.sources[0].refused) == 1


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {f"{name}.csv": f"Line,Amount\n{name},1\n" for name in ("c", "a", "b")}
    case = make_case(tmp_path, make_source("*.csv"), files=files)
    assert [one.text for one in case.records] == ["a", "b", "c"]


def test_lock_files_of_offices_are_not_read(tmp_path: Path) -> None:
    case = make_case(tmp_path, make_source("*.csv"), files=BUDGET | {"~$budget.csv": "x"})
    assert [one.path for one in case.sources] == ["budget.csv"]


def test_the_files_may_lie_elsewhere(tmp_path: Path) -> None:
    here, there = tmp_path / "case", tmp_path / "files"
    here.mkdir()
    there.mkdir()
    write_case(here, make_source("budget.csv"))
    write_case(there, files=BUDGET)
    assert amounts(read_case(here, root=there)) == [60, 40]


def test_no_path_in_what_was_read_is_absolute(tmp_path: Path) -> None:
    case = make_case(tmp_path, make_source("budget.csv"), files=BUDGET)
    assert str(tmp_path) not in repr(case)


def test_people_of_the_case_and_of_author_columns_are_remembered(tmp_path: Path) -> None:
    files = {"decisions.csv": "Decision,Author\nOpen late,Amina Okoye\nClose early,Finance team\n"}
    head = '[organisation]\nname = "Harbour"\n[people]\nnames = ["Bruno Lindqvist"]\n'
    case = make_case(tmp_path, make_source("decisions.csv", "decisions"), files=files, head=head)
    assert case.names == {"Amina Okoye", "Bruno Lindqvist"}


def test_the_fiscal_year_of_the_case_reaches_every_source(tmp_path: Path) -> None:
    head = '[organisation]\nname = "Harbour"\nfiscal_year_starts = 10\n'
    files = {"budget.csv": "Line,Amount,FY\nRent,60,FY2024\n"}
    case = make_case(tmp_path, make_source("budget.csv"), files=files, head=head)
    assert str(case.records[0].effective_on) == "2023-10-01"
