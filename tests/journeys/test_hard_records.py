"""What becomes of records that are hardly text, and of a case of ten thousand promises?

docs/reference/hard-input.md states what is held here.
"""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import subprocess
import sys

import pytest

MEANING = "[linking]\nmeaning = true\n"
CASE = """
[organisation]
name = "Bruno's Doors"
currency = "EUR"
{meaning}
[[commitment]]
id = "access"
text = "Everyone can come in, also with a wheelchair"
[[commitment]]
id = "arabic"
text = "منحدرات للكراسي المتحركة في كل مكان"
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
"""
LONG = "ramps for wheelchairs at every door. " + "lorem ipsum " * 83_333
ROWS = (
    (LONG, 100),
    ("x" * 1_000_000, 1),
    ("", 7),
    ("🎉🎉🎉", 20),
    ("منحدرات للكراسي المتحركة", 30),
    ("רמפות לכיסאות גלגלים", 40),
    ("a ramp for wheelchairs", 50),
)
STATEMENT = "# Mission\n\nEveryone can come in with a wheelchair. 🎉🎉\n\nمنحدرات في كل مكان.\n"


def written(rows):
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["What", "Spent", "Day"])
    writer.writerows([text, amount, "2024-03-01"] for text, amount in rows)
    return sheet.getvalue()


@pytest.fixture(scope="module", params=[MEANING, ""], ids=["meaning", "words"])
def run(request, audited, tmp_path_factory):
    folder = tmp_path_factory.mktemp("doors") / "case"
    folder.mkdir()
    (folder / "northing.toml").write_text(CASE.format(meaning=request.param), "utf-8")
    (folder / "spending.csv").write_text(written(ROWS), "utf-8")
    (folder / "statement.md").write_text(STATEMENT, "utf-8")
    return audited(folder, folder.parent / "out")


def linked(run, line):
    records = [f"spending.csv:{line}"]
    table = run.links
    return {one["commitment"] for one in table if one["record"] in records and one["linked"]}


def test_a_record_of_a_million_characters_is_counted_and_quoted_by_its_beginning(run):
    money = run.audit["channels"]["money"]
    assert money["total"] == 100 + 1 + 20 + 30 + 40 + 50
    for name in ("report.html", "audit.json"):
        assert "lorem ipsum " * 100 not in (run.out / name).read_text("utf-8")
        assert "x" * 1_000 not in (run.out / name).read_text("utf-8")
    assert (run.out / "report.pdf").stat().st_size < 2_000_000


def test_a_row_without_text_is_left_out_with_its_reason(run):
    [source] = [one for one in run.audit["sources"] if one["path"] == "spending.csv"]
    assert source["left_out"] == {"rows without text": 1}
    assert (source["rows_read"], source["records"]) == (7, 6)


def test_signs_alone_are_a_record_near_nothing(run):
    assert run.audit["reading"]["wordless"] == 1
    assert not linked(run, 5)


def test_text_from_right_to_left_is_compared_by_its_words(run):
    assert linked(run, 6) == {"arabic"}
    assert not linked(run, 7)
    assert run.audit["reading"]["words_alone"] >= 3


def test_the_report_lets_each_text_run_its_own_way(run):
    html = (run.out / "report.html").read_text("utf-8")
    assert "منحدرات" in html
    assert 'dir="auto"' in html


def test_a_commitment_without_signs_is_met_by_its_own_words(run):
    assert linked(run, 8) == {"access"}


def test_the_report_says_how_the_machine_read(run):
    reading = run.audit["reading"]
    assert reading["records"] == reading["whole"] + reading["summed"] + reading["words_alone"]
    html = (run.out / "report.html").read_text("utf-8")
    assert f"The machine read {reading['records']} records" in html


TEN_THOUSAND = 10_000
WHAT = ("safe", "clean", "fair", "open", "warm", "quiet", "honest", "strong", "early", "local")
WHICH = ("water", "schools", "roads", "clinics", "ferries", "parks", "libraries", "markets")
WHOSE = ("children", "patients", "farmers", "sailors", "teachers", "visitors", "families")


@pytest.mark.slow
def test_ten_thousand_commitments_are_audited_in_minutes_and_the_report_says_what_it_cuts(tmp_path):
    """Every word is shared by hundreds of promises, so nearly all of them are plausible."""
    lines = ['[organisation]\nname = "Amina"\ncurrency = "EUR"']
    for at in range(TEN_THOUSAND):
        text = f"{WHAT[at % 10]} {WHICH[at // 10 % 8]} for {WHOSE[at // 80 % 7]}, promise {at}"
        lines.append(f'[[commitment]]\nid = "c-{at:05d}"\ntext = "{text}"')
    lines.append('[[source]]\npath = "spending.csv"\nchannel = "money"')
    rows = [
        (f"{WHAT[at % 9]} {WHICH[at % 7]} {WHOSE[at % 5]} {at}", at % 50 + 1) for at in range(300)
    ]
    (tmp_path / "northing.toml").write_text("\n".join(lines), "utf-8")
    (tmp_path / "spending.csv").write_text(written(rows), "utf-8")
    command = [sys.executable, "-m", "northing", "audit", str(tmp_path), "--out"]
    subprocess.run([*command, str(tmp_path / "out"), "-q"], check=True, timeout=900, env=os.environ)
    found = json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))
    assert len(found["commitments"]) == TEN_THOUSAND
    html = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "rows are printed here; audit.json holds all of them" in html
    assert len(html) < 20_000_000
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    assert peak < 4_000, "megabytes"
