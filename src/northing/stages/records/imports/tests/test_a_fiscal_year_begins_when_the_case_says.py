from datetime import date
from pathlib import Path

import pytest

from northing.foundations.sources.written_dates import parse_when
from northing.stages.records.imports.rules.fiscal_years import first_day
from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Channel


@pytest.mark.parametrize(
    ("written", "starts", "day"),
    [
        ("FY2024", 10, "2023-10-01"),
        ("FY2024", 7, "2023-07-01"),
        ("FY2024", 4, "2024-04-01"),
        ("FY2024", 1, "2024-01-01"),
        ("FY2024", None, "2024-01-01"),
        ("FY19-20", None, "2019-07-01"),
        ("FY19-20", 10, "2019-10-01"),
        ("FY19-20", 4, "2019-04-01"),
        ("2024", 10, "2024-01-01"),
        ("2024-03-05", 10, "2024-03-05"),
        ("Q1 2024", 10, "2024-01-01"),
    ],
)
def test_the_first_day_of_a_period(written: str, starts: int | None, day: str) -> None:
    assert first_day(parse_when(written), fiscal_year_starts=starts) == date.fromisoformat(day)


def test_records_of_a_wide_table_take_effect_on_that_day(tmp_path: Path) -> None:
    rows = "Line,FY2023,FY2024\nRent,100,110\n"
    found = take(tmp_path, rows, fiscal_year_starts=10)
    assert [str(one.effective_on) for one in found.records] == ["2022-10-01", "2023-10-01"]
    assert [one.period for one in found.records] == ["FY2023", "FY2024"]


def test_records_of_a_long_table_and_of_a_text_do_so_too(tmp_path: Path) -> None:
    table = take(tmp_path, "Line,Amount,FY\nRent,1,FY2024\n", fiscal_year_starts=10)
    text = take(
        tmp_path,
        "Longer appointments matter.\n",
        name="plan.md",
        channel=Channel.WORDS,
        date="FY2024",
        fiscal_year_starts=10,
    )
    assert {str(one.effective_on) for one in table.records + text.records} == {"2023-10-01"}
