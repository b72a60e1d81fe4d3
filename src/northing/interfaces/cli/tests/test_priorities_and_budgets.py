"""Can priorities and budgets be made from files alone?"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northing.interfaces.cli.app import app

EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_decides"
ON = ("--on", "2026-03-31")


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_the_example_is_ranked_and_placed():
    found = run("prioritise", EXAMPLE / "priorities.toml")
    assert found.exit_code == 0, found.output
    assert "1. Two more counsellors for the young: 0.72 (0.66 to 0.77)" in found.output
    assert "on the front  Private check-ups for companies" in found.output


def test_a_quarter_less_of_the_example_keeps_every_floor(tmp_path):
    file = EXAMPLE / "next-budget.toml"
    found = run("budget", file, "--cut", "25", "--out", tmp_path, *ON, "--json")
    assert found.exit_code == 0, found.output
    said = json.loads(found.output)["found"]
    assert said["goes"] == ["company-check-ups", "bonus-for-numbers-of-patients-seen"]
    assert said["proposal"]["by_commitment"]["young-minds"] >= 20_000_000
    with (tmp_path / "budget.csv").open(newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert sum(float(row["proposed"]) for row in rows) * 100 == said["proposal"]["spent"]
    assert {path.suffix for path in tmp_path.iterdir()} == {
        ".html",
        ".pdf",
        ".xlsx",
        ".json",
        ".csv",
    }


@pytest.mark.parametrize(
    ("verb", "name"), [("prioritise", "priorities"), ("budget", "next-budget")]
)
def test_the_same_file_and_seed_give_the_same_report(tmp_path, verb, name):
    for folder in ("a", "b"):
        assert run(verb, EXAMPLE / f"{name}.toml", "--out", tmp_path / folder, *ON).exit_code == 0
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_limits_that_contradict_each_other_end_with_five(tmp_path):
    file = tmp_path / "b.toml"
    file.write_text(
        '[budget]\ntotal = 100\n[[commitment]]\nid = "care"\nfloor = 90\n'
        '[[line]]\nname = "Lease"\ncost = 50\nimpact = 0\nmust_stay = true\n'
        '[[line]]\nname = "Clinic"\ncost = 95\nimpact = 9\ncare = 1\n'
    )
    found = run("budget", file)
    assert found.exit_code == 5
    assert "Lease must stay" in found.stderr
    assert "the floor for care" in found.stderr


def test_lines_come_from_a_spreadsheet_beside_the_file(tmp_path):
    (tmp_path / "lines.csv").write_text(
        "Name,Cost,Now,Impact,Impact low,Impact high\nClinic,100,80,5,3,9\n=Vans,50,50,2,,\n"
    )
    file = tmp_path / "b.toml"
    file.write_text('[budget]\ntotal = 120\ntable = "lines.csv"\n')
    found = run("budget", file, "--out", tmp_path / "out", *ON)
    assert found.exit_code == 0, found.output
    assert "EUR 100  Clinic (today EUR 80)" in found.output.replace("\u00a0", " ")
    assert "'=Vans" in (tmp_path / "out" / "budget.csv").read_text()


@pytest.mark.parametrize(
    ("verb", "text", "said"),
    [
        ("prioritise", "[[criterion", "no TOML file"),
        ("prioritise", '[[option]]\nname = "A"', "nothing to compare by"),
        ("budget", '[[line]]\nname = "A"\ncost = 3', "its points are not known"),
        ("budget", '[[line]]\nname = "A"\ncost = 3.001\nimpact = 1', "two decimals at most"),
        ("budget", '[[line]]\nname = "A"\ncost = 3\nimpact = 1\nleast = 4', "not above its cost"),
        ("budget", '[budget]\ntable = "gone.csv"', "gone.csv"),
        ("budget", "[budget]\ntotal = 0", "greater than 0"),
    ],
)
def test_a_file_that_is_not_understood_says_what_to_do(tmp_path, verb, text, said):
    file = tmp_path / "f.toml"
    file.write_text(text)
    found = run(verb, file)
    assert found.exit_code == 2
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_a_report_needs_its_day(tmp_path):
    found = run("budget", EXAMPLE / "next-budget.toml", "--out", tmp_path)
    assert found.exit_code == 2
    assert "--on" in found.stderr


CASE = """
[organisation]
name = "Harbour Health"
currency = "EUR"
[[commitment]]
id = "visits"
text = "We visit at home whoever cannot come."
[[source]]
path = "budget.csv"
channel = "money"
[source.columns]
text = "Line"
amount = "Amount"
date = "Year"
commitment = "For"
"""
SPENT = "Line,Amount,Year,For\nHome visits,900,2025,visits\nRoof,600,2025,\nRoof,999,2024,\n"


def test_the_newest_year_of_a_case_is_a_budget_to_go_on_with(tmp_path):
    (tmp_path / "northing.toml").write_text(CASE)
    (tmp_path / "budget.csv").write_text(SPENT)
    found = run("budget", "--from", tmp_path)
    assert found.exit_code == 0, found.output
    file = tmp_path / "next.toml"
    file.write_text(found.stdout)
    said = json.loads(run("budget", file, "--json").stdout)["found"]
    lines = [one["line"] for one in said["given"]]
    assert [(one["name"], one["now"], one["serves"]) for one in lines] == [
        ("Home visits", 90_000, {"visits": 1.0}),
        ("Roof", 60_000, {}),
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [((), "Name a file"), (("--from", "nowhere"), "nowhere")],
)
def test_a_budget_of_nothing_is_refused_in_a_sentence(tmp_path, monkeypatch, asked, said):
    monkeypatch.chdir(tmp_path)
    found = run("budget", *asked)
    assert found.exit_code == 2
    assert said in found.stderr
    assert "Traceback" not in found.output
