from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.sources.written_amounts import (
    Amount,
    NoAmount,
    UnreadableAmount,
    decimal_mark_of,
    parse_amount,
)

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("written", "value", "currency"),
    [
        ("1,234.56", "1234.56", None),
        ("1.234,56", "1234.56", None),
        ("1 234,56", "1234.56", None),
        ("1\u202f234,56", "1234.56", None),
        ("1'234.50", "1234.50", None),
        ("(1,200)", "-1200", None),
        ("5-", "-5", None),
        ("−5", "-5", None),
        ("$1,200", "1200", "USD"),
        ("-$5", "-5", "USD"),
        ("$-5", "-5", "USD"),
        ("$(5)", "-5", "USD"),
        ("€1.200,50", "1200.50", "EUR"),
        ("1.200,50 €", "1200.50", "EUR"),
        ("EUR 5k", "5000", "EUR"),
        ("1.2m", "1200000", None),
        ("3,4 Mio. €", "3400000", "EUR"),
        ("CHF 1'200.–", "1200", "CHF"),
        ("1,234", "1234", None),
        ("0,446", "0.446", None),
    ],
)
def test_an_amount_has_many_spellings(written, value, currency):
    amount = parse_amount(written)
    assert (amount.value, amount.currency) == (Decimal(value), currency)


def test_a_percentage_says_so():
    assert parse_amount("12 %").percent
    assert parse_amount("12 %").value == 12


@pytest.mark.parametrize("written", ["", "-", "–", "n/a", None])
def test_an_absent_amount_is_told_from_a_bad_one(written):
    with pytest.raises(NoAmount):
        parse_amount(written)


@pytest.mark.parametrize(
    "written", ["abc", "1,2,3", "12 34", "(5", "--5", "$5 EUR", "1e5", True, Decimal("NaN")]
)
def test_what_is_no_amount_is_refused_with_a_sentence(written):
    with pytest.raises(UnreadableAmount, match=r"\.$"):
        parse_amount(written)


def test_a_column_decides_what_a_lone_cell_cannot():
    assert decimal_mark_of(["1,234", "1,5"]) == ","
    assert decimal_mark_of(["1,234", "5"]) is None
    assert decimal_mark_of(["1.5", "1,5"]) is None
    assert parse_amount("1,234", decimal=",").value == Decimal("1.234")


@given(amounts)
def test_every_english_spelling_reads_back(value):
    assert parse_amount(f"{value:,.2f}").value == value
    assert parse_amount(f"{value:,.2f} USD", decimal=".").value == value


@given(amounts)
def test_every_german_spelling_reads_back(value):
    written = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert parse_amount(written).value == value


def test_a_bracket_may_close_before_the_currency() -> None:
    assert parse_amount("(500,00) €", decimal=",") == Amount(Decimal("-500.00"), "EUR")
    assert parse_amount("(1,200.50) USD") == Amount(Decimal("-1200.50"), "USD")
