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


def decided_in(unit: str, commitment: str, numbers: range) -> list[Tagged]:
    return [
        spent(number, None, commitment, unit=unit, channel=Channel.DECISIONS) for number in numbers
    ]


def test_units_of_few_decisions_that_chance_may_have_set_apart_are_not_told() -> None:
    lines = decided_in("North", CARE, range(10, 12)) + decided_in("South", REST, range(20, 22))
    assert not find("hidden-by-netting", said(1), said(2, REST), *lines)


def test_units_of_many_decisions_that_offset_one_another_are_told_with_what_chance_shows() -> None:
    lines = decided_in("North", CARE, range(10, 40)) + decided_in("South", REST, range(50, 80))
    (one,) = find("hidden-by-netting", said(1), said(2, REST), *lines)
    assert "50.0 points of the distance in decisions are hidden" in one.statement
    assert "In 60 records units that act alike would seem to hide" in one.condition
