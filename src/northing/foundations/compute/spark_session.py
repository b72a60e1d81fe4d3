"""How is a Spark cluster opened, here or elsewhere, with this very Python on its executors?"""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from northing.foundations.compute.facts import UnusableInput

_OWN_CLUSTER = re.compile(r"^local-cluster\[\s*\d+\s*,\s*\d+\s*,\s*(\d+)\s*\]$")
_OF_PANDAS = "PySpark does not yet fully support pandas"  # which nothing here goes through
_ALWAYS = {
    "spark.sql.ansi.enabled": "true",  # an overflow is said, never a null
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.shuffle.partitions": "32",  # a tally has few cells, whatever the records
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class NoSpark(UnusableInput):
    """Spark cannot run here; says what to install."""


def why_no_spark() -> str | None:
    """Why Spark cannot run here, or None."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'northing[spark]'"
    has_java = shutil.which("java") or os.environ.get("JAVA_HOME")
    return None if has_java else "there is no Java: install version 17 or 21"


@contextmanager
def open_session(master: str, settings: Mapping[str, str]) -> Iterator[Any]:
    """A session on `master`, closed afterwards; `settings` win over ours.

    `local-cluster[2,1,2048]` starts executors of this machine, in processes of their own: their
    memory is kept below what the cluster gives a worker.
    """
    reason = why_no_spark()
    if reason:
        raise NoSpark(f"--engine spark: {reason}.")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra: most have no Spark

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    warnings.filterwarnings("ignore", message=_OF_PANDAS, category=FutureWarning)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(master).appName("northing")
    for name, value in {**_ALWAYS, **_of_this_machine(master), **settings}.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def _of_this_machine(master: str) -> dict[str, str]:
    own = _OWN_CLUSTER.match(master)
    if not own and not master.startswith("local"):
        return {}
    here = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return here | ({"spark.executor.memory": f"{int(own[1]) // 2}m"} if own else {})
