"""Which amounts does a sentence state, of what, and which labels name one line?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.figures import amounts_in, same_label, stated_figures


@pytest.mark.parametrize(
    ("written", "value", "currency"),
    [
        ("$40,000", "40000", "USD"),
        ("EUR 1.2 million", "1200000", "EUR"),
        ("1,2 Mio. €", "1200000", "EUR"),
        ("40.000 €", "40000", "EUR"),
        ("1.234,56 €", "1234.56", "EUR"),
        ("CHF 1'200.50", "1200.50", "CHF"),
        ("$15k USD", "15000", "USD"),
        ("C$4", "4", "CAD"),
        ("£3bn", "3000000000", "GBP"),
        ("-$5", "-5", "USD"),
        ("$1,110,000", "1110000", "USD"),
        ("250 euros", "250", "EUR"),
        ("3 dollars", "3", "USD"),
    ],
)
def test_an_amount_is_read_whatever_its_marks(written, value, currency):
    sentence = f"It cost {written} (net)."
    [amount] = amounts_in(sentence)
    assert (amount.value, amount.currency) == (Decimal(value), currency)
    assert sentence[amount.start : amount.end].startswith(written.rstrip("USD "))


def test_the_bare_dollar_is_what_the_reader_says():
    assert amounts_in("$5", dollar="AUD")[0].currency == "AUD"


@pytest.mark.parametrize("sentence", ["issue #120", "5 m wide", "in 2024", "23 people", "FY 2025"])
def test_a_number_without_a_currency_is_no_amount(sentence):
    assert amounts_in(sentence) == []


def figures(sentence: str, language: str = "en") -> list[tuple[str, str | None, Decimal]]:
    found = stated_figures(sentence, language=language)
    return [(figure.label, figure.period, figure.amount.value) for figure in found]


def test_a_label_keeps_for_the_periods_that_follow_it():
    assert figures("#### Travel FY 2025: $40,000 FY 2026: $41,000") == [
        ("Travel", "FY 2025", 40000),
        ("Travel", "FY 2026", 41000),
    ]
    assert figures("Miscellaneous Operating Expenses FY 2024: $88,500 FY 2025: $87,500") == [
        ("Miscellaneous Operating Expenses", "FY 2024", 88500),
        ("Miscellaneous Operating Expenses", "FY 2025", 87500),
    ]


def test_a_label_alone_has_no_period():
    assert figures("Total spent: $306,608") == [("Total spent", None, 306608)]


def test_a_sentence_tells_what_the_money_went_on():
    assert figures("In 2024 we spent EUR 1.2 million on outreach.") == [
        ("outreach", "2024", 1200000)
    ]
    assert figures("2024 gaben wir 1,2 Mio. Euro für Bildung aus.", "de") == [
        ("Bildung", "2024", 1200000)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Total reserved of $650,000: $600,000",
        "We paid $5 for tea and $6 for milk",
        "The ask is for $15k in support of the work",
        "Up to $2000 per person",
    ],
)
def test_what_is_not_certain_is_left_out(sentence):
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Miscellaneous Operating Expenses", "Misc Operating Expenses (total)"),
        ("Travel", "Travel (total)"),
        ("Salaries", "Salary (subtotal)"),
        ("Board Meetings and Public Hearings", "Board Meetings / Public Hearings"),
    ],
)
def test_labels_of_one_line_are_the_same(a, b):
    assert same_label(a, b)
    assert same_label(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Travel", "Travel (Committee Meetings)"),
        ("Staff", "Staff Training"),
        ("Tax", "Taxonomy"),
        ("", ""),
        ("Rent", "Insurance"),
    ],
)
def test_labels_of_different_lines_are_not(a, b):
    assert not same_label(a, b)


@given(st.text(max_size=80))
def test_amounts_stand_where_they_say(text):
    for amount in amounts_in(text):
        assert 0 <= amount.start < amount.end <= len(text)
        assert any(char.isdigit() for char in text[amount.start : amount.end])
    assert len(stated_figures(text)) <= len(amounts_in(text))


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_printed_amount_is_read_back(whole, cents):
    [amount] = amounts_in(f"EUR {whole:,}.{cents:02d}")
    assert amount.value == Decimal(f"{whole}.{cents:02d}")


def test_two_words_joined_by_and_are_one_label() -> None:
    (one,) = stated_figures("In 2024 we spent EUR 300 on wells and pumps.")
    assert (one.label, one.period) == ("wells and pumps", "2024")


def test_another_clause_is_no_part_of_the_label() -> None:
    (one,) = stated_figures("We spent EUR 300 on wells and built a school.")
    assert one.label == "wells"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("For wells and pumps we paid 300 euros in 2022.", "en"),
        ("Für wells and pumps gaben wir 2022 300 Euro aus.", "de"),
    ],
)
def test_what_it_went_on_may_stand_first(sentence: str, language: str) -> None:
    (one,) = stated_figures(sentence, language=language)
    assert (one.label, one.period, one.amount.value) == ("wells and pumps", "2022", 300)
