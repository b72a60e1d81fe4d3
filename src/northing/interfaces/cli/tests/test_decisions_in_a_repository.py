"""Do decisions kept as pages in a repository hold, also where nobody looks but a machine?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northing.interfaces.cli.app import app

EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_health"
DECIDED = EXAMPLE.parent / "harbour_decides"
VANS = "0001-screening-vans.md"


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(DECIDED, tmp_path / "decided"))


def check(folder, on="2026-03-31"):
    return run("decide", "check", folder, "--case", EXAMPLE, "--on", on)


def change(folder, old, new, page=VANS):
    text = (folder / page).read_text("utf-8")
    assert old in text
    (folder / page).write_text(text.replace(old, new), "utf-8")


def test_the_example_holds(folder):
    found = check(folder)
    assert (found.exit_code, found.output) == (0, "3 decisions read, 0 things to mend.\n")


def test_a_review_that_was_not_held_fires(folder):
    found = check(folder, on="2026-12-31")
    assert found.exit_code == 5
    assert f"{VANS}: its review was due on 2026-12-01" in found.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("signed: bruno, chiara", "signed: bruno, amina", "whoever wrote it has approved it"),
        (
            "signed: bruno, chiara",
            "signed: bruno, bruno",
            "2 of bruno, chiara, dora have to sign, 1 did",
        ),
        ("signed: bruno, chiara", "signed: bruno, emil", "have to sign, 1 did"),
        ("| no | no | | |\n| young", "| no | yes | hurry | |\n| young", "crosses the guardrail"),
        ("| young-minds |", "| old-minds |", "old-minds is no commitment"),
        ("status: accepted", "status: taken", "'taken' is none; write one of draft"),
        ("status: accepted", "status: superseded", "does not say by which"),
        ("review: 2026-12-01", "review: soon", "'soon' is no day"),
        ("forecast: 0.7", "forecast: 7", "no probability"),
        ("amount: 220000", "amount: much", "no number"),
        ("| prevention | yes |", "| prevention | rather |", "no answer"),
        ("affected:", "afected:", "'afected' is not known"),
        ("# Do we buy", "Do we buy", "no heading"),
    ],
)
def test_what_does_not_hold_is_named_with_its_remedy(folder, old, new, said):
    change(folder, old, new)
    found = check(folder)
    assert found.exit_code == 5
    assert said in found.output
    assert "Traceback" not in found.output


def test_an_override_stands_with_its_reason_alone(folder):
    change(folder, "| no | no | | |\n| young", "| no | yes | hurry | |\n| young")
    change(folder, "status: accepted", "status: accepted\noverridden by: dora")
    assert check(folder).exit_code == 5
    change(folder, "overridden by: dora", "overridden by: dora\nbecause: winter is near")
    assert check(folder).exit_code == 0


def test_who_takes_whose_place_has_to_hold_together(folder):
    change(folder, "status: accepted", "status: superseded\nsuperseded by: 0002-bonus-for-numbers")
    assert "takes its place, but is rejected" in check(folder).output
    change(folder, "superseded by: 0002-bonus-for-numbers", "superseded by: 0003-minutes-in-public")
    assert check(folder).exit_code == 0
    other = "0003-minutes-in-public.md"
    change(
        folder, "status: accepted", "status: superseded\nsuperseded by: 0001-screening-vans", other
    )
    assert "in a circle" in check(folder).output


def test_one_decision_is_put_to_the_test():
    page = DECIDED / "0002-bonus-for-numbers.md"
    found = run("decide", "test", page, "--case", EXAMPLE)
    assert found.output.startswith("fail\n  It crosses the guardrail \u201cEvery patient")
    said = json.loads(run("decide", "test", page, "--case", EXAMPLE, "--json").output)
    assert said["result"] == "fail"


def test_filters_are_tried_on_the_past(folder):
    change(
        folder, "status: rejected", "status: rejected\nhappened: yes", "0002-bonus-for-numbers.md"
    )
    found = run("decide", "replay", folder, "--case", EXAMPLE, "--json")
    assert json.loads(found.output)["pay"]["false_blocks"] == ["0002-bonus-for-numbers"]


def test_a_folder_without_pages_and_a_filter_nobody_could_pass_are_refused(tmp_path, folder):
    assert run("decide", "check", tmp_path / "none", "--on", "2026-03-31").exit_code == 3
    change(folder, "quorum = 2", "quorum = 9", "filters.toml")
    found = check(folder)
    assert found.exit_code == 2
    assert "9 have to sign, 3 are named" in found.stderr
