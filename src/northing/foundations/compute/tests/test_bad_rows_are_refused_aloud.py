"""What happens to a record that cannot be counted, or only just can?"""

from __future__ import annotations

import pyarrow as pa
import pytest

from northing.foundations.compute.facts import Job, UnusableInput
from northing.foundations.compute.kernel_step import kernel_step
from northing.foundations.compute.local import compute_links
from northing.foundations.compute.tallying import tally_rows
from northing.foundations.compute.tests.make import KERNEL, make_records


def run(table, folder):
    return compute_links(Job(inputs=table), KERNEL, folder)


def test_an_empty_text_is_near_nothing_and_counts(tmp_path):
    outcome = run(make_records((None, "3"), ("", "4")), tmp_path)
    (row,) = tally_rows(outcome.tally)
    assert (row.topic, row.records, row.linked, outcome.refused) == ("none", 2, 7, {})


def test_how_texts_were_read_is_counted_for_those_that_count(tmp_path):
    records = make_records((None, "3"), ("amber birch", "4"), ("stone", "2"), ("amber", None))
    assert run(records, tmp_path).readings == {"nothing": 1, "words": 2}


def test_a_null_mass_is_refused_and_never_zero(tmp_path):
    outcome = run(make_records(("amber", None), ("amber", "2")), tmp_path)
    assert outcome.refused == {"no mass": 1}
    assert [row.records for row in tally_rows(outcome.tally) if row.topic == "amber"] == [1]


def test_a_record_without_an_id_is_refused(tmp_path):
    outcome = run(make_records(("amber", "2"), id=pa.array([None], pa.string())), tmp_path)
    assert (outcome.records, outcome.refused) == (1, {"no id": 1})
    assert not list(tally_rows(outcome.tally))


def test_a_negative_mass_is_a_credit_and_its_bounds_lie_the_other_way_round(tmp_path):
    outcome = run(make_records(("amber birch", "-0.05")), tmp_path)
    found = {row.topic: row for row in tally_rows(outcome.tally)}
    assert [str(found[one].linked.normalize()) for one in ("amber", "birch")] == ["-0.03", "-0.02"]
    assert (float(found["amber"].least), found["amber"].most) == (-0.05, 0)


@pytest.mark.parametrize("said", ["1,5", "12 EUR", "1e3", "0.0000000001", "NaN"])
def test_a_written_mass_that_is_no_plain_number_is_refused(said, tmp_path):
    outcome = run(make_records(("amber", None), ("amber", None), mass=[said, " "]), tmp_path)
    assert outcome.refused == {"no mass": 1, "mass is not a number": 1}


def test_a_binary_fraction_is_no_mass(tmp_path):
    with pytest.raises(UnusableInput, match="binary fraction"):
        run(make_records(("amber", None), mass=[0.1]), tmp_path)


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(UnusableInput, match="no column mass"):
        run(make_records(("amber", "1")).drop_columns(["mass"]), tmp_path)


def test_a_file_of_another_kind_or_none_at_all_is_refused(tmp_path):
    for name, reason in (("a.xlsx", "neither Parquet nor CSV"), ("a.csv", "no such file")):
        with pytest.raises(UnusableInput, match=reason):
            compute_links(Job(inputs=(tmp_path / name,)), KERNEL, tmp_path / "out")


def test_no_records_are_no_error(tmp_path):
    outcome = run(make_records(), tmp_path)
    assert (outcome.records, outcome.links, list(tally_rows(outcome.tally))) == (0, (), [])


def test_an_empty_batch_gives_an_empty_batch():
    empty = make_records().to_batches() or [
        pa.RecordBatch.from_pylist([], schema=make_records().schema)
    ]
    assert kernel_step(KERNEL, residual="none")(empty[0]).num_rows == 0


def test_a_text_of_a_million_characters_comes_through_csv_whole(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(f'id,text,mass\nR1,"amber {"é" * 1_000_000}",5.00\n', "utf-8")
    (row, _) = tally_rows(compute_links(Job(inputs=(path,)), KERNEL, tmp_path / "out").tally)
    assert (row.topic, row.linked) == ("amber", 5)
