import time

import pytest

from northing.foundations.sources.opened import ReadOptions


def cells(reading):
    return [dict(row.cells) for row in reading.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_umlauts_survive_every_common_encoding(read_back, encoding):
    reading = read_back("orte.csv", "Ort,Betrag\nMühlweg,5\nGröße,7\n".encode(encoding))
    assert cells(reading)[0] == {"Ort": "Mühlweg", "Betrag": "5"}


def test_cyrillic_is_told_from_western_letters(read_back):
    reading = read_back("a.csv", "имя,сумма\nИван,5\nМарья,10\nАнна,15\n".encode("cp1251"))
    assert reading.rows[0].cells["имя"] == "Иван"
    assert "cp1251" in reading.notes[0]


def test_an_asked_encoding_that_does_not_fit_is_refused_with_a_remedy(read_back):
    reading = read_back(
        "a.csv", "a,ü\n1,2\n".encode("cp1252"), options=ReadOptions(encoding="utf-8")
    )
    assert "not text in the encoding utf-8" in reading.refusals[0].reason
    assert "UTF-8" in reading.refusals[0].remedy


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read_back, sign):
    assert read_back("a.csv", f"a{sign}b\n1{sign}2\n").columns == ("a", "b")


def test_decimal_commas_do_not_pass_for_delimiters(read_back):
    reading = read_back("a.csv", "Posten;Betrag\nMiete;1,50\nStrom;2,30\n")
    assert cells(reading) == [
        {"Posten": "Miete", "Betrag": "1,50"},
        {"Posten": "Strom", "Betrag": "2,30"},
    ]


def test_one_column_of_sentences_keeps_its_commas(read_back):
    reading = read_back("a.csv", "statement\nWe do, and we care.\nWe act.\n")
    assert [row.cells["statement"] for row in reading.rows] == ["We do, and we care.", "We act."]


def test_title_lines_above_the_header_are_passed_over_and_said(read_back):
    reading = read_back("a.csv", "Report of Amina\n\nname,amount\nTravel,5\n")
    assert reading.columns == ("name", "amount")
    assert reading.rows[0].place.line == 4
    assert "line 3" in reading.notes[0]


def test_a_table_without_a_header_is_refused_not_guessed(read_back):
    reading = read_back("a.csv", "2024-01-01,500\n2024-01-02,600\n")
    assert not reading.rows
    assert reading.refusals[0].place.line == 1


def test_years_may_name_columns(read_back):
    assert read_back("a.csv", "dept,2023,2024\nArt,1,2\n").columns == ("dept", "2023", "2024")


def test_a_line_number_is_the_true_one_below_quoted_line_ends(read_back):
    reading = read_back("a.csv", 'a,b\r\n"one\r\ntwo",2\r3,4\n')
    assert [row.place.line for row in reading.rows] == [2, 4]
    assert reading.rows[0].cells["a"] == "one\ntwo"


def test_a_row_with_too_many_cells_is_refused_with_its_line(read_back):
    reading = read_back("a.csv", "a,b\n1,2\n1,2,3\n")
    assert len(reading.rows) == 1
    assert reading.refusals[0].place.line == 3
    assert "3 cells" in reading.refusals[0].reason


def test_a_row_with_too_few_cells_is_filled_up(read_back):
    assert cells(read_back("a.csv", "a,b,c\n1,2\n"))[0] == {"a": "1", "b": "2", "c": None}


def test_twin_and_missing_names_become_unique_with_a_note(read_back):
    reading = read_back("a.csv", "a,a,,b\n1,2,3,4\n")
    assert reading.columns == ("a", "a (2)", "column 3", "b")
    assert len(reading.notes) == 2


def test_an_open_quotation_mark_is_refused_where_it_opens(read_back):
    reading = read_back("a.csv", 'a,b\n1,2\n3,"open\n5,6\n')
    assert reading.refusals[0].place.line == 3


def test_control_characters_are_taken_out_and_formulas_stay_text(read_back):
    reading = read_back("a.csv", b"a\0,b\n=1+1,\x072\n")
    assert cells(reading) == [{"a": "=1+1", "b": "2"}]


def test_a_cell_of_ten_megabytes_is_read(read_back):
    reading = read_back("a.csv", "a,b\n1," + "x" * 10_000_000)
    assert len(reading.rows[0].cells["b"]) == 10_000_000


def test_twenty_thousand_rows_are_read_quickly(read_back):
    text = "year,department,kind,amount\n" + "FY24,Mayor,Expense,1381102\n" * 20_000
    start = time.perf_counter()
    assert len(read_back("a.csv", text).rows) == 20_000
    assert time.perf_counter() - start < 2  # 0.2 s alone; room for a busy machine
