"""What is damaged, strange, too new or in the way is refused in one sentence, and loses nothing."""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import signal
import tarfile
from itertools import count
from pathlib import Path
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.interfaces.web.keeping import archive, postgresql
from northing.interfaces.web.keeping.archive import Writer
from northing.interfaces.web.keeping.facts import Heading, Refusal
from northing.interfaces.web.keeping.moving import Moving
from northing.interfaces.web.tests.installation import installation

ONE = Heading("0.1.0", "2026-05-04T12:00:00+00:00", "sqlite", migrations=("people 0001_initial",))


@pytest.fixture
def here(tmp_path):
    with installation(tmp_path / "here") as one:
        yield one


@pytest.fixture
def filled(here, tmp_path):
    """An installation with a file, and a back-up of it."""
    here.fill()
    (here.home / "organisations/u/files").mkdir(parents=True)
    (here.home / "organisations/u/files/one").write_bytes(os.urandom(3 << 20))
    here.run("backup", tmp_path / "kept.tar.gz")
    return here


def written(place, *parts, heading=ONE):
    with place.open("wb") as out, Writer(out, heading) as writer:
        for name, path in parts:
            writer.add(name, path)
        writer.finish()
    return place


def parts_of(place):
    found = {}

    def take(part, content):
        found[part.name] = content.read() if content else part.same_as

    archive.read(place, take)
    return found


def named(folder, **content):
    for name, text in content.items():
        (folder / name).write_text(text)
        yield name, folder / name


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """With a back-up that is whole."""
    found = tmp_path_factory.mktemp("one")
    written(found / "x", *named(found, a="Amina" * 99, b="", c="Chiara"))
    return found


@settings(max_examples=100, deadline=None)
@given(part=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), is_cut=st.booleans())
def test_no_bit_can_turn_and_no_end_be_missing(folder, part, bit, is_cut):
    whole = (folder / "x").read_bytes()
    place = int(part * len(whole))
    bad = bytearray(whole[:place] if is_cut else whole)
    if not is_cut:
        bad[place] ^= 1 << bit
    (folder / "bad").write_bytes(bad)
    try:
        found = parts_of(folder / "bad")
    except Refusal:
        return
    assert not is_cut
    assert found == {"a": b"Amina" * 99, "b": b"", "c": b"Chiara"}
    # Gzip's own notes (a time, a system) and the bits that fill its last byte say nothing.
    assert gzip.decompress(bad) == gzip.decompress(whole)


