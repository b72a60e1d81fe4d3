"""Does a run that is killed leave half a report behind?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

NAMES = {"gaps.csv", "links.parquet", "audit.json"}
NAMES |= {f"report.{kind}" for kind in ("html", "pdf", "pptx", "xlsx")}


@pytest.mark.parametrize("after", [0.5, 2.0, 4.0])
def test_killed_at_any_moment_the_folder_holds_whole_files_or_none(examples, tmp_path, after):
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "northing",
        "audit",
        str(examples / "harbour_health"),
        "--out",
        str(out),
        "-q",
    ]
    run = subprocess.Popen(
        command, env={**os.environ}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.wait()
    visible = (
        {path.name for path in out.iterdir() if not path.name.startswith(".")}
        if out.exists()
        else set()
    )
    assert visible <= NAMES
    if "audit.json" in visible:
        assert visible == NAMES
