"""Does a name from outside stay a name, and do bytes lie where no name can lead?"""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.sources.opened import UnreadableSource
from northing.foundations.sources.shelf import LONGEST_NAME, Shelf, free_path, safe_name

HARBOUR, FILE = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("budget.csv", "budget.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Amina\\Haushalt 2024.xlsx", "Haushalt 2024.xlsx"),
        ("bud\x00get\r\n.csv", "bud get.csv"),
        ("invoice\u202egpj.csv", "invoice gpj.csv"),
        ("a*b?[c]#d:e.csv", "a_b__c__d_e.csv"),
        ("..", "file"),
        ("", "file"),
        (".csv", "csv"),
        ("con.csv", "_con.csv"),
        ("Ausgaben für Pflege.csv", "Ausgaben für Pflege.csv"),
    ],
)
def test_a_name_is_made_one_plain_name(given_name, kept):
    assert safe_name(given_name) == kept


@given(st.text(max_size=400))
def test_whatever_the_name_it_leads_nowhere_and_can_be_written(name):
    kept = safe_name(name)
    assert kept
    assert PurePosixPath(kept).parts == (kept,)
    assert kept not in (".", "..")
    assert not set(kept) & set('/\\*?[]#:<>|"')
    assert not any(unicodedata.category(sign).startswith("C") for sign in kept)
    assert len(kept.encode()) <= LONGEST_NAME + 60


def test_a_name_that_is_taken_gets_a_number_whatever_its_letters():
    assert free_path("Budget.csv", ["budget.csv", "BUDGET-2.csv"]) == "Budget-3.csv"


def test_bytes_are_kept_whole_and_laid_out_under_their_readable_path(tmp_path):
    shelf = Shelf(tmp_path)
    kept = shelf.keep(HARBOUR, FILE, [b"a,b\n", b"1,2\n"], largest=100)
    assert kept.bytes == 8
    root = tmp_path / "root"
    target = shelf.laid_out(HARBOUR, FILE, root, "budget/2024.csv")
    assert target == root / "budget" / "2024.csv"
    assert target.read_bytes() == b"a,b\n1,2\n"


def test_what_is_laid_out_never_leaves_its_folder(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.keep(HARBOUR, FILE, [b"x"], largest=1)
    with pytest.raises(ValueError, match="leads out"):
        shelf.laid_out(HARBOUR, FILE, tmp_path / "root", "../outside.csv")


def test_a_file_too_large_is_refused_and_leaves_nothing(tmp_path):
    shelf = Shelf(tmp_path)
    with pytest.raises(UnreadableSource, match="larger than 1 MB"):
        shelf.keep(HARBOUR, FILE, (b"x" * 1_000 for _ in range(2_000)), largest=1 << 20)
    assert list(shelf.place(HARBOUR, FILE).parent.iterdir()) == []