def strange(place, about, content=b""):
    """A back-up with a part that no back-up has."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        text = ONE.as_text().encode()
        first = tarfile.TarInfo("northing.json")
        first.size = len(text)
        tar.addfile(first, io.BytesIO(text))
        about.size = len(content)
        tar.addfile(about, io.BytesIO(content))
    place.write_bytes(gzip.compress(out.getvalue()))
    return place


@pytest.mark.parametrize(
    ("name", "kind", "to"),
    [
        ("../outside", tarfile.REGTYPE, ""),
        ("/etc/cron.d/x", tarfile.REGTYPE, ""),
        ("home/../../x", tarfile.REGTYPE, ""),
        ("home/a", tarfile.SYMTYPE, "/etc/passwd"),
        ("home/a", tarfile.LNKTYPE, "../../etc/passwd"),
        ("home/a", tarfile.CHRTYPE, ""),
        ("home/a", tarfile.FIFOTYPE, ""),
    ],
)
def test_a_part_that_leads_elsewhere_is_refused(tmp_path, name, kind, to):
    about = tarfile.TarInfo(name)
    about.type, about.linkname = kind, to
    with pytest.raises(Refusal, match="has no place in a back-up"):
        parts_of(strange(tmp_path / "x", about))


def test_a_later_form_is_left_to_a_later_version(tmp_path):
    later = tmp_path / "x"
    written(later, heading=Heading("9.0", "", "sqlite", form=2))
    with pytest.raises(Refusal, match="with the version of Northing that made it, or a newer one"):
        archive.heading_in(later)


def test_the_programs_of_postgresql_are_asked_for_by_their_version():
    with pytest.raises(Refusal, match=r"of PostgreSQL 99 or newer are needed; .* postgresql-cli"):
        postgresql.programs(99, 15)


def moved(home):
    """What stands in a home, without the working place."""
    found = (one for one in home.rglob("*") if one.is_file())
    found = (one for one in found if one.relative_to(home).parts[0] != ".restoring")
    return {one.relative_to(home).as_posix(): one.read_text() for one in found}


def about_to_move(home):
    for name in ("organisations/a", "letters/l", ".restoring/home/organisations/b"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(name)
    (home / ".restoring/home/more").write_text("more")
    return Moving(home)


def test_a_kill_between_any_two_moves_is_undone(tmp_path, monkeypatch):
    real, seen = Path.rename, count()
    for last in count():
        home = tmp_path / str(last)
        moving, left = about_to_move(home), iter(range(last))

        def rename(self, target, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            return real(self, target)

        before = moved(home)
        monkeypatch.setattr(Path, "rename", rename)
        try:
            moving.begin("mark", frozenset({"organisations", "letters"}))
        except KeyboardInterrupt:
            monkeypatch.undo()
            Moving(home).undo()
            assert moved(home) == before
            assert not moving.room.exists()
            next(seen)
        else:
            monkeypatch.undo()
            assert moved(home) == {"organisations/b": ".restoring/home/organisations/b",
                                   "more": "more"}  # fmt: skip
            break
    assert next(seen) == 4


@pytest.mark.database
class TestAnInstallation:
    def test_one_that_is_not_empty_stays_as_it_is(self, filled, tmp_path):
        before = filled.files
        said = filled.run("restore", tmp_path / "kept.tar.gz", code=2)
        assert "Restore into an empty one, or say --replace." in said
        said = filled.run("restore", tmp_path / "kept.tar.gz", "--replace", typed="no\n", code=2)
        assert said.endswith("Nothing was changed.\n")
        assert filled.files == before

    def test_asked_twice_it_is_replaced_and_what_stood_there_is_kept(self, filled, tmp_path):
        (filled.home / "organisations/u/files/two").write_text("made since")
        before = filled.files
        said = filled.run("restore", tmp_path / "kept.tar.gz", "--replace", typed="replace\n")
        assert set(filled.files) == {"organisations/u/files/one"}
        (saved,) = (filled.home / "backups").iterdir()
        assert str(saved) in said
        filled.run("restore", saved, "--replace", "--really")
        assert filled.files == before

    def test_one_that_is_in_use_is_not_replaced(self, filled, tmp_path):
        wait = "import django; django.setup(); from django.db import connection as c; "
        wait += "c.ensure_connection(); print('open', flush=True); input()"
        with filled.started("-c", wait, stdin=-1, stdout=-1) as run:
            assert run.stdout.readline() == "open\n"
            said = filled.run("restore", tmp_path / "kept.tar.gz", "--replace", "--really", code=4)
            run.communicate("\n")
        assert "End the server and its workers, then restore; nothing was changed." in said

    def test_one_of_a_newer_version_is_refused(self, filled, tmp_path):
        newer = tmp_path / "newer"
        seen = ("people 0001_initial", "people 0099_what_is_to_come")
        vendor = "postgresql" if filled.database else "sqlite"
        written(newer, heading=Heading("9.9.0", "", vendor, migrations=seen))
        said = filled.run("restore", newer, "--only-check", code=2)
        assert "was made by Northing 9.9.0" in said
        assert "(people 0099_what_is_to_come)" in said

    def test_one_made_between_two_versions_is_refused(self, filled, tmp_path):
        odd, vendor = tmp_path / "odd", "postgresql" if filled.database else "sqlite"
        seen = ("people 0001_initial", "sessions 0001_initial", "trail 0002_only_ever_added_to")
        written(odd, heading=Heading("0.1.0", "", vendor, migrations=seen))
        said = filled.run("restore", odd, "--only-check", code=2)
        assert "its tables were altered without trail 0001_initial" in said

    def test_one_of_the_other_kind_of_database_is_refused(self, here, tmp_path):
        vendor = "sqlite" if here.database else "postgresql"
        other = written(tmp_path / "x", heading=Heading("", "", vendor, migrations=ONE.migrations))
        assert "This back-up is of a" in here.run("restore", other, code=2)

    def test_a_disk_that_is_full_is_said_and_the_older_back_up_stays(self, filled, tmp_path):
        kept = tmp_path / "kept.tar.gz"
        before = kept.read_bytes()

        def small_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))

        said = filled.run("backup", kept, "--force", code=4, preexec_fn=small_disk)
        assert "cannot be written" in said
        assert kept.read_bytes() == before
        assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
        command = ["-m", "northing.interfaces.web", "backup", "-"]
        with (
            Path("/dev/full").open("w") as full,
            filled.started(*command, stdout=full, stderr=-1) as run,
        ):
            said = run.stderr.read()
        assert run.returncode == 4
        assert "No space left on device" in said

    def test_a_disk_that_fills_up_while_restoring_leaves_it_empty(self, filled, tmp_path):
        with installation(tmp_path / "there") as there:

            def small_disk():
                resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))

            said = there.run("restore", tmp_path / "kept.tar.gz", code=4, preexec_fn=small_disk)
            assert "cannot be written" in said
            assert there.files == {}
            assert "are here again" in there.run("restore", tmp_path / "kept.tar.gz")
            assert there.files == filled.files

    def test_one_that_is_there_is_not_written_over(self, filled, tmp_path):
        said = filled.run("backup", tmp_path / "kept.tar.gz", code=4)
        assert "is there already. Choose another name, or --force." in said
        assert "is there already" not in filled.run("backup", tmp_path / "kept.tar.gz", "--force")

    @pytest.mark.parametrize("after", [0.9, 1.3, 1.8, 2.6])
    def test_killed_at_any_moment_it_holds_all_of_the_old_or_all_of_the_new(
        self, filled, tmp_path, after
    ):
        (filled.home / "organisations/u/files/two").write_text("made since")
        before = filled.files
        command = ["-m", "northing.interfaces.web", "restore", str(tmp_path / "kept.tar.gz")]
        with filled.started(*command, "--replace", "--really", stdout=-3) as run:
            sleep(after)
            run.send_signal(signal.SIGKILL)
        said = filled.run("restore", tmp_path / "kept.tar.gz", code=None)
        assert "is not empty" in said
        after_all = filled.files
        assert after_all in (before, {name: before[name] for name in list(after_all)[:1]})
        assert not (filled.home / ".restoring").exists()
        assert "entries hold" in filled.run("trail", "verify")

    def test_a_back_up_that_is_killed_is_in_nobodys_way(self, filled, tmp_path):
        command = ["-m", "northing.interfaces.web", "backup", str(tmp_path / "next")]
        for after in (1.0, 1.5):
            with filled.started(*command) as run:
                sleep(after)
                run.send_signal(signal.SIGKILL)
        filled.run("backup", tmp_path / "next", "--force")
        assert "is whole" in filled.run("restore", tmp_path / "next", "--only-check")
        assert not (filled.home / ".backing-up").exists()
        assert json.loads(json.dumps(sorted(one.name for one in tmp_path.iterdir()))) == [
            "here", "kept.tar.gz", "next",
        ]  # fmt: skip
