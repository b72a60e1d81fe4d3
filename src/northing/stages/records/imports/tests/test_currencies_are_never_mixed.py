from pathlib import Path

from northing.stages.records.imports.tests.make import amounts, take


def test_another_currency_in_a_cell_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nRent,€100\nFlights,$200\nHeating,€50\n")
    (refusal,) = found.refusals
    assert (refusal.place.line, refusal.place.column, refusal.value) == (3, "Amount", "$200")
    assert "USD" in refusal.reason
    assert amounts(found) == {"Rent": "100", "Heating": "50"}


def test_two_currencies_in_one_column_are_refused_though_the_case_names_none(
    tmp_path: Path,
) -> None:
    found = take(tmp_path, "Line,Amount\nRent,€100\nFlights,$200\nHeating,€50\n", currency=None)
    assert amounts(found) == {"Rent": "100", "Heating": "50"}
    assert [one.value for one in found.refusals] == ["$200"]


def test_a_currency_column_says_what_each_line_is_in(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount,Currency\nRent,100,EUR\nFlights,200,usd\n")
    assert [one.currency for one in found.records] == ["EUR", "USD"]


def test_a_cell_that_contradicts_its_currency_column_is_refused(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount,Currency\nRent,€100,EUR\nFlights,$200,EUR\n")
    assert [one.value for one in found.refusals] == ["$200"]


def test_totals_are_sought_within_one_currency(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount,Currency\nRent,60,EUR\nFlights,40,USD\nTotal,60,EUR\n")
    assert amounts(found) == {"Rent": "60", "Flights": "40"}
    assert not found.discrepancies
