"""Does a run hold batches, whatever the size of the files?"""

from __future__ import annotations

import subprocess
import sys

import pyarrow.parquet as pq

from northing.foundations.compute.tests.make import make_many

MOST_MEGABYTES = 250
PROGRAM = """
import resource, sys
from pathlib import Path
from northing.foundations.compute.facts import Job
from northing.foundations.compute.local import Machine, compute_links
from northing.foundations.compute.tests.make import KERNEL

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
inputs = tuple(Path(one) for one in sys.argv[2:])
outcome = compute_links(Job(inputs=inputs), KERNEL, Path(sys.argv[1]),
                        machine=Machine(part_rows=8_192, memory="128MB"))
assert outcome.records == 20_000 * len(inputs)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def megabytes(folder, *inputs):
    command = [sys.executable, "-c", PROGRAM, str(folder), *map(str, inputs)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_ten_times_the_records_need_hardly_more_memory(tmp_path):
    path = tmp_path / "records.parquet"
    pq.write_table(make_many(20_000), path)
    few = megabytes(tmp_path / "few", path)
    many = megabytes(tmp_path / "many", *[path] * 10)
    assert many < MOST_MEGABYTES
    assert many - few < 100, "twenty thousand against two hundred thousand records"
