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


@pytest.mark.parametrize("name", ["audit.json", "gaps.csv", "links.parquet", "report.pdf"])
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
