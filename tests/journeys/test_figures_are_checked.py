"""Does the bench of truth see what is wrong, and do our intervals stand a short trial?

The full trial, with 2,000 repetitions, is `python3 dev.py bench truth`; here 120 keep it alive.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import truth
import truth_vectors
from truth_answers import ANSWERS, NOT_YET
from truth_coverage import LEAST, Setting, as_json, interval, measured
from truth_docs import PAGE
from truth_vectors import agrees, compared, folder

OURS = [setting for setting in truth.SETTINGS if not setting.is_peer]
RUNS, LUCK = 120, 4.0  # so many errors of the simulation below: no chance in some hundred tries


def named(setting):
    return f"{setting.method}.{setting.name}"


@pytest.mark.parametrize("setting", OURS, ids=named)
def test_an_interval_that_is_printed_holds_the_truth_or_says_that_it_is_approximate(setting):
    runs = 12 if setting.method == "sison_glaz" else RUNS
    found = measured(setting, repetitions=runs, seed=1)
    if found.printed == 0:
        assert found.verdict == "prints none"
        return
    assert found.is_labelled or found.coverage + LUCK * found.error >= LEAST


@pytest.mark.parametrize("method", ["ppi_plus_plus", "stratified_wald"])
def test_what_is_widely_used_fails_at_one_per_cent(method):
    (peer,) = [one for one in truth.SETTINGS if one.method == method and one.name == "p01_n100"]
    found = measured(peer, repetitions=400, seed=1)
    assert found.coverage < 0.9
    assert found.verdict == "peer, fails"


def test_an_interval_that_falls_short_without_saying_so_fails():
    def draws(_rng, runs):
        for run in range(runs):
            yield interval(0.5, 0.4, 0.6, "made up"), 0.5 if run % 10 else 0.9

    found = measured(Setting("made_up", "nine_of_ten", "", draws), repetitions=2000, seed=0)
    assert found.coverage == pytest.approx(0.9)
    assert found.verdict == "FAILS"
    assert not found.is_ok
    assert as_json([found])["made_up"]["nine_of_ten"]["ok"] is False


def test_a_setting_has_a_stream_of_its_own():
    first, second = (measured(OURS[0], repetitions=50, seed=4) for _ in range(2))
    assert first == second


def test_settings_are_told_apart():
    names = [(one.method, one.name, one.is_peer) for one in truth.SETTINGS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("ours", "printed", "agreed"),
    [
        (0.74342, 0.743, True), (0.7436, 0.743, False), ([1, 2.004], [1, 2.0], True),
        ([1], [1, 2], False), (59, 59, True), (60, 59, False), (True, False, False),
        (4999.6, 5000.0, True), (float("nan"), 0.5, False),
    ],
)  # fmt: skip
def test_a_figure_agrees_to_the_last_digit_printed(ours, printed, agreed):
    assert agrees(ours, printed) is agreed


@pytest.fixture
def entries(tmp_path):
    def write(**entries):
        (tmp_path / "vectors.json").write_text(json.dumps(entries), "utf-8")
        return tmp_path

    return write


def test_a_wrong_figure_is_named_and_nothing_is_skipped_in_silence(entries):
    waiting = min(NOT_YET)
    place = entries(
        stringer={"in": {"n": 100, "taints": [0.47], "conf": 0.95}, "out": {"poisson": 0.05}},
        bh1995={"in": [0.001], "out": {"bh_rejections_0.05": 1, "bonferroni_rejections": 1}},
        poisson_factors={},
        unheard_of={},
        **{waiting: {}},
    )
    found = compared(place)
    assert found.reproduced == ("bh1995",)
    assert "instead of 0.05" in found.wrong["stringer"]
    assert "no figure" in found.wrong["poisson_factors"]
    assert found.not_covered == {
        waiting: NOT_YET[waiting],
        "unheard_of": "no part of the plan names it",
    }
    counts = found.as_json()
    assert (counts["reproduced"], counts["covered"], counts["of"]) == (1, 3, 5)


def test_without_vectors_it_fails_unless_told(monkeypatch, capsys):
    monkeypatch.delenv("NORTHING_REAL_DATA", raising=False)
    monkeypatch.delenv("NORTHING_VECTORS", raising=False)
    assert folder() is None
    assert truth.main(["--part", "vectors"]) == 1
    assert "vectors: absent" in capsys.readouterr().err
    assert truth.main(["--part", "vectors", "--without-vectors"]) == 0


def test_a_wrong_figure_ends_with_one(monkeypatch, entries, capsys):
    wrong = {"in": {"n": 100, "taints": [0.47], "conf": 0.95}, "out": {"poisson": 0.05}}
    monkeypatch.setenv("NORTHING_VECTORS", str(entries(stringer=wrong) / "vectors.json"))
    assert truth.main(["--part", "vectors", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["vectors"]["reproduced"] == 0


@pytest.mark.real
@pytest.mark.skipif(truth_vectors.folder() is None, reason="no variable leads to vectors.json")
def test_every_published_answer_that_is_covered_is_reproduced():
    found = compared(folder())
    assert not found.wrong
    assert set(found.reproduced) == set(ANSWERS)
    assert set(found.not_covered) == set(NOT_YET)


def test_the_page_shows_every_setting_and_none_that_fails():
    page = PAGE.read_text("utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| ")]
    shown = {(row[1].strip(), row[2].strip()) for row in rows}
    assert {(one.method, one.world) for one in truth.SETTINGS} <= shown
    assert "FAILS" not in page
