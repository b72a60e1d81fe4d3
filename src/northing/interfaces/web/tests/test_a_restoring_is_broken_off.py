"""Does a restoring that is killed at its worst moments leave all of the old or all of the new?"""

from __future__ import annotations

import pytest

from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
KILLED = """
import os, sys, django; django.setup()
from django.core.management import call_command
from northing.interfaces.web.keeping import moving, state
{worst} = lambda *_: os._exit(9)
call_command("restore", sys.argv[1])
"""
BEFORE_THE_DATABASE = KILLED.format(worst="type(state.database()).load")
AFTER_THE_DATABASE = KILLED.format(worst="moving.Moving.end")


@pytest.fixture
def there(tmp_path):
    """An empty installation."""
    with installation(tmp_path / "there") as one:
        yield one


@pytest.fixture
def kept(tmp_path):
    """A back-up of an installation with a file, and that file."""
    with installation(tmp_path / "here") as here:
        here.fill()
        file = here.home / "organisations/u/files/one"
        file.parent.mkdir(parents=True)
        file.write_text("handed in")
        here.run("backup", tmp_path / "kept.tar.gz")
        yield tmp_path / "kept.tar.gz", here.files


def test_killed_with_the_files_in_place_and_no_database_it_begins_anew(there, kept):
    place, files = kept
    there.python("-c", BEFORE_THE_DATABASE, str(place), code=9)
    assert there.files == files
    said = there.run("restore", place)
    assert "An earlier restoring was broken off; what it had begun is undone." in said
    assert "1 organisations, 3 people, 1 files are here again." in said
    assert there.files == files
    assert not (there.home / ".restoring").exists()


def test_killed_with_the_database_in_place_it_is_done(there, kept):
    place, files = kept
    there.python("-c", AFTER_THE_DATABASE, str(place), code=9)
    assert "run `restore` again" in there.run("health", code=1)
    said = there.run("restore", place, code=2)
    assert "An earlier restoring was broken off after it was done." in said
    assert "is not empty (1 organisations, 3 people, 1 files)" in said
    assert there.files == files
    assert "restoring: ok" in there.run("health", code=1)
    assert "entries hold" in there.run("trail", "verify")
