"""Can people check a sample of an audit, from the drawing to the corrected figure?"""

from __future__ import annotations

import csv
import json
import shutil

import openpyxl
import pytest

CASE = """
[organisation]
name = "Amina's Clinic"
currency = "EUR"

[[commitment]]
id = "care"
text = "Every patient has longer appointments"

[[commitment]]
id = "rest"
text = "Nurses rest between two shifts"

[[source]]
path = "budget.csv"
channel = "money"

[source.columns]
text = "Line"
amount = "Amount"
date = "Year"
commitment = "Serves"
"""
LINES = [
    *((f"Longer appointments in ward {n}", 100, "care") for n in range(12)),
    *((f"Car park in row {n}", 100, "none") for n in range(12)),
]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, northing):
    """A case of which a sample was drawn for two coders."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "northing.toml").write_text(CASE)
    rows = [f"{text},{amount},2024,{serves}" for text, amount, serves in LINES]
    (folder / "budget.csv").write_text("\n".join(["Line,Amount,Year,Serves", *rows]) + "\n")
    run = northing(
        "sample", folder, "--size", "40", "--coders", "2", "--out", folder / "labels.xlsx",
        "--json", out=folder,
    )  # fmt: skip
    assert run.code == 0, run.complained
    return folder, json.loads(run.said)


@pytest.fixture
def case(drawn, tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(drawn[0], folder)
    return folder


def fill(path, answer):
    """Answers every row of a sheet by its number and its record's words."""
    book = openpyxl.load_workbook(path)
    page = book["Pairs"]
    at = {cell.value: cell.column for cell in page[1]}
    for line in range(2, page.max_row + 1):
        number = page.cell(line, at["no."]).value
        told = answer(number, page.cell(line, at["the record"]).value,
                      page.cell(line, at["the promise"]).value)  # fmt: skip
        page.cell(line, at["answer"]).value = told
    book.save(path)


def truth(_, record, promise):
    return "advances" if "appointments" in record and "appointments" in promise else "neither"


def test_a_drawing_says_what_it_takes_to_draw_it_again(drawn):
    folder, told = drawn
    assert sorted(told["sheets"]) == ["A", "B"]
    stored = json.loads((folder / "verification" / f"{told['sample']}.json").read_text())
    assert stored["sample"]["population_sha256"] == told["population_sha256"]
    assert all(0 < one["probability"] <= 1 for one in stored["sample"]["pairs"])
    assert stored["labels"] == []


def test_drawn_again_it_is_the_same_to_the_byte(case, northing):
    before = (case / "labels-a.xlsx").read_bytes()
    stored = next((case / "verification").glob("*.json"))
    was = stored.read_bytes()
    run = northing(
        "sample", case, "--size", "40", "--coders", "2", "--out", case / "labels.xlsx", "--force",
        out=case,
    )  # fmt: skip
    assert run.code == 0, run.complained
    assert (case / "labels-a.xlsx").read_bytes() == before
    assert stored.read_bytes() == was


def test_a_sheet_that_may_hold_answers_is_not_written_over(case, northing):
    run = northing("sample", case, "--coders", "2", "--out", case / "labels.xlsx", out=case)
    assert run.code == 2
    assert "may hold answers" in run.complained


def test_what_people_answered_corrects_the_audit(case, northing):
    fill(case / "labels-a.xlsx", truth)
    fill(case / "labels-b.xlsx", truth)
    run = northing("verify", case, case / "labels-a.xlsx", case / "labels-b.xlsx", out=case)
    assert run.code == 0, run.complained
    assert "40 of 40 pairs answered" in run.said
    assert "1.00" in run.said
    audited = northing("audit", case, "--out", case / "report", out=case / "report")
    assert audited.code == 0, audited.complained
    found = audited.audit["verification"]
    assert found["samples"][0]["answered"] == 40
    gap = next(
        one for one in audited.audit["gaps"] if one["commitment"] == "care" and not one["period"]
    )
    assert "stratified double sampling" in gap["do"]["method"]
    assert gap["do"]["low"] <= 0.5 <= gap["do"]["high"]
    assert "What people checked" in (case / "report" / "report.html").read_text()


def test_coders_who_differ_are_asked_to_agree(case, northing):
    fill(case / "labels-a.xlsx", truth)
    fill(case / "labels-b.xlsx", lambda n, *words: "cannot tell" if n == 1 else truth(n, *words))
    run = northing("verify", case, case / "labels-a.xlsx", case / "labels-b.xlsx", out=case)
    assert "1 in dispute (no. 1)" in run.said
    again = northing("label", case, "--coder", "agreed", out=case, typed="n we talked\n")
    assert again.code == 0, again.complained
    assert "All 1 answered" in again.said
    stored = json.loads(next((case / "verification").glob("*.json")).read_text())
    agreed = [one for one in stored["labels"] if one["coder"] == "agreed"]
    assert agreed == [{"pair": 1, "coder": "agreed", "answer": "neither", "note": "we talked"}]


