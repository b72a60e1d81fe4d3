"""Does everything come back from a back-up, on an empty machine, to the byte?"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tarfile
from uuid import uuid4

import pytest

from northing.interfaces.web.tests.installation import ROOT, installation

pytestmark = pytest.mark.database
SESSION = """
import django; django.setup()
from django.contrib.sessions.backends.db import SessionStore
one = SessionStore(); one["who"] = "amina"; one.save(); print(one.session_key)
"""
COUNTED = """
import django; django.setup()
from django.contrib.sessions.models import Session
from northing.foundations.people.models import Member, Organisation, Person
print(Organisation.objects.count(), Member.objects.count(), Session.objects.count())
print(sorted(Person.objects.values_list("email", "password")))
"""


@pytest.fixture
def here(tmp_path):
    with installation(tmp_path / "here") as one:
        yield one


@pytest.fixture
def there(tmp_path):
    with installation(tmp_path / "there") as one:
        yield one


def audited(here, organisation):
    """A case, and the reports on it, where the application keeps them."""
    audit = here.home / "organisations" / organisation / "audits" / str(uuid4())
    case, kept = audit / "case", audit.parents[1] / "files" / str(uuid4())
    kept.parent.mkdir(parents=True)
    case.mkdir(parents=True)
    for file in (ROOT / "examples/access_board").rglob("*"):
        if file.is_file():
            to = case / file.relative_to(ROOT / "examples/access_board")
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(file.read_bytes())
    os.link(next(case.rglob("*.csv")), kept)  # one file under two names
    here.python("-m", "northing", "audit", str(case), "--out", str(audit / "out"), "-q")
    return audit


@pytest.mark.slow
def test_wiped_and_restored_every_report_is_the_same_to_the_byte(here, there, tmp_path):
    organisation = here.fill()
    audit = audited(here, organisation)
    (here.home / "letters").mkdir()
    (here.home / "letters" / "one.log").write_text("a letter that was not sent")
    before = here.python("-c", COUNTED), here.trail(organisation), here.files
    said = here.run("backup", tmp_path / "kept.tar.gz")
    assert "The secret key is not in it." in said
    said = there.run("restore", tmp_path / "kept.tar.gz")
    assert "1 organisations, 3 people" in said
    assert "entries hold; head" in said
    assert (there.python("-c", COUNTED), there.trail(organisation), there.files) == before
    assert (there.home / "letters" / "one.log").read_text() == "a letter that was not sent"
    assert (there.home / "secret-key").read_text() != (here.home / "secret-key").read_text()
    assert not [one.name for one in there.home.iterdir() if "restor" in one.name]
    assert "entries hold" in there.run("trail", "verify")
    verify_by_the_command_line(there, organisation, tmp_path / "trail.jsonl")
    again = there.home / audit.relative_to(here.home)
    there.python("-m", "northing", "audit", str(again / "case"), "--out", str(tmp_path / "new"),
                 "-q")  # fmt: skip
    for name in ("audit.json", "gaps.csv", "report.html"):
        assert (tmp_path / "new" / name).read_bytes() == (audit / "out" / name).read_bytes()


def verify_by_the_command_line(there, organisation, file):
    file.write_text(there.trail(organisation))
    assert "are as they were written" in there.python(
        "-m", "northing", "trail", "verify", str(file)
    )


def test_open_sessions_and_the_secret_are_in_no_back_up(here, there, tmp_path):
    here.fill()
    session = here.python("-c", SESSION).strip()
    kept = tmp_path / "kept.tar.gz"
    here.run("backup", kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    secret = (here.home / "secret-key").read_bytes()
    with tarfile.open(kept) as tar:
        parts = {one.name: tar.extractfile(one).read() for one in tar if one.isreg()}
    assert not [name for name, content in parts.items() if secret in content]
    assert session.encode() not in parts.get("database.sqlite3", b"")
    there.run("restore", kept)
    assert there.python("-c", COUNTED).startswith("1 3 0\n")


def test_it_goes_through_a_pipe_to_where_it_is_kept(here, there, tmp_path):
    here.fill()
    with (tmp_path / "kept.tar.gz").open("wb") as out:
        with here.started("-m", "northing", "backup", "-", stdout=out) as run:
            pass
        assert run.returncode == 0
    said = there.python("-m", "northing", "restore", str(tmp_path / "kept.tar.gz"), "--only-check")
    assert "is whole" in said
    assert "1 organisations" in there.python(
        "-m", "northing", "restore", str(tmp_path / "kept.tar.gz")
    )


def test_in_a_folder_the_newest_are_kept(here, tmp_path):
    here.fill()
    folder = tmp_path / "kept"
    folder.mkdir()
    for day in range(1, 5):
        (folder / f"northing-2026010{day}T000000Z.tar.gz").touch()
    (folder / "somebody-elses.tar.gz").touch()
    here.run("backup", folder, "--keep", "2")
    left = sorted(one.name for one in folder.iterdir())
    assert left[0] == "northing-20260104T000000Z.tar.gz"
    assert left[1].startswith("northing-2")
    assert left[2:] == ["somebody-elses.tar.gz"]


def test_any_tool_opens_it_and_its_digests_are_those_of_sha256sum(here, tmp_path):
    here.fill()
    here.run("backup", tmp_path / "kept.tar.gz")
    subprocess.run(["tar", "-xzf", "kept.tar.gz"], cwd=tmp_path, check=True)
    check = """
import hashlib, json
for line in open("manifest.jsonl"):
    part = json.loads(line)
    assert hashlib.sha256(open(part["name"], "rb").read()).hexdigest() == part["sha256"]
"""
    subprocess.run([sys.executable, "-c", check], cwd=tmp_path, check=True)
