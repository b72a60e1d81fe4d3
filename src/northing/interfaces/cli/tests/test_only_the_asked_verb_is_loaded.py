"""Does nobody wait for the libraries of a verb that was not asked for?"""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from northing.interfaces.cli.app import app
from northing.interfaces.cli.verbs import VERBS

LOADED = """
import sys
from northing.interfaces.cli.app import app
app(sys.argv[1:], standalone_mode=False)
print(*{name.split(".")[0] for name in sys.modules} & {"numpy", "scipy", "pyarrow", "pptx"})
"""


@pytest.mark.parametrize("asked", [["--help"], ["trail", "--help"], ["serve", "--help"]])
def test_what_needs_no_numbers_loads_none(asked):
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *asked], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[0].startswith("Usage:")
    assert ran.stdout.splitlines()[-1] == ""


def test_each_verb_is_what_its_name_says_and_is_loaded_once():
    program = typer.main.get_command(app)
    for name in VERBS:
        verb = program.get_command(None, name)
        assert (verb.name, bool(verb.help)) == (name, True)
        assert program.get_command(None, name) is verb
    assert program.get_command(None, "no such verb") is None


def test_a_verb_that_is_misspelt_is_not_loaded_but_guessed():
    ran = subprocess.run(
        [sys.executable, "-m", "northing", "audt"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "No such command 'audt'. Did you mean 'audit'" in ran.stderr
