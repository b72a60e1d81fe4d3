"""Does every table come back from a back-up, with rows in each, and do reports made of them then
say the same to the byte?
"""

from __future__ import annotations

import json
from contextlib import ExitStack

import pytest

from northing.interfaces.web.keeping.state import EMPTY_TABLES
from northing.interfaces.web.tests.installation import installation

pytestmark = [pytest.mark.database, pytest.mark.slow]
PROGRAM = ("-m", "northing.interfaces.web.tests.every_table")


def asked(one, *verb):
    return json.loads(one.python(*PROGRAM, *map(str, verb)).splitlines()[-1])


def reports(one, folder):
    """What the command line makes of the case that the tables hold now, by name."""
    asked(one, "case", folder / "case")
    out = folder / "out"
    one.python("-m", "northing", "audit", str(folder / "case"), "--out", str(out), "-q")
    return {file.name: file.read_bytes() for file in sorted(out.iterdir()) if file.is_file()}


def test_every_row_and_every_report_is_the_same_to_the_byte(tmp_path):
    with ExitStack() as both:
        here, there = (
            both.enter_context(installation(tmp_path / name)) for name in ("here", "there")
        )
        here.run("migrate", "-v0")
        here.run("createcachetable")
        made = asked(here, "fill")
        assert made["empty"] == [], "a table without a row says nothing of whether it comes back"
        kept = here.home / "organisations" / made["organisation"] / "kept"
        kept.mkdir(parents=True)
        written = reports(here, kept)
        before, files = asked(here, "told"), here.files
        trail = here.trail(made["organisation"])
        assert all(before[name][0] for name in EMPTY_TABLES)

        here.run("backup", tmp_path / "kept.tar.gz")
        there.run("restore", tmp_path / "kept.tar.gz")

        after = asked(there, "told")
        assert {after.pop(name)[0] for name in EMPTY_TABLES} == {0}
        assert after == {name: rows for name, rows in before.items() if name not in EMPTY_TABLES}
        assert after["a word"]
        assert (there.files, there.trail(made["organisation"])) == (files, trail)
        assert there.run("trail", "verify").count("entries hold; head") == 3
        (tmp_path / "again").mkdir()
        assert reports(there, tmp_path / "again") == written
        assert "report.html" in written
