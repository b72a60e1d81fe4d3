from decimal import Decimal
from pathlib import Path

from northing.cycle import Case
from northing.stages.diagnose.findings.rules.completeness import EarlierSource, missing_from
from northing.tests.make import make_case, make_source

FILES = {
    f"{year}.csv": f"Line,Amount,Year\nRent,60,{year}\nHeating,40,{year}\n" for year in (2023, 2024)
}


def declared(folder: Path, expected: str) -> Case:
    return make_case(
        folder, make_source("*.csv", more=f"[source.expected]\n{expected}"), files=FILES
    )


def lacking(case: Case) -> list[Decimal]:
    return [one.amount for one in missing_from(case.sources)]


def test_all_files_of_a_source_count_together(tmp_path: Path) -> None:
    assert lacking(declared(tmp_path, "total = 200")) == []
    assert lacking(declared(tmp_path, "rows = 4")) == []


def test_a_total_that_was_not_reached(tmp_path: Path) -> None:
    assert lacking(declared(tmp_path, "total = 250")) == [50]


def test_rows_that_are_missing_weigh_as_the_others_did(tmp_path: Path) -> None:
    assert lacking(declared(tmp_path, "rows = 6")) == [100]


def test_a_period_that_is_missing_weighs_as_the_others_did(tmp_path: Path) -> None:
    case = declared(tmp_path, "periods = [2022, 2023, 2024]")
    (one,) = missing_from(case.sources)
    assert one.amount == 100
    assert "2022" in one.reason


def test_what_an_earlier_audit_read_is_missed(tmp_path: Path) -> None:
    case = declared(tmp_path, "total = 200")
    earlier = (
        EarlierSource(path="2023.csv", channel="money", rows_read=2, total=Decimal(100)),
        EarlierSource(path="2022.csv", channel="money", rows_read=2, total=Decimal(70)),
        EarlierSource(path="2024.csv", channel="money", rows_read=3, total=Decimal(130)),
    )
    assert [(one.path, one.amount) for one in missing_from(case.sources, earlier)] == [
        ("2022.csv", 70),
        ("2024.csv", 30),
    ]


def test_a_whole_file_that_is_missing_weighs_as_the_rest_of_its_channel(tmp_path: Path) -> None:
    gone = make_source("2022/*.csv", more="[source.expected]\nrows = 4")
    case = make_case(tmp_path, make_source("*.csv"), gone, files=FILES)
    assert lacking(case) == [200]
