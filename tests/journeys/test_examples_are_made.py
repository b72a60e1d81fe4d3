"""Are the invented cases what their script makes, and not edited by hand?"""

from __future__ import annotations

import subprocess
import sys

import pytest


def test_the_script_makes_the_committed_files_again(examples):
    done = subprocess.run(
        [sys.executable, str(examples / "make_harbour_health.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.real
def test_examples_copy_no_sentence_of_the_real_source(examples, real_data):
    """Figures carry over with their source; sentences do not."""
    ours = (examples / "access_board" / "statement.md").read_text("utf-8")
    theirs = (real_data / "us_access_board" / "statement.md").read_text("utf-8")
    long_lines = [line.strip("- ").strip() for line in theirs.splitlines() if len(line) > 50]
    assert [line for line in long_lines if line in ours] == []
