"""A workbook says all the report says, runs nothing, and is the same each time."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from northing.foundations.documents.blocks import (
    Column,
    Details,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
)
from northing.foundations.documents.tests.make import HOSTILE, make_document
from northing.foundations.documents.xlsx import HEAD_ROW, to_xlsx

DAY = date(2026, 3, 31)


def book_of(*blocks, title="A report"):
    document = Document(title, "", "en", Facts(()), blocks)
    return load_workbook(io.BytesIO(to_xlsx(document, on=DAY)))


def table(*rows, columns=("Promise", "Amount")):
    named = tuple(Column(name, numeric=at > 0) for at, name in enumerate(columns))
    return Table("Each promise with its amount.", named, rows)


def test_the_same_report_gives_the_same_bytes():
    assert to_xlsx(make_document(), on=DAY) == to_xlsx(make_document(), on=DAY)


def test_each_table_stands_on_a_sheet_named_after_its_heading():
    more = Details("Long ones", (table(("b", "2")),))
    book = book_of(Heading("Money"), table(("a", "1")), table(("a", "1")), more)
    assert book.sheetnames == ["Report", "Money", "Money 2", "Long ones"]
    head = [cell.value for cell in book["Money"][HEAD_ROW]]
    assert head == ["Promise", "Amount"]
    (mark,) = book["Money"].tables.values()
    assert mark.ref == f"A{HEAD_ROW}:B{HEAD_ROW + 1}"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("1,234", 1234, "#,##0"),
        ("−3.50", -3.5, "#,##0.00"),
        ("12.5 %", 0.125, "#,##0.0 %"),
        ("+7", 7, "#,##0"),
    ],
)
def test_a_figure_is_a_number_as_it_was_shown(text, value, shown):
    cell = book_of(table(("a", text)))["A report"].cell(HEAD_ROW + 1, 2)
    assert (cell.value, cell.number_format) == (value, shown)


@pytest.mark.parametrize("text", ["?", "3.5\nno interval", "1,23", "12 March", "1.5 million"])
def test_what_is_more_or_less_than_a_number_stays_text(text):
    assert book_of(table(("a", text)))["A report"].cell(HEAD_ROW + 1, 2).value == text


def test_two_columns_of_one_name_are_told_apart():
    twice = table(("a", "1", "2"), columns=("Promise", "Amount", "Amount"))
    head = [cell.value for cell in book_of(twice)["A report"][HEAD_ROW]]
    assert head == ["Promise", "Amount", "Amount 2"]


def test_the_words_of_the_report_stand_on_the_first_sheet():
    book = book_of(Heading("Money"), Paragraph("Said more than done."), title="Where?")
    assert [row[0].value for row in book["Report"].rows] == [
        "Where?",
        "Money",
        "Said more than done.",
    ]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_run_and_none_breaks_the_book(text):
    rows = ((text, text), (f"={text}", f"@{text}"), (HOSTILE, "=1+1"))
    book = book_of(Heading(text), Paragraph(text), table(*rows), title=text)
    for page in book.worksheets:
        assert all(cell.data_type in ("s", "n") for row in page.rows for cell in row)
