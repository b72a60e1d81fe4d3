"""Does the engine run where Django cannot even be imported?"""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys

class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("this interpreter knows no Django")

sys.meta_path.insert(0, NoDjango())

import northing.cycle
assert "django" not in sys.modules, "the cycle imports Django"

from northing.interfaces.cli.app import app
app(["audit", sys.argv[1], "--out", sys.argv[2], "--quiet"], standalone_mode=False)
assert "django" not in sys.modules, "an audit imports Django"
print("without Django")
"""


def test_the_cycle_and_an_audit_run_without_django(root, tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(root / "examples/access_board"), str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (ran.returncode, ran.stdout.strip()) == (0, "without Django"), ran.stderr
    assert {path.name for path in tmp_path.iterdir()} == {
        "report.html", "report.pdf", "report.xlsx", "report.pptx", "gaps.csv", "links.parquet",
        "audit.json",
    }  # fmt: skip


def test_the_blocker_of_this_test_blocks():
    broken = PROGRAM.replace("import northing.cycle", "import django")
    ran = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, check=False
    )
    assert "this interpreter knows no Django" in ran.stderr
