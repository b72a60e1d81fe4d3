"""Does a table whose rows never stand in memory together give what one held whole gives?"""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.sources import decoding, rows
from northing.foundations.sources.reading import read
from northing.stages.records.imports.engine import take_in, taking
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake import columns_seen
from northing.stages.records.imports.intake.met_before import CellsMet, OwnNames, amount_column
from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Channel

HEADER = ("Line", "Amount", "Date", "Parent", "Department", "No")
LABELS = ("Rent", "Heating", "Total", "Subtotal", "Grand total", "Total rewards programme", "")
AMOUNTS = ("60", "40", "100", "1,234.50", "(5.00)", "1.5 EUR", "n/a", "abc", "", "200")
DAYS = ("2024-03-01", "13/03/2024", "3/14/2024", "FY2024", "soon", "")
LINES = st.lists(
    st.tuples(
        st.sampled_from(LABELS),
        st.sampled_from(AMOUNTS),
        st.sampled_from(DAYS),
        st.sampled_from(("", "", "", "Rent", "1")),
        st.sampled_from(("North", "two\nlines", "x" * 90)),
        st.sampled_from(("1", "2", "V-7", "")),
    ),
    max_size=25,
)
PLAN = Plan(index=0, path="budget.csv", channel=Channel.MONEY)


def written(lines):
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, *lines])
    return out.getvalue().encode("utf-16")


def both_ways(content):
    """All at once, and row by row from pieces of three bytes."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "budget.csv").write_bytes(content)
        yield _read(Path(folder))
        with pytest.MonkeyPatch.context() as bent:
            bent.setattr(rows, "AT_ONCE", 0)
            bent.setattr(decoding, "_PIECE", 3)
            bent.setattr(columns_seen, "_SOME", 2)
            yield _read(Path(folder))


def _read(folder):
    reading = read(folder, folder / "budget.csv")
    kept = (tuple(reading.rows), len(reading.rows), reading.refusals, reading.notes)
    return kept, reading.rows[:3], take_in(reading, PLAN, frozenset()), reading


@given(LINES)
def test_the_same_facts_and_the_same_refusals(lines):
    whole, streamed = both_ways(written(lines))
    assert not isinstance(streamed[3].rows, tuple) or not lines
    assert streamed[:3] == whole[:3]


@given(LINES)
def test_one_after_the_other_gives_what_all_at_once_gives(lines):
    *_, (_, _, whole, reading) = both_ways(written(lines))
    one_by_one = taking(reading, PLAN, frozenset())
    assert [one.id for one in one_by_one.records] == [one.id for one in whole.records]
    rest = one_by_one.ended()
    assert (rest.refusals, rest.totals, rest.discrepancies, rest.left_out, rest.notes) == (
        whole.refusals, whole.totals, whole.discrepancies, whole.left_out, whole.notes,
    )  # fmt: skip


def test_two_objects_on_one_line_have_a_name_each(tmp_path):
    found = take(
        tmp_path,
        '[{"text": "Rent", "amount": 1}, {"text": "Heating", "amount": 2},\n'
        '{"text": "Roof", "amount": 3}]',
        name="budget.json",
    )
    names = ["budget.json:1", "budget.json:1:amount", "budget.json:2"]
    assert [one.id for one in CellsMet().new_in(found).records] == names
    own = OwnNames(amount_column(found.chosen))
    assert [own.under_its_own(one).id for one in found.records] == names


def test_an_id_of_more_digits_than_a_number_has_is_no_number(tmp_path):
    found = take(tmp_path, f"No,Line,Amount\n{'9' * 5_000},Rent,60\n")
    assert found.records[0].given_id == "9" * 5_000
