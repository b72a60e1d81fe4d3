from datetime import date
from typing import Any

from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import CARE, REST, Tagged, said, spent
from northing.stages.records.ledger.facts import Channel


def announced(number: int, year: int, **but: Any) -> Tagged:
    return spent(
        number,
        but.pop("amount", None),
        channel=Channel.INITIATIVES,
        text="Quiet rooms",
        effective_on=date(year, 1, 1),
        path=f"plan-{year}.csv",
        **but,
    )


def test_an_initiative_in_three_years_recurs() -> None:
    (one,) = find("initiatives-recur", *(announced(2, year) for year in (2022, 2023, 2024)))
    assert "Quiet rooms (3)" in one.condition


def test_an_initiative_of_one_year_does_not() -> None:
    assert not find("initiatives-recur", announced(2, 2022), announced(3, 2022))


def test_units_that_offset_one_another_are_told() -> None:
    lines = (spent(1, 100, CARE, unit="North"), spent(2, 100, REST, unit="South"))
    (one,) = find("hidden-by-netting", said(1), said(2, REST), *lines)
    assert "50.0 points of the distance in money are hidden" in one.statement
    assert "100.0 % in" in one.statement
