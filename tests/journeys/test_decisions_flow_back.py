"""Does the next audit read what was decided?"""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northing.interfaces.cli.app import app

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour_health"
SOURCE = """
[[source]]
path = "decided.csv"
channel = "decisions"
received = "2026-03-02"
[source.columns]
id = "Number"
date = "Date"
text = "Decision"
unit = "Unit"
commitment = "Promise"
stance = "Bearing"
"""


def run(*arguments):
    found = CliRunner().invoke(app, [str(one) for one in arguments])
    assert found.exit_code == 0, found.output
    return found


@pytest.fixture(scope="module")
def audits(tmp_path_factory):
    """The audit of the invented charity before its decisions were handed in, and after."""
    room = tmp_path_factory.mktemp("flow")
    case = Path(shutil.copytree(EXAMPLE, room / "case"))
    on = ("--on", "2026-03-31", "--quiet")
    run("audit", case, "--out", room / "before", *on)
    run("decide", "records", EXAMPLE.parent / "harbour_decides", "--out", case / "decided.csv")
    with (case / "northing.toml").open("a") as file:
        file.write(SOURCE)
    run("audit", case, "--out", room / "after", *on)
    return case, *(
        json.loads((room / one / "audit.json").read_text()) for one in ("before", "after")
    )


def test_every_decision_that_was_taken_is_a_record_of_the_next_audit(audits):
    case, before, after = audits
    with (case / "decided.csv").open(newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert {(row["Promise"], row["Bearing"]) for row in rows} == {
        ("prevention", "advances"), ("home-visits", "advances"), ("rested-staff", "contradicts"),
        ("open-books", "advances"),
    }  # fmt: skip
    (read,) = [one for one in after["sources"] if one["path"] == "decided.csv"]
    assert (read["rows_read"], read["rows_refused"]) == (4, [])
    taken = after["channels"]["decisions"]["records"] - before["channels"]["decisions"]["records"]
    assert taken == 4


def test_what_was_refused_is_no_deed(audits):
    case, _, _ = audits
    assert "0002-bonus" not in (case / "decided.csv").read_text()
