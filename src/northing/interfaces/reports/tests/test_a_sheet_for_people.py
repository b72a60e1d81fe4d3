"""Is the sheet one that people can fill, that says nothing of the machine and runs no formula?"""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from northing.foundations.sources.opened import ReadOptions
from northing.foundations.sources.reading import read
from northing.interfaces.cli.samples import asked
from northing.interfaces.reports.label_sheet import SHEET, sheet_csv, sheet_xlsx
from northing.stages.diagnose.verification.facts import Answer, Labelled
from northing.stages.diagnose.verification.intake.sheets import labels_in
from northing.stages.diagnose.verification.tests.make import (
    TAGGED,
    lines,
    make_case,
    sample,
)
from northing.stages.records.ledger.tests.make import make_record

AMINA = "Amina Okoye"
EVIL = '=HYPERLINK("http://x","a")'
CASE = make_case(
    [
        *lines(8, given=TAGGED),
        make_record(90, text=EVIL),
        make_record(91, text=f"Paid to {AMINA}\x07", parent="Staff", heading=("Budget", "2024")),
    ],
    names=frozenset({AMINA}),
)
DRAWN = sample(CASE, size=100)
ROWS = asked(CASE, Labelled(sample=DRAWN), "A")


@pytest.fixture
def book():
    return openpyxl.load_workbook(io.BytesIO(sheet_xlsx(DRAWN, "A", ROWS)))


def columns(page):
    return {cell.value: cell.column for cell in page[1]}


def cells(page, name):
    return [page.cell(line, columns(page)[name]).value for line in range(2, page.max_row + 1)]


def test_it_opens_with_a_page_to_read_that_lets_anybody_draw_it_again(book):
    told = " ".join(str(cell.value) for cell in book.worksheets[0]["A"])
    for part in (DRAWN.id, DRAWN.population_sha256, f"seed {DRAWN.seed}", *Answer):
        assert str(part) in told


def test_one_row_a_pair_with_a_drop_down(book):
    page = book[SHEET]
    assert page.max_row == 1 + len(DRAWN.pairs)
    rule = page.data_validations.dataValidation[0]
    assert rule.formula1 == '"advances,contradicts,neither,cannot tell"'
    assert str(rule.sqref).endswith(f"2:E{page.max_row}")


def test_only_answer_and_note_can_be_written_and_ids_are_hidden(book):
    page = book[SHEET]
    assert page.protection.sheet
    for name, column in columns(page).items():
        assert page.cell(2, column).protection.locked is (name not in ("answer", "note"))
        letter = page.cell(1, column).column_letter
        assert page.column_dimensions[letter].hidden is (name in ("pair", "check"))


def test_what_the_machine_thinks_is_nowhere(book):
    told = " ".join(str(cell.value) for page in book for row in page.rows for cell in row)
    for word in ("tagged", "plausible", "no link", "match_score", "probability"):
        assert word not in told


def test_no_text_runs_as_a_formula(book):
    page = book[SHEET]
    assert f"'{EVIL}" in cells(page, "the record")
    assert all(cell.data_type != "f" for row in page.rows for cell in row)
    assert f'"\'{EVIL.replace(chr(34), chr(34) * 2)}"' in sheet_csv(DRAWN, "A", ROWS)


def test_nobody_is_named(book):
    told = " ".join(str(cell.value) for row in book[SHEET].rows for cell in row)
    assert "Amina" not in told
    assert "Okoye" not in told
    assert "Paid to [person]" in told


def test_where_a_record_stands_is_told(book):
    where = " ".join(filter(None, cells(book[SHEET], "where it stands")))
    assert "budget.csv, line 91" in where
    assert "under: Budget › 2024 › Staff" in where
    assert "EUR\xa0100" in where


def test_the_same_drawing_gives_the_same_bytes():
    assert sheet_xlsx(DRAWN, "A", ROWS) == sheet_xlsx(DRAWN, "A", ROWS)
    assert sheet_csv(DRAWN, "A", ROWS) == sheet_csv(DRAWN, "A", ROWS)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_people_wrote_is_read_back(tmp_path, kind):
    path = tmp_path / f"labels.{kind}"
    if kind == "xlsx":
        filled = openpyxl.load_workbook(io.BytesIO(sheet_xlsx(DRAWN, "A", ROWS)))
        page = filled[SHEET]
        for line in range(2, page.max_row + 1):
            page.cell(line, columns(page)["answer"]).value = "neither"
        filled.save(path)
    else:
        text = sheet_csv(DRAWN, "A", ROWS)
        path.write_text(text.replace(",,,", ",neither,,", len(ROWS)), "utf-8", newline="")
    options = ReadOptions(sheet=SHEET) if kind == "xlsx" else ReadOptions()
    reading = read(tmp_path, path, options=options)
    found = labels_in(reading.rows, DRAWN)
    assert found.refused == ()
    assert len(found.labels) == len(DRAWN.pairs)


def test_a_pair_whose_record_is_gone_is_not_asked_about():
    less = replace(CASE, records=CASE.records[1:])
    rows = asked(less, Labelled(sample=DRAWN), "A")
    assert len(rows) == len(ROWS) - len(CASE.commitments)
