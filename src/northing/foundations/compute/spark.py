"""How are records computed that outgrow one machine?

Apache Spark 4 runs the same step on its executors through `mapInArrow` and the same SQL over what
they wrote. An executor that dies is replaced and its tasks run again; a task's output counts once.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial, reduce
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from northing.foundations.compute.facts import (
    LINKS,
    Job,
    Kernel,
    Link,
    Outcome,
    Progress,
    Tell,
    UnusableInput,
    silent,
)
from northing.foundations.compute.kernel_step import kernel_step
from northing.foundations.compute.parts import made_by, write_part, write_whole
from northing.foundations.compute.reading import COLUMNS, file_sha256, input_files
from northing.foundations.compute.sampling import Hashed, bottom_places
from northing.foundations.compute.spark_session import open_session
from northing.foundations.compute.tallying import (
    READINGS_SQL,
    REFUSALS_SQL,
    TALLY_SQL,
    as_tally,
    records_sql,
)

LINKS_FOLDER, TALLY_FILE, INPUT, FINISHED = "links", "tally.parquet", "input", "finished.json"
_CSV = {"header": True, "sep": ",", "quote": '"', "escape": '"', "multiLine": True}
_PLACES = "SELECT DISTINCT place, text FROM places ORDER BY place, text LIMIT {size}"
_TYPES = {
    pa.string(): "string",
    pa.int64(): "bigint",
    pa.float64(): "double",
    pa.list_(pa.string()): "array<string>",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Which cluster, and how finely the work is cut: a lost executor costs the tasks it held."""

    master: str = "local-cluster[2,1,2048]"
    batch_rows: int = 8192
    tasks_per_core: int = 8
    settings: dict[str, str] = field(default_factory=dict)


def compute_links_on_spark(
    job: Job,
    kernel: Kernel,
    folder: Path,
    *,
    cluster: Cluster,
    resume: bool = False,
    tell: Tell = silent,
) -> Outcome:
    """Link every record of the job on a cluster; `folder`, which all its machines must see, then
    holds links/*.parquet and tally.parquet. The tally is the local engine's to the last byte; the
    links are the same rows, cut into Spark's own files.

    `resume` takes over the links of a run that had finished them; one that was killed earlier
    begins again, since within a run it is Spark itself that goes on after a loss.
    """
    began = time.monotonic()
    with open_session(cluster.master, cluster.settings) as session:
        started_in = time.monotonic() - began
        files = input_files(job, folder / INPUT, rows=_rows_of_a_group(job))
        decides = _decides(job, kernel, files)
        is_reused = resume and _is_finished(folder, decides)
        if not is_reused:
            tell(Progress(0, None, None, None, "spark"))
            _link(session, files, kernel, job.residual, (folder, cluster))
            write_whole(folder / FINISHED, json.dumps({"made_by": decides}).encode())
        outcome = _tally(session, folder, job.residual, started_in, is_reused=is_reused)
    seconds = time.monotonic() - began - started_in
    pace = None if is_reused or not seconds else outcome.records / seconds
    tell(Progress(outcome.records, outcome.records, pace, 0.0, "spark"))
    return outcome


