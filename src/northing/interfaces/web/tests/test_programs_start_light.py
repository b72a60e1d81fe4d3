"""Does no program of the application load at its start what hardly anybody asks it for?"""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "scipy.stats",
    "pandas",
    "docx",
    "pypdf",
    "pptx",
    "duckdb",
    "statsmodels",
    "northing.cycle",
}
SERVER = "import northing.interfaces.web.wsgi"
WORKER = "import django; django.setup()"
READER = "import northing.interfaces.worker.reading"


@pytest.mark.parametrize("program", [SERVER, WORKER, READER])
def test_it_waits_for_none_of_the_slow_libraries(program, tmp_path):
    asked = f"{program}\nimport sys\nprint(*sorted({HEAVY} & set(sys.modules)))"
    around = {
        "NORTHING_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "northing.interfaces.web.settings",
    }
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", asked],
        env=around,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == []
