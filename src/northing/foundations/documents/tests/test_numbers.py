"""Numbers are written for people, and what is missing is a word."""

from datetime import date
from decimal import Decimal

import pytest

from northing.foundations.documents.numbers import day, interval, money, number, percent, points


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (percent(0.1234), "12.3\u202f%"),
        (percent(0.5, decimals=0), "50\u202f%"),
        (percent(-0.00001), "0.0\u202f%"),
        (percent(None), "unknown"),
        (percent(float("nan")), "unknown"),
        (points(-0.033), "\u22123.3\u00a0points"),
        (points(0.02), "+2.0\u00a0points"),
        (points(0.01), "+1.0\u00a0point"),
        (points(0.0), "0.0\u00a0points"),
        (points(0.1, decimals=0), "+10\u00a0points"),
        (points(None), "unknown"),
        (money(Decimal(9955000), "USD"), "USD\u00a09,955,000"),
        (money(Decimal("-12.5"), "EUR"), "EUR\u00a0\u221212.50"),
        (money(None, "USD"), "unknown"),
        (number(1234567.891, decimals=2), "1,234,567.89"),
        (number(0), "0"),
        (interval(0.041, 0.2), "between 4.1\u202f% and 20.0\u202f%"),
        (interval(None, 0.2), "unknown"),
        (day(date(2024, 3, 1)), "1\u00a0March\u00a02024"),
        (day(None), "unknown"),
        (percent(0.1, language="xx-YY"), "10.0\u202f%"),
    ],
)
def test_a_number_reads_as_a_person_would_write_it(written: str, expected: str) -> None:
    assert written == expected
