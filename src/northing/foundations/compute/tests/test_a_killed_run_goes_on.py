"""Does a run that was killed go on where it stopped, to the same bytes?"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from northing.foundations.compute.facts import Job
from northing.foundations.compute.local import MANIFEST, Machine, compute_links
from northing.foundations.compute.tests.make import KERNEL, bytes_of, make_many

RECORDS = make_many(6_000)
MACHINE = Machine(part_rows=250)
PARTS = 24
PROGRAM = """
import sys, time
from pathlib import Path
from dataclasses import replace
from northing.foundations.compute.tests.test_a_killed_run_goes_on import KERNEL, MACHINE, RECORDS
from northing.foundations.compute.facts import Job
from northing.foundations.compute.local import compute_links

def slow(texts, prepared):
    time.sleep(0.02)
    return KERNEL.link(texts, prepared)

compute_links(Job(inputs=RECORDS), replace(KERNEL, link=slow), Path(sys.argv[1]), machine=MACHINE)
print("finished")
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    compute_links(Job(inputs=RECORDS), KERNEL, folder, machine=MACHINE)
    return bytes_of(folder)


def parts_noted(folder):
    path = folder / MANIFEST
    return path.read_bytes().count(b"\n") if path.exists() else 0


def start_and_kill(folder, *, after):
    """Run in a process of its own, and kill it once so many parts are noted."""
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)], stdout=subprocess.PIPE, text=True
    )
    until = time.monotonic() + 60
    while parts_noted(folder) < after and running.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    os.kill(running.pid, signal.SIGKILL)
    said, _ = running.communicate()
    assert (running.returncode, said) == (-signal.SIGKILL, "")


def resumed(folder, kernel=KERNEL, records=RECORDS, machine=MACHINE):
    return compute_links(Job(inputs=records), kernel, folder, resume=True, machine=machine)


@pytest.mark.parametrize("after", [1, 9, 20])
def test_it_reuses_what_was_finished_and_ends_in_the_same_bytes(after, undisturbed, tmp_path):
    start_and_kill(tmp_path, after=after)
    noted = parts_noted(tmp_path)
    outcome = resumed(tmp_path)
    assert bytes_of(tmp_path) == undisturbed
    assert after <= noted == outcome.reused_parts < outcome.parts == PARTS
    assert outcome.reused_records == noted * MACHINE.part_rows


def test_a_finished_run_has_nothing_left_to_do(undisturbed, tmp_path):
    compute_links(Job(inputs=RECORDS), KERNEL, tmp_path, machine=MACHINE)

    def never(texts, prepared):
        raise AssertionError("computed again")

    assert resumed(tmp_path, replace(KERNEL, link=never)).reused_parts == PARTS
    assert bytes_of(tmp_path) == undisturbed


def test_a_line_cut_off_and_a_part_cut_off_are_made_again(undisturbed, tmp_path):
    compute_links(Job(inputs=RECORDS), KERNEL, tmp_path, machine=MACHINE)
    manifest = tmp_path / MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:-40])
    part = tmp_path / "links/part-00000-0000003.parquet"
    part.write_bytes(part.read_bytes()[:-1])
    (tmp_path / "links/part-00000-0000007.parquet.tmp").write_bytes(b"half")
    (tmp_path / "links/_temporary").mkdir()
    assert resumed(tmp_path).reused_parts == PARTS - 2
    assert {name: one for name, one in bytes_of(tmp_path).items() if name != MANIFEST} == {
        name: one for name, one in undisturbed.items() if name != MANIFEST
    }
    assert all(json.loads(line) for line in manifest.read_bytes().splitlines()[-2:])
    assert resumed(tmp_path).reused_parts == PARTS


@pytest.mark.parametrize(
    ("changed", "reused"),
    [
        ({"kernel": replace(KERNEL, digest="stand-in-2")}, 0),
        ({"records": make_many(6_000, seed=1)}, 0),
        ({"machine": Machine(part_rows=500)}, 0),
        ({"machine": replace(MACHINE, threads=1, memory="128MB")}, PARTS),
    ],
)
def test_only_what_was_made_of_the_same_by_the_same_is_reused(changed, reused, tmp_path):
    compute_links(Job(inputs=RECORDS), KERNEL, tmp_path, machine=MACHINE)
    assert resumed(tmp_path, **changed).reused_parts == reused


def test_without_resume_nothing_is_reused(undisturbed, tmp_path):
    for _ in range(2):
        outcome = compute_links(Job(inputs=RECORDS), KERNEL, tmp_path, machine=MACHINE)
    assert outcome.reused_parts == 0
    assert bytes_of(tmp_path) == undisturbed
