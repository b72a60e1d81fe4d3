import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northing.foundations.sources.locating import opened
from northing.foundations.sources.opened import ReadOptions, UnreadableSource
from northing.foundations.sources.reading import read

ENDINGS = [
    "csv",
    "tsv",
    "txt",
    "md",
    "xlsx",
    "xls",
    "ods",
    "docx",
    "pdf",
    "jsonl",
    "json",
    "dat",
    "journal",
]


def test_the_path_is_relative_and_the_bytes_are_hashed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_bytes(b"a,b\n1,2\n")
    reading = read(tmp_path, tmp_path / "in" / "a.csv")
    assert reading.path == reading.rows[0].place.path == "in/a.csv"
    assert reading.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


def test_a_relative_root_may_stand_in_front_of_the_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/a.csv").write_text("a,b\n1,2\n")
    assert read(Path("data"), Path("data/a.csv")).path == "a.csv"


def test_a_path_out_of_the_root_is_refused_also_through_a_link(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    (root / "link.csv").symlink_to(tmp_path / "secret.csv")
    for path in (Path("../secret.csv"), Path("link.csv"), tmp_path / "secret.csv"):
        reading = read(root, path)
        assert "leads out" in reading.refusals[0].reason
        assert str(tmp_path) not in str(reading)


@pytest.mark.parametrize("name", ["missing.csv", ".", "a\0b.csv", "x" * 5000 + ".csv", "loop.csv"])
def test_what_cannot_be_opened_is_refused_without_a_traceback(tmp_path, name):
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    assert read(tmp_path, Path(name)).refusals[0].remedy


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert "device" in read(tmp_path, Path("pipe.csv")).refusals[0].reason


def test_an_empty_file_and_an_unknown_kind_are_refused(read_back):
    assert "empty" in read_back("a.csv", "").refusals[0].reason
    assert "'.exe'" in read_back("a.exe", "x").refusals[0].reason
    assert "no kind" in read_back("a.csv", "a,b\n", kind="novel").refusals[0].reason


def test_a_name_that_lies_about_its_kind_is_said(read_back):
    assert "a PDF" in read_back("a.csv", b"%PDF-1.7").refusals[0].reason
    assert "ZIP" in read_back("a.xlsx", "a,b\n").refusals[0].reason


def test_the_kind_can_be_asked_for(read_back):
    assert read_back("a.out", "a,b\n1,2\n", kind="csv").rows
    assert read_back("a.out", "a,b\n1,2\n", options=ReadOptions(kind="csv")).rows


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"x" * 100)
    with pytest.raises(UnreadableSource, match="larger"):
        opened(tmp_path, Path("a.csv"), options=ReadOptions(), largest=99)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
def test_no_bytes_make_a_reader_raise(tmp_path, ending, content):
    (tmp_path / f"a.{ending}").write_bytes(content)
    reading = read(tmp_path, Path(f"a.{ending}"))
    assert reading.rows or reading.refusals or reading.notes or reading.facts
