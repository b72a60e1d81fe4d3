from pathlib import Path

import pytest

from northing.stages.records.imports.tests.make import amounts, take

HEADER = "Line,Amount,Date,Stance,Commitment,Side\n"
GOOD = "Heating,50,2024-03-01,,,\n" * 3


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("Rent,a lot,2024-03-01,,,", "Amount", "a lot"),
        ("Rent,100,31/02/2024,,,", "Date", "31/02/2024"),
        ("Rent,100,2024-03-01,maybe,,", "Stance", "maybe"),
        ("Rent,100,2024-03-01,,kindness,", "Commitment", "kindness"),
        ("Rent,100,2024-03-01,,care 70 %; rest 60 %,", "Commitment", "care 70 %; rest 60 %"),
        ("Rent,100,2024-03-01,,,sideways", "Side", "sideways"),
    ],
)
def test_the_refusal_names_the_cell(tmp_path: Path, row: str, column: str, value: str) -> None:
    found = take(tmp_path, f"{HEADER}{GOOD}{row}\n")
    (refusal,) = found.refusals
    assert (refusal.place.line, refusal.place.column, refusal.value) == (5, column, value)
    assert refusal.reason
    assert refusal.remedy
    assert amounts(found) == {"Heating": "50"}
    assert len(found.records) == 3


def test_a_row_without_an_amount_is_a_heading_and_is_counted(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nBUILDINGS,\nRent,100\nSTAFF,-\nNurses,200\n")
    assert amounts(found) == {"Rent": "100", "Nurses": "200"}
    assert sum(found.left_out.values()) == 2
    assert not found.refusals


def test_a_row_without_text_is_counted_as_left_out(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Amount\nRent,100\n,7\n", columns={"text": "Line"})
    assert amounts(found) == {"Rent": "100"}
    assert sum(found.left_out.values()) == 1