def test_half_a_sheet_in_another_order_is_read_and_the_rest_waits(case, northing):
    fill(case / "labels-a.xlsx", lambda n, *words: truth(n, *words) if n <= 9 else None)
    book = openpyxl.load_workbook(case / "labels-a.xlsx")
    page = book["Pairs"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    for line, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            page.cell(line, column).value = value
    book.save(case / "labels-a.xlsx")
    run = northing("verify", case, case / "labels-a.xlsx", "--json", out=case)
    assert run.code == 0, run.complained
    told = json.loads(run.said)
    asked = len(rows)
    assert told["waiting"]["A"] == asked - told["answered"]
    assert told["alpha"] == {"unknown": "no pair was labelled by two coders"}


def test_what_does_not_fit_is_refused_by_line_and_the_rest_is_read(case, northing):
    fill(case / "labels-a.xlsx", truth)
    book = openpyxl.load_workbook(case / "labels-a.xlsx")
    page = book["Pairs"]
    at = {cell.value: cell.column for cell in page[1]}
    page.cell(2, at["answer"]).value = "yes"
    page.cell(3, at["pair"]).value = "00000000-0002-A"
    page.cell(4, at["the record"]).value = "Something else"
    book.save(case / "labels-a.xlsx")
    run = northing("verify", case, case / "labels-a.xlsx", "--strict", out=case)
    assert run.code == 5
    assert "line 2, column *answer*, 'yes'" in run.complained
    assert "is of sample 00000000" in run.complained
    assert "sorted in parts" in run.complained
    assert "Traceback" not in run.complained


def test_a_sheet_of_another_case_is_refused(case, northing, tmp_path):
    shutil.rmtree(case / "verification")
    fill(case / "labels-a.xlsx", truth)
    run = northing("verify", case, case / "labels-a.xlsx", out=case)
    assert run.code == 2
    assert "no sample yet" in run.complained


@pytest.mark.parametrize("name", ["budget.csv", "northing.toml", "nowhere.xlsx"])
def test_a_file_that_is_no_sheet_is_refused(case, northing, name):
    run = northing("verify", case, case / name, out=case)
    assert run.code == 2
    assert "no sheet of northing sample" in run.complained
    assert "Traceback" not in run.complained


def test_a_damaged_sample_is_told_and_the_audit_goes_on(case, northing):
    next((case / "verification").glob("*.json")).write_text("{")
    run = northing("audit", case, "--out", case / "report", out=case / "report")
    assert run.code == 0, run.complained
    assert any("sample cannot be used" in one["reason"] for one in run.refusals)


def test_labels_are_given_in_the_terminal_one_by_one_and_taken_back(case, northing):
    run = northing("label", case, out=case, typed="a\nx\nn a car park\nu\nc\nq\n")
    assert run.code == 0, run.complained
    assert "'x' is none of them" in run.said
    assert "Taken back" in run.said
    stored = json.loads(next((case / "verification").glob("*.json")).read_text())
    assert [one["answer"] for one in stored["labels"]] == ["advances", "contradicts"]
    again = northing("label", case, out=case, typed="?\n")
    assert again.code == 0
    assert "3 of" in again.said
    stored = json.loads(next((case / "verification").glob("*.json")).read_text())
    assert len(stored["labels"]) == 3


def test_a_csv_sheet_goes_the_same_way(case, northing):
    shutil.rmtree(case / "verification")
    sheet = case / "labels.csv"
    assert northing("sample", case, "--size", "20", "--out", sheet, out=case).code == 0
    rows = list(csv.DictReader(sheet.read_text("utf-8").splitlines()))
    for row in rows:
        row["answer"] = truth(0, row["the record"], row["the promise"])
    with sheet.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    run = northing("verify", case, sheet, "--json", out=case)
    assert run.code == 0, run.complained
    assert json.loads(run.said)["answered"] == 20


def test_it_says_beforehand_how_many_labels_it_takes(case, northing):
    run = northing("sample", case, "--precision", "0.05", "--json", out=case)
    assert run.code == 0, run.complained
    told = json.loads(run.said)
    assert told["channels"][0]["channel"] == "money"
    assert 0 < told["channels"][0]["labels"] <= 24
