"""Does everything that a tutorial tells people to type do what its page says?

The commands are taken from the page and run as they stand, one after the other. What the page
shows of an answer has to be in it, in that order; `…` stands for anything. After an audit that is
what was said and what was written.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NOT_RUN = "northing init"  # it asks; what it asks is walked in test_init_and_check


def blocks_of(page):
    """Each command with what the page shows of its answer."""
    found = []
    for kind, text in BLOCK.findall(page):
        if kind == "sh":
            found.append((text, []))
        elif not text.startswith(NOT_RUN):
            found[-1][1].append(text)
    return found


def run(script, folder):
    around = dict(
        os.environ, COLUMNS="160", PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    )
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, env=around, capture_output=True, text=True,
        timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr + written(folder)


def written(folder):
    """Every text of the audit that stands in the folder."""
    path = folder / "report" / "audit.json"
    return (
        json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False) if path.exists() else ""
    )


def holds(shown, answered):
    """Whether every line of what is shown stands in the answer, in that order."""
    at, plain = 0, " ".join(answered.split())
    for line in shown.splitlines():
        wanted = " ".join(line.split())
        if wanted in ("", "…"):
            continue
        found = re.compile(".*?".join(map(re.escape, wanted.split("…")))).search(plain, at)
        assert found, f"not said: {wanted}\n\nbut: {answered[:2000]}"
        at = found.start()


@pytest.fixture
def checkout(tmp_path):
    """A checkout as its reader has it, but that its environment is there already."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    stamp = ROOT / ".venv" / ".stamp"
    if not (stamp.exists() and stamp.read_text().startswith(dev.locked(dev.interpreter()))):
        pytest.skip("the environment is not what uv.lock says: python3 dev.py test makes it so")
    for name in ("dev.py", "uv.lock", "pyproject.toml", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "examples" / "access_board", tmp_path / "examples" / "access_board")
    return tmp_path


def walks(name, folder):
    blocks = blocks_of((DOCS / f"{name}.md").read_text("utf-8"))
    assert blocks
    for script, shown in blocks:
        answered = run(script, folder)
        for each in shown:
            holds(each, answered)


def test_your_own_budget_is_audited_as_its_page_says(tmp_path):
    walks("tutorials/audit-your-own-budget", tmp_path)
    assert {path.name for path in (tmp_path / "report").iterdir()} >= {"report.html", "audit.json"}


def test_the_first_audit_goes_as_its_page_says(checkout):
    walks("tutorials/first-audit", checkout)
    assert (checkout / "out" / "my_case" / "report.html").exists()


def test_a_sample_is_drawn_as_its_page_says(tmp_path):
    shutil.copytree(ROOT / "examples/harbour_health", tmp_path / "examples/harbour_health")
    walks("how-to/verify-an-audit", tmp_path)


def test_what_a_page_shows_and_nobody_says_is_found():
    with pytest.raises(AssertionError, match="not said: b"):
        holds("a\nb\n", "b a")
