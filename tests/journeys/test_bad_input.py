"""What does a person get who feeds the program the wrong thing? A sentence, and the rest read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

CASE = """
[organisation]
name = "Amina's Kitchen"
currency = "EUR"
[[commitment]]
id = "warm-meals"
text = "Everyone gets a warm meal"
[[source]]
path = "statement.md"
channel = "words"
[[source]]
path = "spending.csv"
channel = "money"
[source.columns]
text = "What"
amount = "Spent"
date = "Day"
unit = "Town"
"""
SPENDING = """What;Spent;Day
Warm meals in March;1.200,00;2024-03-01
Rent;abc;2024-03-02
Gas for the kitchen;300,00;31/02/2024
Knives bought in London;$45,00;2024-03-04
=HYPERLINK("http://evil.example");12,00;2024-03-05
Bread;(20,00);2024-03-06
"""


def zip_bomb() -> bytes:
    """A workbook of a few kilobytes that unpacks to hundreds of megabytes."""
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 300_000_000)
    return book.getvalue()


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def entities() -> bytes:
    """A Word document whose XML asks for a file of the machine."""
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        evil = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:document>&secret;</w:document>'
        archive.writestr("word/document.xml", evil)
    return document.getvalue()


FILES = {
    "statement.md": b"# Mission\n\nEveryone gets a warm meal, every day of the year.\n",
    "spending.csv": SPENDING.encode(),
    "bomb.xlsx": zip_bomb(),
    "empty.xlsx": workbook(Nothing=[]),
    "corrupt.xlsx": b"PK\x03\x04 this is no workbook",
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "entities.docx": entities(),
    "empty.csv": b"",
}


def write_case(folder: Path, case: str = CASE, files: dict[str, bytes] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = FILES if files is None else files
    for name, content in wanted.items():
        (folder / name).write_bytes(content)
    named = [name for name in wanted if name not in ("statement.md", "spending.csv")]
    more = "".join(f'[[source]]\npath = "{name}"\nchannel = "money"\n' for name in named)
    (folder / "northing.toml").write_text(case + more, "utf-8")
    return folder


@pytest.fixture(scope="module")
def run(audited, tmp_path_factory):
    folder = write_case(tmp_path_factory.mktemp("kitchen") / "case")
    (folder / "northing.toml").write_text(
        (folder / "northing.toml").read_text()
        + '[[source]]\npath = "missing.csv"\nchannel = "money"\n'
        + '[[source]]\npath = "../../../etc/passwd"\nchannel = "words"\n'
    )
    return audited(folder, folder.parent / "out")


def refused(run, path, line=None):
    source = next(one for one in run.audit["sources"] if one["path"].endswith(path))
    return [one for one in source["rows_refused"] if line is None or one["line"] == line]


def test_the_other_rows_are_still_read(run):
    money = run.audit["channels"]["money"]
    assert money["records"] == 3
    assert money["total"] == 1200 + 12 - 20


def test_an_amount_that_is_none_is_refused_on_its_line(run):
    (one,) = refused(run, "spending.csv", 3)
    assert (one["column"], one["value"]) == ("Spent", "abc")
    assert "1200.50" in one["remedy"]


def test_a_day_that_never_was_is_refused_on_its_line(run):
    (one,) = refused(run, "spending.csv", 4)
    assert (one["column"], one["value"]) == ("Day", "31/02/2024")


def test_another_currency_in_the_column_is_refused_and_never_added(run):
    (one,) = refused(run, "spending.csv", 5)
    assert "USD" in one["reason"]
    assert "EUR" in one["reason"]


def test_a_column_the_file_does_not_have_is_named_with_those_it_has(run):
    (one,) = [each for each in refused(run, "spending.csv") if each["column"] == "Town"]
    assert "What, Spent, Day" in one["reason"]


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("bomb.xlsx", "unpack"),
        ("empty.xlsx", "nothing is written"),
        ("corrupt.xlsx", "damaged"),
        ("locked.xlsx", "password"),
        ("entities.docx", "entit"),
        ("empty.csv", "empty"),
        ("missing.csv", ""),
        ("passwd", "leads out of the folder"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(run, path, word):
    (one, *_) = refused(run, path)
    assert word in one["reason"].lower()
    assert len(one["remedy"]) > 10


def test_refusals_are_counted_in_the_report(run):
    html = (run.out / "report.html").read_text("utf-8")
    assert "31/02/2024" in html
    assert "root:x:0" not in html


def test_a_formula_leaves_as_text(run):
    assert "HYPERLINK" not in (run.out / "gaps.csv").read_text("utf-8")
    html = (run.out / "report.html").read_text("utf-8")
    assert 'href="http://evil' not in html


@pytest.mark.parametrize(
    ("written", "word"),
    [
        (
            CASE.split("[[commitment]]", maxsplit=1)[0]
            + '[[source]]\npath="a.csv"\nchannel="money"\n',
            "[[commitment]]",
        ),
        (CASE.replace('id = "warm-meals"', 'id = "warm-meals"\nweihgt = 2'), "weihgt"),
        (CASE.replace('id = "warm-meals"', 'id = "warm-meals"\nweight = -1'), "weight"),
        (CASE.replace('channel = "money"', 'channel = "mony"'), "channel"),
        (CASE + "[[[", "TOML"),
    ],
)
def test_a_case_that_cannot_be_understood_ends_with_two_and_a_sentence(
    northing, tmp_path, written, word
):
    folder = write_case(tmp_path / "case", written, {"statement.md": b"x"})
    found = northing("audit", folder, "--out", tmp_path / "out", out=tmp_path / "out")
    assert found.code == 2
    assert word in found.complained
    assert not (tmp_path / "out").exists()


def test_weights_that_are_all_zero_make_what_is_declared_unknown(audited, tmp_path):
    case = CASE.replace(
        'text = "Everyone gets a warm meal"', 'text = "Everyone gets a warm meal"\nweight = 0'
    )
    case = case.replace('[[source]]\npath = "statement.md"\nchannel = "words"\n', "")
    run = audited(
        write_case(tmp_path / "case", case, {"spending.csv": FILES["spending.csv"]}),
        tmp_path / "out",
    )
    said = {one["commitment"]: one["say"] for one in run.audit["say"]}
    assert "zero" in said["warm-meals"]["unknown"]


def test_nothing_read_at_all_ends_with_three(northing, tmp_path):
    folder = write_case(tmp_path / "case", CASE, {})
    found = northing("audit", folder, "--out", tmp_path / "out", out=tmp_path / "out")
    assert found.code == 3
    assert "spending.csv" in found.complained


def test_a_folder_that_cannot_be_written_ends_with_four(northing, tmp_path):
    folder = write_case(tmp_path / "case", CASE, {"statement.md": FILES["statement.md"]})
    (tmp_path / "out").write_text("a file where the folder should be")
    found = northing(
        "audit", folder, "--out", tmp_path / "out", "--on", "2024-05-01", out=tmp_path / "out"
    )
    assert found.code == 4
    assert "out" in found.complained


def test_strict_ends_with_five_after_writing_the_report(northing, tmp_path):
    folder = write_case(
        tmp_path / "case", CASE, {name: FILES[name] for name in ("statement.md", "spending.csv")}
    )
    found = northing("audit", folder, "--out", tmp_path / "out", "--strict", out=tmp_path / "out")
    assert found.code == 5
    assert (tmp_path / "out" / "audit.json").exists()
