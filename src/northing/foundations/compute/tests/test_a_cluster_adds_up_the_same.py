"""Does a cluster of several worker processes give what one machine gives, even robbed of one?"""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from northing.foundations.compute.facts import Job
from northing.foundations.compute.local import compute_links, sample_texts
from northing.foundations.compute.spark import (
    Cluster,
    compute_links_on_spark,
    sample_texts_on_spark,
)
from northing.foundations.compute.spark_session import why_no_spark
from northing.foundations.compute.tests.make import KERNEL, hashed, make_many, slow_link

pytestmark = [
    pytest.mark.spark,
    pytest.mark.slow,
    pytest.mark.skipif(why_no_spark() is not None, reason=str(why_no_spark())),
    pytest.mark.filterwarnings("ignore"),  # Spark's own, of sockets and of pandas
]

CLUSTER = Cluster(master="local-cluster[2,1,2048]", batch_rows=1_000)
RECORDS = make_many(40_000)


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    return compute_links(Job(inputs=RECORDS), KERNEL, tmp_path_factory.mktemp("local"))


def assert_same(found, expected):
    assert found.tally.read_bytes() == expected.tally.read_bytes()
    assert (found.records, found.refused, found.readings) == (
        expected.records,
        expected.refused,
        expected.readings,
    )
    with duckdb.connect() as engine:
        for name, one in (("ours", found), ("theirs", expected)):
            engine.read_parquet([str(path) for path in one.links]).create_view(name)
        for query in ("ours EXCEPT ALL FROM theirs", "theirs EXCEPT ALL FROM ours"):
            assert not engine.execute(f"FROM {query} LIMIT 1").fetchall()


def started_by(pid):
    """Every running program by its number: who started it, and its command."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            above = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(path.name)] = (above, (path / "cmdline").read_bytes())
    return {one: called for one, (above, called) in found.items() if above == pid}


def own_executors():
    """The executors of this very test, and no one else's: Spark's own child starts them."""
    return sorted(
        pid
        for driver, called in started_by(os.getpid()).items()
        if b"java" in called
        for pid, command in started_by(driver).items()
        if b"CoarseGrainedExecutorBackend" in command
    )


def kill_one(folder, killed):
    """Wait until a task's output is there, then kill an executor in the middle of others."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        written = list((folder / "links").rglob("part-*.parquet"))
        if written and (executors := own_executors()):
            os.kill(executors[0], signal.SIGKILL)
            killed.append((executors[0], len(written)))
            return
        time.sleep(0.05)


def test_two_executors_link_and_tally_as_one_machine_does(local, tmp_path):
    found = compute_links_on_spark(Job(inputs=RECORDS), KERNEL, tmp_path, cluster=CLUSTER)
    assert_same(found, local)
    assert found.started_in > 0
    again = compute_links_on_spark(
        Job(inputs=RECORDS), KERNEL, tmp_path, cluster=CLUSTER, resume=True
    )
    assert (again.reused_records, again.links) == (RECORDS.num_rows, found.links)
    assert_same(again, local)


def test_an_executor_killed_in_the_middle_changes_nothing(local, tmp_path):
    killed: list[tuple[int, int]] = []
    killer = threading.Thread(target=kill_one, args=(tmp_path, killed), daemon=True)
    killer.start()
    slow = replace(KERNEL, link=slow_link)
    found = compute_links_on_spark(Job(inputs=RECORDS), slow, tmp_path, cluster=CLUSTER)
    killer.join()
    assert killed, "no executor was there to kill"
    assert killed[0][1] < found.parts, "it was killed after the work"
    assert_same(found, local)


def test_csv_and_parquet_together_are_read_as_on_one_machine(tmp_path):
    one, other = tmp_path / "one.parquet", tmp_path / "other.csv"
    records = make_many(3_000).set_column(
        1, "text", pa.array([f'amber "{at}",\nbirch' if at % 2 else "" for at in range(3_000)])
    )
    pq.write_table(records.slice(0, 1_000), one)
    with duckdb.connect() as engine:
        engine.register("records", records.slice(1_000))
        engine.execute(f"COPY records TO '{other}' (HEADER)")
    job = Job(inputs=(one, other))
    found = compute_links_on_spark(job, KERNEL, tmp_path / "spark", cluster=CLUSTER)
    assert_same(found, compute_links(job, KERNEL, tmp_path / "local"))


def test_the_cluster_draws_the_same_sample(tmp_path):
    job = Job(inputs=RECORDS)
    found = sample_texts_on_spark(job, hashed, tmp_path, size=500, cluster=CLUSTER)
    assert found == sample_texts(job, hashed, tmp_path, size=500)
