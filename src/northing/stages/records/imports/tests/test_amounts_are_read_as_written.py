from pathlib import Path

import pytest

from northing.stages.records.imports.tests.make import amounts, take


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1200.50", "1200.50"),
        ('"1,200.50"', "1200.50"),
        ('"(1,200.50)"', "-1200.50"),
        ("-5", "-5"),
        ("€ 12", "12"),
        ("12 EUR", "12"),
    ],
)
def test_one_cell(tmp_path: Path, written: str, meant: str) -> None:
    assert amounts(take(tmp_path, f"Line,Amount\nRent,{written}\n")) == {"Rent": meant}


def test_the_column_as_a_whole_says_what_a_comma_means(tmp_path: Path) -> None:
    found = take(tmp_path, "Zeile;Betrag\nMiete;1.200,50\nHeizung;300,5\n")
    assert amounts(found) == {"Miete": "1200.50", "Heizung": "300.5"}


def test_cents_are_exact_when_added(tmp_path: Path) -> None:
    lines = "".join(f"Fee {number},0.10\n" for number in range(30))
    found = take(tmp_path, "Line,Amount\n" + lines)
    assert sum(one.amount or 0 for one in found.records) == 3
