from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.sources.day_order import day_first_of
from northing.foundations.sources.written_dates import UnreadableDate, parse_when, period_in

FIRST_OF_MARCH = [
    *("2024-03-01", "2024/03/01", "01.03.2024", "1.3.24", "1 March 2024", "March 1, 2024"),
    *("01/03/2024", "1-Mar-24", "1. März 2024", "Friday, 1 March 2024", "2024-03-01T10:00:00Z"),
    *(date(2024, 3, 1), datetime.fromisoformat("2024-03-01T10:00")),
]


@pytest.mark.parametrize("written", FIRST_OF_MARCH)
def test_one_day_has_many_spellings(written):
    assert parse_when(written).label == "2024-03-01"


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("March 2024", "2024-03"),
        ("Mar-24", "2024-03"),
        ("2024-03", "2024-03"),
        ("Dezember 2023", "2023-12"),
        ("Q3 2025", "2025-Q3"),
        ("2025Q3", "2025-Q3"),
        ("2025-Q3", "2025-Q3"),
        ("H1 2025", "2025-H1"),
        ("2025h1", "2025-H1"),
        ("2024", "2024"),
        (Decimal(2024), "2024"),
        ("FY2024", "FY2024"),
        ("FY24", "FY2024"),
        ("FY 2024", "FY2024"),
        ("FY2019-20", "FY19-20"),
        ("FY19-20", "FY19-20"),
        ("2019/20", "FY19-20"),
    ],
)
def test_a_period_has_one_label(written, label):
    assert parse_when(written).label == label


def test_a_period_reaches_from_its_first_to_its_last_day():
    half, spanning = parse_when("2024H1"), parse_when("FY19-20")
    assert (half.start, half.end) == (date(2024, 1, 1), date(2024, 6, 30))
    assert (spanning.start, spanning.end) == (date(2019, 7, 1), date(2020, 6, 30))


def test_a_yearly_table_files_each_under_its_year():
    assert [
        parse_when(said).year_label for said in ("2024-03-01", "2024-Q3", "FY24", "FY19-20")
    ] == [*("2024", "2024", "FY2024", "FY19-20")]


@pytest.mark.parametrize(
    "written", ["31/02/2024", "2024-13", "45000", Decimal(45000), "", None, "soon", True]
)
def test_what_is_no_date_is_refused_with_a_sentence(written):
    with pytest.raises(UnreadableDate, match=r"\.$"):
        parse_when(written)


def test_a_part_above_twelve_decides_and_a_column_can_be_asked():
    assert parse_when("01/13/2024").label == "2024-01-13"
    assert parse_when("01/03/2024", day_first=False).label == "2024-01-03"
    assert not day_first_of(["01/03/2024", "01/13/2024"]).day_first
    assert day_first_of(["01/03/2024"]).is_ambiguous
    assert not day_first_of(["13/03/2024", "2024-01-01"]).is_ambiguous


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("fy2024_request", "FY2024"),
        ("pct2024", "2024"),
        ("Compiler-ops 2025H1 allocation", "2025-H1"),
        ("In FY19-20 we spent more.", "FY19-20"),
        ("Travel payments 2026-02", "2026-02"),
        ("Grants in 2024.", "2024"),
    ],
)
def test_a_period_is_found_inside_a_name(name, label):
    assert period_in(name).label == label


@pytest.mark.parametrize(
    "name", ["$2024", "2,024", "2022-2026", "as of 2024-03-31", "Q1", "amount"]
)
def test_no_period_is_seen_where_none_is_named(name):
    assert period_in(name) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_reads_back(day):
    assert parse_when(day.isoformat()).start == day
    assert parse_when(f"{day.day}.{day.month}.{day.year}").start == day
