"""`northing statement` reads a file of any kind and asks what its promises leave open."""

from __future__ import annotations

import json

import pytest

TEXT = """# Who we are

We were founded in 1911.

By 2030 we will house every family in Leeds by buying empty flats.

We will strive for excellence and create value for our stakeholders.
"""


@pytest.fixture
def file(tmp_path):
    found = tmp_path / "statement.md"
    found.write_text(TEXT, "utf-8")
    return found


def test_each_promise_stands_with_its_answers_and_questions(northing, file, tmp_path):
    run = northing("statement", file, "--organisation", "Acme", out=tmp_path)
    assert run.code == 0
    assert "“every family”" in run.said
    assert "Which record would show that it was broken?" in run.said
    assert "founded in 1911" not in run.said


def test_machines_get_the_same(northing, file, tmp_path):
    run = northing("statement", file, "--json", out=tmp_path)
    housed, vague = json.loads(run.said)["statements"]
    said = {one["point"]: one["said"] for one in housed["answers"]}
    assert said["horizon"] == "yes"
    assert said["contradiction"] == "no"
    assert vague["generic"]["value"] > housed["generic"]["value"]


def test_every_sentence_is_read_where_asked(northing, file, tmp_path):
    run = northing("statement", file, "--all", out=tmp_path)
    assert "founded in 1911" in run.said


def test_a_file_without_promises_says_what_to_do(northing, tmp_path):
    (tmp_path / "none.txt").write_text("It rained on Tuesday in Leeds.", "utf-8")
    run = northing("statement", tmp_path / "none.txt", out=tmp_path)
    assert run.code == 3
    assert "--all" in run.complained


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"%PDF-1.4 broken"])
def test_no_file_ends_in_a_traceback(northing, tmp_path, content):
    (tmp_path / "odd.pdf").write_bytes(content)
    run = northing("statement", tmp_path / "odd.pdf", out=tmp_path)
    assert run.code == 3
    assert northing("statement", tmp_path / "absent.md", out=tmp_path).code == 2
