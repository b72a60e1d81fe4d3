"""Is nothing lost when many processes write to one chain of a real database at once?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.database
ROOT = Path(__file__).parents[5]
WRITES = 240


def test_of_many_writes_at_once_none_is_lost_and_the_chain_holds():
    command = [sys.executable, "bench/web.py", "--here", "--rows", "0", "--json"]
    command += ["--writes", str(WRITES)]
    environment = {name: text for name, text in os.environ.items() if name != "NORTHING_HOME"}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["here"]["writing"]
    assert (found["stored"], found["errors"], found["chain"]) == (WRITES, 0, "holds")
    expected = "postgresql" if "postgres" in os.environ.get("DATABASE_URL", "") else "sqlite"
    assert found["database"] == expected
