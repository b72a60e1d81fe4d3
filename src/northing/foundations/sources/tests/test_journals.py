from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from northing.foundations.sources.reading import read

JOURNAL = """; -*- mode:ledger -*-
account assets:bank

2024-03-01=2024-02-28 * (7) Train to Bern  ; by Amina
  ; for the assembly
  expenses:travel\t$1,200.50  ; return ticket
  expenses:food  $-5
  assets:bank

2024/03/02 Swap
    assets:euro  10 EUR @ $1.10
    assets:bank  -$11 = $100
    (plan:travel)  $7
"""


def test_each_posting_is_a_row_and_the_left_out_amount_is_worked_out(read_back):
    reading = read_back("books.dat", JOURNAL)
    assert not reading.refusals
    assert reading.kind == "journal"
    assert [row.cells["amount"] for row in reading.rows[:3]] == [
        Decimal("1200.50"),
        Decimal(-5),
        Decimal("-1195.50"),
    ]
    assert [row.cells["is_inferred"] for row in reading.rows[:3]] == [False, False, True]
    first = reading.rows[0].cells
    assert (first["date"], first["effective_date"]) == (date(2024, 3, 1), date(2024, 2, 28))
    assert (first["payee"], first["currency"]) == ("Train to Bern", "USD")
    assert first["comment"] == "return ticket"
    assert first["transaction_comment"] == "by Amina for the assembly"
    assert first["text"] == "Train to Bern; return ticket"
    assert reading.rows[0].place.line == 6


def test_costs_balance_assertions_are_ignored_and_virtual_postings_are_told_apart(read_back):
    rows = read_back("books.journal", JOURNAL).rows[3:]
    assert [(row.cells["amount"], row.cells["currency"]) for row in rows] == [
        (Decimal(10), "EUR"),
        (Decimal(-11), "USD"),
        (Decimal(7), "USD"),
    ]
    assert rows[2].cells["kind"] == "virtual posting"


def test_facts_count_and_directives_are_noted(read_back):
    reading = read_back("books.journal", JOURNAL)
    assert reading.facts == {"transactions": Decimal(2), "postings": Decimal(6)}
    assert "'account'" in reading.notes[0]


def test_what_does_not_balance_is_refused_with_the_difference(read_back):
    reading = read_back("a.journal", "2024-01-01 Rent\n  a  $5.01\n  b  $-5\n")
    assert not reading.rows
    assert "'Rent'" in reading.refusals[0].reason
    assert "0.01 USD" in reading.refusals[0].reason
    assert reading.refusals[0].place.line == 1


def test_two_left_out_amounts_are_refused(read_back):
    reading = read_back("a.journal", "2024-01-01 Rent\n  a  $5\n  b\n  c\n")
    assert "leaves out 2" in reading.refusals[0].reason


def test_the_decimal_mark_of_a_commodity_is_learnt_from_its_clear_amounts(read_back):
    text = "2024-01-01 Rent\n  a  1.200,50 EUR\n  b\n\n2024-01-02 Tea\n  a  1.200 EUR\n  b\n"
    assert read_back("a.journal", text).rows[2].cells["amount"] == Decimal(1200)


def test_an_include_and_an_unknown_word_are_refused_and_comments_are_not_read(read_back):
    text = "include other.dat\nfoo bar\ncomment\n2024-01-01 x\nend comment\n" + JOURNAL
    reading = read_back("a.journal", text)
    assert [refusal.place.line for refusal in reading.refusals] == [1, 2]
    assert reading.facts["transactions"] == 2


def test_a_line_that_cannot_be_read_spoils_only_its_transaction(read_back):
    text = (
        "2024-01-01 Rent\n  a  lots of money\n  b  $5\n\n2024-02-30 x\n  a  $1\n  b\n\n" + JOURNAL
    )
    reading = read_back("a.journal", text)
    assert [refusal.place.line for refusal in reading.refusals] == [5, 2]
    assert reading.facts["transactions"] == 2


@pytest.mark.real
def test_a_real_budget_balances_to_the_cent(real_data):
    path = Path("rust_project/leadership_council/budget/budget.dat")
    reading = read(real_data, path)
    amounts = [(row.cells["account"], row.cells["amount"]) for row in reading.rows]
    assert reading.refusals == ()
    assert reading.facts == {"transactions": Decimal(81), "postings": Decimal(225)}
    assert sum(amount for _, amount in amounts) == 0
    assert sum(amount for account, amount in amounts if account.startswith("expenses:")) == Decimal(
        "580569.08"
    )
