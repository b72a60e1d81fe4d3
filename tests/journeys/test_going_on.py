"""Does an audit that was killed go on where it stopped, and end in the very same bytes?"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

RECORDS = 60_000
LEARNING = "learning from the records"
CASE = """
[organisation]
name = "Chiara's Ferries"
currency = "EUR"
[[commitment]]
id = "safe-crossings"
text = "Every crossing is safe"
living_it = ["life jackets and drills", "engines inspected"]
[[commitment]]
id = "quiet-harbour"
text = "The harbour stays quiet at night"
[[source]]
path = "spending.csv"
channel = "money"
"""
THINGS = (
    "life jackets",
    "engine inspection",
    "paint",
    "quiet winch",
    "night watch",
    "fuel",
    "ropes",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Many lines that do not repeat, so that linking takes a while."""
    folder = tmp_path_factory.mktemp("ferries") / "case"
    folder.mkdir()
    lines = ["Description,Amount,Date"]
    for number in range(RECORDS):
        thing = THINGS[number % len(THINGS)]
        other = THINGS[(number // 7) % len(THINGS)]
        what = f"{thing} and {other} for ferry {number} of berth {number % 97}"
        lines.append(f"{what},{number % 500}.5,2025-01-01")
    (folder / "spending.csv").write_text("\n".join(lines) + "\n")
    (folder / "northing.toml").write_text(CASE)
    return folder


@pytest.fixture(scope="module")
def whole(audited, case, tmp_path_factory):
    return audited(case, tmp_path_factory.mktemp("whole") / "out", "-q")


def kill_while_linking(case, out):
    """Start an audit and kill it with no chance to tidy up, once parts are noted as finished."""
    command = [sys.executable, "-m", "northing", "audit", str(case), "--out", str(out), "-q"]
    run = subprocess.Popen(command, env={**os.environ}, stderr=subprocess.DEVNULL)
    notes = out / ".northing-work" / "manifest.jsonl"
    until = time.monotonic() + 90
    while time.monotonic() < until and run.poll() is None:
        if notes.exists() and notes.read_bytes().count(b"\n") >= 3:
            run.send_signal(signal.SIGKILL)
            break
        time.sleep(0.005)
    run.wait()
    return run.returncode == -signal.SIGKILL


def test_a_killed_audit_goes_on_and_says_what_it_reused(northing, case, whole, tmp_path):
    out = tmp_path / "out"
    assert kill_while_linking(case, out), "the audit ended before it could be killed"
    assert not (out / "audit.json").exists()
    shutil.copytree(out, tmp_path / "copy")
    again = northing("audit", case, "--out", out, "--resume", out=out)
    assert again.code == 0
    assert "Went on where an earlier run stopped" in again.said
    assert (out / "audit.json").read_bytes() == (whole.out / "audit.json").read_bytes()
    assert (out / "links.parquet").read_bytes() == (whole.out / "links.parquet").read_bytes()
    machine = northing(
        "audit", case, "--out", tmp_path / "copy", "--resume", "--json", out=tmp_path / "copy"
    )
    reused = json.loads(machine.said)["reused"]
    assert 0 < reused["records"] < reused["of"] == RECORDS
    assert reused["parts"] >= 3
    steps = [json.loads(line)["step"] for line in machine.complained.splitlines()]
    assert list(dict.fromkeys(steps))[:3] == ["reading", "linking records", LEARNING]
    assert (machine.out / "audit.json").read_bytes() == (whole.out / "audit.json").read_bytes()


def test_nothing_is_left_lying_beside_the_report(whole):
    assert not (whole.out / ".northing-work").exists()


def test_to_go_on_where_nothing_was_begun_is_a_plain_audit(northing, examples, tmp_path):
    run = northing(
        "audit",
        examples / "access_board",
        "--out",
        tmp_path / "out",
        "--resume",
        out=tmp_path / "out",
    )
    assert run.code == 0
    assert run.complained == ""


def test_an_engine_there_is_not_is_named_with_those_there_are(northing, examples, tmp_path):
    run = northing(
        "audit",
        examples / "access_board",
        "--out",
        tmp_path / "out",
        "--engine",
        "abacus",
        out=tmp_path,
    )
    assert run.code == 2
    assert "local, spark" in run.complained
