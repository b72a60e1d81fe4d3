"""How are more records than memory holds computed on one machine?

DuckDB streams the files; the kernel runs on batches of a fixed size in two threads; each batch
becomes a Parquet part; the tally is SQL over the parts. The same input and kernel give the same
bytes, killed and resumed or not.
"""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from northing.foundations.compute.facts import (
    LINKS,
    Job,
    Kernel,
    Outcome,
    Progress,
    Tell,
    silent,
)
from northing.foundations.compute.kernel_step import Step, kernel_step
from northing.foundations.compute.parts import MANIFEST, Manifest, made_by, write_part
from northing.foundations.compute.reading import (
    count_rows,
    file_sha256,
    input_files,
    open_engine,
    quoted,
    read_batches,
)
from northing.foundations.compute.sampling import Hashed, bottom_texts
from northing.foundations.compute.tallying import READINGS_SQL, REFUSALS_SQL, TALLY_SQL, as_tally

LINKS_FOLDER, TALLY_FILE, SPILL, INPUT = "links", "tally.parquet", "spill", "input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """How much of the machine a run may take. Only `part_rows` decides the bytes of the parts."""

    part_rows: int = 32_768
    threads: int = 2
    memory: str = "256MB"
    """Of DuckDB alone; the kernel's batches and the interpreter come on top."""


def compute_links(
    job: Job,
    kernel: Kernel,
    folder: Path,
    *,
    resume: bool = False,
    machine: Machine | None = None,
    tell: Tell = silent,
) -> Outcome:
    """Link every record of the job; `folder` then holds links/part-*.parquet and tally.parquet.

    `resume` takes over the parts that an earlier run of the same job and kernel finished there;
    without it, what lies in these places is removed first.
    """
    machine = machine or Machine()
    run = _Run(job, kernel, folder, machine, tell, resume)
    with open_engine(folder / SPILL, memory=machine.memory, threads=machine.threads) as engine:
        run.link(engine)
        return run.tally(engine)


def sample_texts(
    job: Job, hashed: Hashed, folder: Path, *, size: int, machine: Machine | None = None
) -> pa.Array:
    """The bottom-k sample of the distinct texts of the job, in bounded memory."""
    machine = machine or Machine()
    files = input_files(job, folder / INPUT, rows=machine.part_rows)
    with open_engine(folder / SPILL, memory=machine.memory, threads=machine.threads) as engine:
        texts = (
            batch.column("text")
            for path in files
            for batch in read_batches(engine, path, rows=machine.part_rows, names=("text",))
        )
        return bottom_texts(texts, hashed, size=size)


@dataclass(frozen=True, slots=True)
class _Slice:
    """One part to be: its name, and which rows of which file it is made of."""

    name: str
    source: str
    input_sha256: str
    start: int
    batch: pa.RecordBatch


@dataclass(slots=True)
class _Run:
    job: Job
    kernel: Kernel
    folder: Path
    machine: Machine
    tell: Tell
    resume: bool
    names: list[str] = field(default_factory=list)
    done: int = 0
    of: int = 0
    reused_parts: int = 0
    reused_records: int = 0
    clock: Callable[[], float] = time.monotonic
    began: float = 0.0

    def link(self, engine: duckdb.DuckDBPyConnection) -> None:
        """Every slice that is not finished goes through the kernel, at most a few at a time."""
        manifest = self._manifest()
        step = kernel_step(self.kernel, residual=self.job.residual)
        waiting: deque[tuple[_Slice, Future[str]]] = deque()
        with ThreadPoolExecutor(self.machine.threads) as pool:
            for one in self._slices(engine):
                self.names.append(one.name)
                if self._is_finished(one, manifest):
                    continue
                waiting.append((one, pool.submit(_make, one, step, self.folder)))
                if len(waiting) > self.machine.threads:
                    self._note(*waiting.popleft(), manifest)
            while waiting:
                self._note(*waiting.popleft(), manifest)
        self._remove_strangers()

    def tally(self, engine: duckdb.DuckDBPyConnection) -> Outcome:
        """What the parts add up to; written like a part, whole or not at all."""
        paths = tuple(self.folder / name for name in self.names)
        if paths:
            listed = ", ".join(quoted(path) for path in paths)
            engine.execute(f"CREATE VIEW links AS SELECT * FROM read_parquet([{listed}])")  # noqa: S608 - our own parts, quoted
        else:
            engine.register("links", LINKS.empty_table())
        write_part(as_tally(engine.sql(TALLY_SQL).to_arrow_table()), self.folder / TALLY_FILE)
        refused = dict(engine.execute(REFUSALS_SQL).fetchall())
        readings = dict(engine.execute(READINGS_SQL).fetchall())
        engine.close()
        shutil.rmtree(self.folder / SPILL, ignore_errors=True)
        return Outcome(
            links=paths,
            tally=self.folder / TALLY_FILE,
            records=self.done,
            refused=refused,
            readings=readings,
            parts=len(paths),
            reused_parts=self.reused_parts,
            reused_records=self.reused_records,
        )

    def _manifest(self) -> Manifest:
        links = self.folder / LINKS_FOLDER
        if not self.resume:
            shutil.rmtree(links, ignore_errors=True)
        links.mkdir(parents=True, exist_ok=True)
        (self.folder / TALLY_FILE).unlink(missing_ok=True)
        decides = made_by(self.kernel, part_rows=self.machine.part_rows, residual=self.job.residual)
        return Manifest(self.folder, made_by=decides, resume=self.resume)

    def _slices(self, engine: duckdb.DuckDBPyConnection) -> Iterator[_Slice]:
        rows = self.machine.part_rows
        files = input_files(self.job, self.folder / INPUT, rows=rows)
        self.of = sum(count_rows(engine, path) for path in files)
        self.began = self.clock()
        for number, path in enumerate(files):
            sha256 = file_sha256(path)
            for at, batch in enumerate(read_batches(engine, path, rows=rows)):
                name = f"{LINKS_FOLDER}/part-{number:05d}-{at:07d}.parquet"
                yield _Slice(name, path.name, sha256, at * rows, batch)

    def _is_finished(self, one: _Slice, manifest: Manifest) -> bool:
        size = one.batch.num_rows
        if not manifest.finished(
            one.name, input_sha256=one.input_sha256, start=one.start, rows=size
        ):
            return False
        self.reused_parts += 1
        self.reused_records += size
        self._say(one)
        return True

    def _note(self, one: _Slice, made: Future[str], manifest: Manifest) -> None:
        manifest.note(
            one.name,
            input_sha256=one.input_sha256,
            start=one.start,
            rows=one.batch.num_rows,
            sha256=made.result(),
        )
        self._say(one)

    def _say(self, one: _Slice) -> None:
        """The pace is that of the records computed now; what was reused took no time."""
        self.done += one.batch.num_rows
        seconds = self.clock() - self.began
        pace = (self.done - self.reused_records) / seconds if seconds > 0 else 0.0
        left = (self.of - self.done) / pace if pace else None
        self.tell(Progress(self.done, self.of, pace or None, left, one.source))

    def _remove_strangers(self) -> None:
        """What an earlier run left, here or from a cluster, that this one has no use for."""
        kept = {self.folder / name for name in self.names}
        for path in (self.folder / LINKS_FOLDER).iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path not in kept:
                path.unlink()


def _make(one: _Slice, step: Step, folder: Path) -> str:
    return write_part(pa.Table.from_batches([step(one.batch)]), folder / one.name)


__all__ = ["MANIFEST", "Machine", "compute_links", "sample_texts"]
