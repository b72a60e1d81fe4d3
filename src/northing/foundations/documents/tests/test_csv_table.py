"""A spreadsheet that opens our CSV runs nothing from it."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from northing.foundations.documents.csv_table import to_csv
from northing.foundations.documents.formula_safe import formula_safe


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "==1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "\ufeff=cmd|'/c calc'!A1",
        "\n=1",
    ],
)
def test_a_formula_gets_an_apostrophe_and_loses_nothing(text: str) -> None:
    assert formula_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "12 March", "5 - 3", "é", "'=1"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert formula_safe(text) == text


def test_real_numbers_stay_numbers_and_unknown_is_empty() -> None:
    text = to_csv(
        ("Record", "=Amount"),
        [
            ("-x", -3),
            ("b", Decimal("-1E+3")),
            ("c", -0.5),
            ("d", None),
            ("e", date(2024, 3, 1)),
            ("f", True),
        ],
    )
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Record", "'=Amount"]
    assert rows[1:] == [
        ["'-x", "-3"],
        ["b", "-1000"],
        ["c", "-0.5"],
        ["d", ""],
        ["e", "2024-03-01"],
        ["f", "true"],
    ]
    assert not text.startswith("\ufeff")


def test_quotes_commas_and_line_ends_come_back_whole() -> None:
    cell = 'She said "no", \r\nthen left'
    assert next(csv.reader(io.StringIO(to_csv([cell], []), newline=""))) == [cell]


def test_a_short_row_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match="Row 2 has 1 cells"):
        to_csv(("a", "b"), [("1", "2"), ("3",)])
