"""Can readiness, an approach and revealed weights be had from files alone?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northing.interfaces.cli.app import app

EXAMPLES = Path(__file__).parents[5] / "examples"
DECIDES = EXAMPLES / "harbour_decides"
ON = ("--on", "2026-03-31")
FILES = {".html", ".pdf", ".xlsx", ".json"}
SMALL = """
[organisation]
name = "Dune Trust"
[[commitment]]
id = "birds"
text = "We keep the nesting sites of birds quiet"
[[source]]
path = "metrics.csv"
channel = "metrics"
columns = { text = "Measure", amount = "Reading", date = "Day" }
[[source.rule]]
where = { Measure = "Quiet nesting sites" }
commitment = "birds"
"""


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def case(tmp_path):
    (tmp_path / "northing.toml").write_text(SMALL, "utf-8")
    lines = ("Measure,Reading,Day", "Quiet nesting sites,14,2026-02-01", "Visitors,9,2026-02-01")
    (tmp_path / "metrics.csv").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_a_case_says_how_ready_it_is_and_on_which_record_that_rests(case, tmp_path):
    found = run("ready", case, *ON, "--said", "heard", "--out", tmp_path / "out", "--json")
    assert found.exit_code == 0, found.output
    said = json.loads(found.output)
    answers = {one["id"]: one for one in said["questions"]}
    assert said["whole"] == "unknown"
    assert answers["measured"]["answer"] == "yes"
    assert [one["record"] for one in answers["measured"]["rests_on"]] == ["metrics.csv:2"]
    assert answers["heard"]["ground"] == "only said"
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == FILES


def test_an_audit_of_half_a_year_ago_is_none_of_today(case):
    earlier = case / "audit.json"
    for day, answer in (("2025-12-01", "yes"), ("2025-01-01", "unknown")):
        earlier.write_text(json.dumps({"on": day}), "utf-8")
        found = run("ready", case, *ON, "--earlier", earlier, "--json")
        assert json.loads(found.output)["questions"][0]["answer"] == answer
    earlier.write_text("[]", "utf-8")
    assert "no audit.json" in run("ready", case, *ON, "--earlier", earlier).output


def test_the_example_has_an_approach_with_its_reasons(tmp_path):
    found = run("approach", DECIDES / "approach.toml", "--out", tmp_path, *ON)
    assert found.exit_code == 0, found.output
    assert found.output.startswith("The answers speak for hybrid")
    assert "First: Write down what is not negotiable" in found.output
    assert {path.suffix for path in tmp_path.iterdir()} == FILES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[answer]]\nquestion = 'fun'\nanswer = 1", "no question is called 'fun'"),
        ("[[answer]]\nquestion = 'urgent'\nanswer = 5", "whole number from 0 to 4"),
        ("answers = 1", "not permitted"),
        (2 * "[[answer]]\nquestion = 'urgent'\nanswer = 1\n", "answered 2 times"),
    ],
)
def test_answers_that_cannot_be_read_are_refused_with_their_place(tmp_path, text, said):
    file = tmp_path / "approach.toml"
    file.write_text(text, "utf-8")
    found = run("approach", file)
    assert found.exit_code == 2
    assert "approach.toml" in found.output
    assert said in found.output


def test_choices_of_the_example_are_laid_beside_what_was_said(tmp_path):
    found = run("revealed", DECIDES / "choices.csv", "--out", tmp_path, *ON)
    assert found.exit_code == 0, found.output
    assert "unhurried care: stated 43%" in found.output
    assert "weighs less than stated" in found.output
    assert {path.suffix for path in tmp_path.iterdir()} == FILES


def test_too_few_choices_say_how_many_would_do(tmp_path):
    lines = (DECIDES / "choices.csv").read_text("utf-8").splitlines()
    few = [one for one in lines if one < "D009" or not one.startswith("D")]
    (tmp_path / "few.csv").write_text("\n".join(few), "utf-8")
    found = run("revealed", tmp_path / "few.csv")
    assert found.exit_code == 5
    assert "cannot carry weights" in found.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Choice,Option,Care\na,b,1", "no column *taken*"),
        ("Choice,Option,Taken\na,b,yes", "nothing that options differ in"),
        ("Choice,Option,Taken,Care\nstated,,,1\na,b,yes,much", "line 3, column *care*, 'much'"),
        ("Choice,Option,Taken,Care\na,b,yes,1\na,c,no,2", "no row says what matters"),
        ("Choice,Option,Taken,Care\nstated,,,1\na,b,yes,1\na,c,yes,2", "2 options are taken"),
        ("Choice,Option,Taken,Care\nstated,,,1\na,b,yes,1", "a choice has two"),
        ("Choice,Option,Taken,Care\nstated,,,1\na,b,hm,1\na,c,yes,1", "write yes or no"),
        ("Choice,Option,Taken,Care\nstated,,,-1\na,b,no,1\na,c,yes,1", "weights are 0 or more"),
    ],
)
def test_a_table_of_choices_is_refused_with_its_place(tmp_path, text, said):
    (tmp_path / "choices.csv").write_text(text, "utf-8")
    found = run("revealed", tmp_path / "choices.csv")
    assert found.exit_code == 2, found.output
    assert said in found.output
