"""Do two runs of one case agree byte for byte?"""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture(scope="module")
def twice(audited, examples, tmp_path_factory):
    """The second run reads a copy elsewhere, so that no path of the machine can creep in."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a case with spaces"
    shutil.copytree(examples / "access_board", elsewhere)
    out = tmp_path_factory.mktemp("twice")
    return audited(examples / "access_board", out / "one"), audited(elsewhere, out / "two")


@pytest.mark.parametrize(
    "name",
    ["audit.json", "gaps.csv", "links.parquet", "report.pdf", "report.pptx", "report.xlsx"],
)
def test_two_runs_agree_byte_for_byte(twice, name):
    first, second = twice
    assert (first.out / name).read_bytes() == (second.out / name).read_bytes()


def test_the_report_differs_in_nothing_but_the_command_it_names(twice):
    first, second = twice
    assert (first.out / "report.html").read_text() == (second.out / "report.html").read_text()


def test_another_seed_moves_no_figure_that_rests_on_no_chance(audited, examples, twice, tmp_path):
    other = audited(examples / "access_board", tmp_path / "out", "--seed", "7")
    assert other.audit["gaps"] == twice[0].audit["gaps"] or _same_but_null(other, twice[0])


def _same_but_null(other, first):
    without = [
        [
            {key: value for key, value in gap.items() if key != "null_mean"}
            for gap in run.audit["gaps"]
        ]
        for run in (other, first)
    ]
    return without[0] == without[1]


def test_the_newest_received_date_is_the_day_of_the_audit(twice):
    assert twice[0].audit["on"] == "2025-04-30"


def test_no_path_of_the_machine_stands_in_the_audit(twice, examples):
    text = (twice[0].out / "audit.json").read_text("utf-8")
    assert str(examples.parent) not in text


def test_the_head_of_a_trail_stands_in_the_reports_and_alone_makes_them_differ(
    audited, examples, twice, tmp_path
):
    head = f"12:{'0f' * 32}"
    found = audited(examples / "access_board", tmp_path / "out", "--anchor", head)
    assert found.audit["reproduce"].pop("anchor") == {"sequence": 12, "digest": "0f" * 32}
    assert found.audit["gaps"] == twice[0].audit["gaps"]
    text = (found.out / "report.html").read_text("utf-8")
    assert f"northing trail verify trail.jsonl --head {head}" in text
    assert "anchor" not in twice[0].audit["reproduce"]


def test_what_is_no_head_is_refused_in_a_sentence(northing, examples, tmp_path):
    case, out = examples / "access_board", tmp_path / "out"
    found = northing("audit", case, "--out", out, "--anchor", "12", out=out)
    assert found.code == 2
    assert "--anchor '12': write it as NUMBER:DIGEST" in found.complained
