"""Does the command line tell a trail that holds from one that does not?"""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from northing.foundations.trail.exported import lines_of
from northing.foundations.trail.tests.make import make_chain
from northing.interfaces.cli.app import app


@pytest.fixture
def lines():
    return list(lines_of(make_chain("opened", "changed", "closed")))


@pytest.fixture
def verify(tmp_path):
    def run(text, *more):
        file = tmp_path / "trail.jsonl"
        file.write_text(text, "utf-8")
        return CliRunner().invoke(app, ["trail", "verify", str(file), *more])

    return run


def test_a_trail_that_holds_says_its_head(lines, verify):
    found = verify("".join(lines))
    assert found.exit_code == 0
    assert "3 entries are as they were written." in found.stdout
    head = found.stdout.split()[-1]
    assert verify("".join(lines), "--head", head).exit_code == 0
    cut = verify("".join(lines[:2]), "--head", head)
    assert (cut.exit_code, "its end was cut off" in cut.stderr) == (5, True)


def test_a_changed_line_is_named(lines, verify):
    found = verify("".join(lines).replace("changed", "kept"))
    assert (found.exit_code, found.stderr) == (5, "Entry 2: this entry is not what was written.\n")


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", 3, "holds no entry"),
        ("hello\n", 2, "Line 1: not an entry"),
        ("x" * 2_000_001, 2, "Line 1: not an entry"),
    ],
)
def test_what_is_no_trail_is_refused(verify, text, code, says):
    found = verify(text)
    assert (found.exit_code, says in found.stderr) == (code, True)


def test_a_missing_file_and_a_head_that_is_none_are_refused(verify, tmp_path, lines):
    gone = CliRunner().invoke(app, ["trail", "verify", str(tmp_path / "gone")])
    assert (gone.exit_code, "cannot be read" in gone.stderr) == (3, True)
    assert verify("".join(lines), "--head", "3:abc").exit_code == 2