def sample_texts_on_spark(
    job: Job, hashed: Hashed, folder: Path, *, size: int, cluster: Cluster
) -> pa.Array:
    """The bottom-k sample of the distinct texts, the same as the local engine draws."""

    def places(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        texts = (batch.column("text") for batch in batches)
        yield from bottom_places(texts, hashed, size=size).to_batches()

    with open_session(cluster.master, cluster.settings) as session:
        files = input_files(job, folder / INPUT, rows=_rows_of_a_group(job))
        frames = [one.select("text") for one in _frames(session, files, cluster)]
        drawn = [one.mapInArrow(places, "place bigint, text string") for one in frames]
        reduce(lambda above, below: above.union(below), drawn).createOrReplaceTempView("places")
        chosen = session.sql(_PLACES.format(size=size)).toArrow()
    return chosen["text"].cast(pa.string()).combine_chunks().sort()


def _rows_of_a_group(job: Job) -> int:
    """A table is written in groups small enough for every core to find work."""
    rows = job.inputs.num_rows if isinstance(job.inputs, pa.Table) else 0
    return max(1, min(32_768, rows // 16))


def _decides(job: Job, kernel: Kernel, files: tuple[Path, ...]) -> str:
    """All that decides the links: the kernel and the files, in their order."""
    sha256s = ",".join(file_sha256(path) for path in files)
    return f"{made_by(kernel, part_rows=0, residual=job.residual)}:{sha256s}"


def _is_finished(folder: Path, decides: str) -> bool:
    try:
        noted = json.loads((folder / FINISHED).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return noted == {"made_by": decides} and (folder / LINKS_FOLDER / "_SUCCESS").exists()


def _link(
    session: Any,
    files: tuple[Path, ...],
    kernel: Kernel,
    residual: str,
    place: tuple[Path, Cluster],
) -> None:
    folder, cluster = place
    (folder / FINISHED).unlink(missing_ok=True)
    shutil.rmtree(folder / LINKS_FOLDER, ignore_errors=True)
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(cluster.batch_rows))
    learned = session.sparkContext.broadcast(kernel.prepared)
    stepping = partial(
        _step_batches, learned=learned, link=kernel.link, digest=kernel.digest, residual=residual
    )
    rows = [one.mapInArrow(stepping, _ddl()) for one in _frames(session, files, cluster)]
    together = reduce(lambda above, below: above.union(below), rows)
    together.write.mode("overwrite").parquet(str((folder / LINKS_FOLDER).resolve()))


def _step_batches(
    batches: Iterator[pa.RecordBatch],
    *,
    learned: Any,
    link: Link,
    digest: str,
    residual: str,
) -> Iterator[pa.RecordBatch]:
    """What an executor does: unpack once what was learned, then batch after batch."""
    step = kernel_step(Kernel(link, learned.value, digest), residual=residual)
    for batch in batches:
        yield step(batch)


def _frames(session: Any, files: tuple[Path, ...], cluster: Cluster) -> list[Any]:
    """The known columns of the files, those of one shape together: Spark would make a common type
    of a decimal and a text, and that is a binary fraction. Each in pieces enough for every core,
    cut by id and not by chance."""
    shapes: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path in files:
        shapes[_shape(path)].append(path)
    pieces = session.sparkContext.defaultParallelism * cluster.tasks_per_core
    found = []
    for alike in shapes.values():
        frame = _frame(session, alike)
        if frame.rdd.getNumPartitions() * len(shapes) < pieces and "id" in frame.columns:
            frame = frame.repartition(pieces, "id")
        found.append(frame)
    return found


def _shape(path: Path) -> tuple[str, str]:
    """Files of one shape can be read as one: the same columns in the same order and types."""
    if path.suffix.lower() == ".csv":
        with path.open(encoding="utf-8-sig") as file:
            return ".csv", file.readline()
    return ".parquet", str(pq.read_schema(path).remove_metadata())


def _frame(session: Any, alike: list[Path]) -> Any:
    paths = [str(path.resolve()) for path in alike]
    if alike[0].suffix.lower() == ".csv":
        frame = session.read.options(**_CSV).option("mode", "FAILFAST").csv(paths)
    else:
        frame = session.read.parquet(*paths)
    known = [name for name in COLUMNS if name in frame.columns]
    if not known:
        raise UnusableInput(f"{alike[0].name}: none of the columns {', '.join(COLUMNS)}.")
    return frame.select(*known)


def _ddl() -> str:
    kinds = {one.name: _TYPES.get(one.type, "decimal(38,9)") for one in LINKS}
    return ", ".join(f"`{name}` {kind}" for name, kind in kinds.items())


def _tally(
    session: Any, folder: Path, residual: str, started_in: float, *, is_reused: bool
) -> Outcome:
    links = folder / LINKS_FOLDER
    session.read.parquet(str(links.resolve())).createOrReplaceTempView("links")
    write_part(as_tally(session.sql(TALLY_SQL).toArrow()), folder / TALLY_FILE)
    refused = {row["refused"]: row["records"] for row in session.sql(REFUSALS_SQL).collect()}
    readings = {row["reading"]: row["records"] for row in session.sql(READINGS_SQL).collect()}
    records = session.sql(records_sql(residual)).first()["records"]
    paths = tuple(sorted(links.glob("*.parquet")))
    return Outcome(
        links=paths,
        tally=folder / TALLY_FILE,
        records=records,
        refused=refused,
        readings=readings,
        parts=len(paths),
        reused_parts=len(paths) if is_reused else 0,
        reused_records=records if is_reused else 0,
        started_in=started_in,
    )
