import subprocess
import sys
from pathlib import Path

import pytest

from northing.interfaces.reports.writing import CannotWrite, write_whole

KILLED = """
import os, pathlib, sys
from northing.interfaces.reports import writing
folder = pathlib.Path(sys.argv[1])
real = os.fsync
def die(descriptor):
    real(descriptor)
    if (folder / "seen").exists():
        os._exit(9)
    (folder / "seen").touch()
os.fsync = die
writing.write_whole(folder, {"gaps.csv": b"new" * 1000, "audit.json": b"new" * 1000})
"""


def test_all_files_are_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", {"gaps.csv": b"1", "audit.json": b"2"})
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["audit.json", "gaps.csv"]


def test_a_run_killed_midway_leaves_the_old_files_whole(tmp_path: Path) -> None:
    write_whole(tmp_path, {"gaps.csv": b"old", "audit.json": b"old"})
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == 9
    assert (tmp_path / "gaps.csv").read_bytes() == b"old"
    assert (tmp_path / "audit.json").read_bytes() == b"old"


def test_a_place_that_is_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CannotWrite, match=r"cannot be written to .*choose another --out"):
        write_whole(tmp_path / "out", {"gaps.csv": b"1"})


def test_a_full_disk_is_told_in_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        write_whole(tmp_path, {"gaps.csv": b"1"})
    assert list(tmp_path.iterdir()) == []
