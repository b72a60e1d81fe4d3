"""Does a run, however it is cut, give what a plain loop over the records gives?"""

from __future__ import annotations

from collections import defaultdict

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from northing.foundations.compute.facts import Job, Progress
from northing.foundations.compute.kernel_step import kernel_step
from northing.foundations.compute.local import Machine, compute_links
from northing.foundations.compute.reading import even
from northing.foundations.compute.tallying import tally_rows
from northing.foundations.compute.tests.make import KERNEL, bytes_of, make_many

RECORDS = make_many(1_500)


def looped(table):
    """One record at a time, added up in a dictionary."""
    cells = defaultdict(lambda: [0, 0, 0, 0])
    step = kernel_step(KERNEL, residual="none")
    for at in range(table.num_rows):
        for row in step(table.slice(at, 1).to_batches()[0]).to_pylist():
            if row["refused"] is None:
                cell = cells[row["account"], row["period"], row["unit"], row["topic"]]
                for place, name in enumerate(("records", "linked", "least", "most")):
                    cell[place] += row[name]
    return {key: tuple(cell) for key, cell in cells.items()}


@pytest.fixture(scope="module")
def expected():
    return looped(RECORDS)


@pytest.mark.parametrize(("part_rows", "threads"), [(1, 2), (37, 2), (500, 1), (5_000, 2)])
def test_however_it_is_cut_the_tally_is_that_of_the_loop(part_rows, threads, expected, tmp_path):
    size = 150 if part_rows == 1 else RECORDS.num_rows
    records = RECORDS.slice(0, size)
    machine = Machine(part_rows=part_rows, threads=threads)
    outcome = compute_links(Job(inputs=records), KERNEL, tmp_path, machine=machine)
    assert outcome.records == size
    assert {row[:4]: row[4:] for row in tally_rows(outcome.tally)} == (
        expected if size == RECORDS.num_rows else looped(records)
    )


@pytest.mark.parametrize("kind", ["parquet", "csv", "both"])
def test_files_give_what_the_table_gives(kind, expected, tmp_path):
    one, other = tmp_path / "one.parquet", tmp_path / "other.csv"
    pq.write_table(RECORDS if kind != "both" else RECORDS.slice(0, 700), one)
    rest = RECORDS if kind != "both" else RECORDS.slice(700)
    with duckdb.connect() as engine:
        engine.register("rest", rest)
        engine.execute(f"COPY rest TO '{other}' (HEADER)")
    inputs = {"parquet": (one,), "csv": (other,), "both": (one, other)}[kind]
    outcome = compute_links(
        Job(inputs=inputs), KERNEL, tmp_path / "out", machine=Machine(part_rows=400)
    )
    assert {row[:4]: row[4:] for row in tally_rows(outcome.tally)} == expected
    assert outcome.refused == {"no mass": sum(one is None for one in RECORDS["mass"].to_pylist())}


@pytest.mark.parametrize("rows", [1, 7, 10, 64, 5_000])
def test_batches_are_cut_evenly_wherever_the_engine_cut(rows):
    wide = RECORDS.combine_chunks().to_batches()[0]
    uneven = [wide.slice(at, length) for at, length in ((0, 10), (10, 3), (13, 40), (53, 447))]
    found = list(even(uneven, rows=rows))
    assert pa.Table.from_batches(found).equals(RECORDS.slice(0, 500))
    assert {one.num_rows for one in found[:-1]} <= {rows}


def test_links_lie_in_the_order_of_the_records(tmp_path):
    outcome = compute_links(Job(inputs=RECORDS), KERNEL, tmp_path, machine=Machine(part_rows=100))
    links = pa.concat_tables([pq.read_table(path) for path in outcome.links])
    seen = list(dict.fromkeys(links["id"].to_pylist()))
    assert seen == RECORDS["id"].to_pylist()
    assert [path.name for path in outcome.links] == sorted(path.name for path in outcome.links)


def test_two_runs_are_the_same_bytes_and_the_first_leaves_nothing_behind(tmp_path):
    machine = Machine(part_rows=200)
    compute_links(Job(inputs=make_many(3_000, seed=5)), KERNEL, tmp_path / "a", machine=machine)
    for folder in ("a", "b"):
        compute_links(Job(inputs=RECORDS), KERNEL, tmp_path / folder, machine=machine)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert str(tmp_path).encode() not in b"".join(bytes_of(tmp_path / "a").values())


def test_progress_ends_at_the_whole(tmp_path):
    told: list[Progress] = []
    compute_links(
        Job(inputs=RECORDS), KERNEL, tmp_path, machine=Machine(part_rows=500), tell=told.append
    )
    assert [one.done for one in told] == [500, 1_000, 1_500]
    assert (told[-1].of, told[-1].source, told[-1].seconds_left) == (1_500, "records.parquet", 0)
    assert all(one.per_second for one in told)
