import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from northing.foundations.sources.opened import ReadOptions


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_numbers_are_exact_dates_are_dates_and_texts_stay_texts(read_back):
    rows = [
        ["what", "n", "on", "code"],
        ["Art", 0.3, date(2024, 1, 2), "007"],
        ["Music", 12, None, "="],
    ]
    reading = read_back("a.xlsx", workbook(Budget=rows))
    first, second = (row.cells for row in reading.rows)
    assert first == {"what": "Art", "n": Decimal("0.3"), "on": date(2024, 1, 2), "code": "007"}
    assert str(second["n"]) == "12"


def test_a_moment_with_a_time_stays_text_so_that_dates_compare(read_back):
    reading = read_back(
        "a.xlsx", workbook(A=[["on", "x"], [datetime.fromisoformat("2024-01-02T03:04"), "y"]])
    )
    assert reading.rows[0].cells["on"] == "2024-01-02 03:04:00"


def test_titles_above_the_header_are_passed_over_and_rows_know_sheet_and_line(read_back):
    rows = [["Budget of the club"], [], ["name", "amount"], ["Travel", 5]]
    reading = read_back("a.xlsx", workbook(Money=rows, Food=[["name", "amount"], ["Tea", 1]]))
    assert [(row.place.sheet, row.place.line) for row in reading.rows] == [
        ("Money", 4),
        ("Food", 2),
    ]


def test_an_empty_sheet_is_noted_beside_others_and_refused_alone(read_back):
    assert "'Blank'" in read_back("a.xlsx", workbook(A=[["a", "b"], [1, 2]], Blank=[])).notes[0]
    assert "'Blank'" in read_back("b.xlsx", workbook(Blank=[])).refusals[0].reason


def test_a_sheet_of_prose_is_refused_by_name(read_back):
    reading = read_back("a.xlsx", workbook(Readme=[["This workbook was made by Bruno."]]))
    assert reading.refusals[0].place.sheet == "Readme"


def test_a_formula_never_computed_is_refused_at_its_cell(read_back):
    reading = read_back("a.xlsx", workbook(A=[["a", "total"], [1, "=A2*2"]]))
    place = reading.refusals[0].place
    assert (place.line, place.column) == (2, "total")
    assert "spreadsheet program" in reading.refusals[0].remedy
    assert reading.rows[0].cells["total"] is None


def test_an_error_in_a_cell_is_not_an_empty_cell(read_back):
    book = openpyxl.load_workbook(io.BytesIO(workbook(A=[["a", "b"], [1, 2]])))
    book["A"]["B2"].value, book["A"]["B2"].data_type = "#DIV/0!", "e"
    assert read_back("a.xlsx", saved(book)).refusals[0].value == "#DIV/0!"


def test_hidden_rows_are_read(read_back):
    book = openpyxl.load_workbook(io.BytesIO(workbook(A=[["a", "b"], [1, 2], [3, 4]])))
    book["A"].row_dimensions[3].hidden = True
    assert len(read_back("a.xlsx", saved(book)).rows) == 2


def test_one_sheet_can_be_asked_for(read_back):
    content = workbook(A=[["a", "b"], [1, 2]], B=[["c", "d"], [1, 2]])
    assert read_back("a.xlsx", content, options=ReadOptions(sheet="B")).columns == ("c", "d")
    assert "A, B" in read_back("a.xlsx", content, options=ReadOptions(sheet="C")).refusals[0].remedy


@pytest.mark.parametrize("corner", ["XFD1048576", "ZZ900000"])
def test_a_cell_far_away_is_refused_before_it_fills_the_memory(read_back, corner):
    book = openpyxl.load_workbook(io.BytesIO(workbook(A=[["a", "b"], [1, 2]])))
    book["A"][corner] = 1
    assert "far apart" in read_back("a.xlsx", saved(book)).refusals[0].reason
