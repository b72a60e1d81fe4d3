"""What do tests that cross rooms share: the real program, run in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """One run of the command line: how it ended, what it said, what it wrote to `out`."""

    code: int
    said: str
    complained: str
    out: Path

    @property
    def audit(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.out / "audit.json").read_text("utf-8"))
        return found

    def findings(self, code: str) -> list[dict[str, Any]]:
        """With that code, or carrying a further sign with it: the sign then speaks."""
        found = [
            one | sign for one in self.audit["findings"] for sign in ({}, *one["further_signs"])
        ]
        return [one for one in found if one["code"] == code]

    @property
    def links(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = pq.read_table(self.out / "links.parquet").to_pylist()
        return found

    @property
    def refusals(self) -> list[dict[str, Any]]:
        return [one for source in self.audit["sources"] for one in source["rows_refused"]]


def run_northing(*arguments: str | Path, out: Path, typed: str = "") -> Run:
    """Nothing of the program is replaced; a traceback is a failure wherever it happens."""
    done = subprocess.run(
        [sys.executable, "-m", "northing", *map(str, arguments)],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "COLUMNS": "160"},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Run(done.returncode, done.stdout, done.stderr, out)


@pytest.fixture(scope="session")
def northing() -> Callable[..., Run]:
    """`northing("check", case, out=folder)` runs any verb."""
    return run_northing


@pytest.fixture(scope="session")
def audited() -> Callable[..., Run]:
    """`audited(case, out, "--on", day)` runs an audit that must end well."""

    def run(case: Path, out: Path, *more: str | Path) -> Run:
        found = run_northing("audit", case, "--out", out, *more, out=out)
        assert found.code == 0, found.complained
        return found

    return run


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data, or a skip that says why."""
    folder = os.environ.get("NORTHING_REAL_DATA")
    if not folder:
        pytest.skip("NORTHING_REAL_DATA is not set: there is no real data here")
    return Path(folder)
