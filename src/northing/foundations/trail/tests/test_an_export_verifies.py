"""Can whoever holds the exported chain verify it, and is anything else refused?"""

from __future__ import annotations

import pytest

from northing.foundations.trail.exported import UnreadableExport, entries_in, lines_of
from northing.foundations.trail.rules.chain import first_break
from northing.foundations.trail.tests.make import make_chain

VERBS = ("opened", "schön", "changed\nthere", "\U0001f9ed")
LINE = next(lines_of(make_chain("opened")))


def test_what_goes_out_comes_back():
    chain = make_chain(*VERBS)
    assert list(entries_in(lines_of(chain))) == chain
    assert all(line.isascii() and line.count("\n") == 1 for line in lines_of(chain))


def test_a_word_changed_in_the_file_shows():
    lines = [line.replace("opened", "closed") for line in lines_of(make_chain(*VERBS))]
    assert first_break(entries_in(lines)).sequence == 1


@pytest.mark.parametrize(
    "line",
    [
        "what?",
        "[]",
        "{}",
        "null",
        LINE.replace('"sequence":1', '"sequence":1e999'),
        LINE.replace('"details":{}', '"details":{"n":0.5}'),
        LINE.replace('"details":{}', '"details":7'),
        LINE.replace('"verb":"opened"', '"verb":7'),
        LINE.replace("2026", "MMXXVI"),
        LINE.replace("+00:00", ""),
        "[" * 100_000,
        '"' + "x" * 1_000_001 + '"',
    ],
)
def test_a_line_that_is_no_entry_is_named(line):
    with pytest.raises(UnreadableExport, match="Line 2: not an entry"):
        list(entries_in([LINE, line]))
