"""How do records of files larger than memory come in, always in the same batches?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from northing.foundations.compute.facts import Job, UnusableInput

COLUMNS = ("id", "account", "period", "unit", "text", "mass", "withheld")
_CSV = (
    "delim=',', quote='\"', escape='\"', header=true, all_varchar=true, "
    "max_line_size=16777216, buffer_size=33554432"
)
_FETCH = 8192
_READ = 1 << 20


def open_engine(spill: Path, *, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """DuckDB that keeps the order of rows, holds at most `memory` and spills the rest to disk."""
    engine = duckdb.connect(":memory:")
    engine.execute(f"SET memory_limit = '{memory}'")
    engine.execute(f"SET threads = {threads}")
    engine.execute(f"SET temp_directory = {quoted(spill)}")
    engine.execute("SET preserve_insertion_order = true")
    engine.execute("SET enable_progress_bar = false")
    return engine


def input_files(job: Job, folder: Path, *, rows: int) -> tuple[Path, ...]:
    """The job's files; a table is written into the folder first, so that both are one."""
    if isinstance(job.inputs, pa.Table):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "records.parquet"
        pq.write_table(job.inputs, path, row_group_size=rows, compression="zstd")
        return (path,)
    for path in job.inputs:
        if path.suffix.lower() not in {".parquet", ".csv"}:
            raise UnusableInput(f"{path.name}: neither Parquet nor CSV. Convert it first.")
        if not path.is_file():
            raise UnusableInput(f"{path.name}: there is no such file.")
    return tuple(job.inputs)


def file_sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_READ):
            digest.update(block)
    return digest.hexdigest()


def count_rows(engine: duckdb.DuckDBPyConnection, path: Path) -> int:
    if path.suffix.lower() == ".parquet":
        return int(pq.ParquetFile(path).metadata.num_rows)
    found = engine.execute(f"SELECT count(*) FROM {source_of(path)}").fetchone()  # noqa: S608 - the path is quoted by source_of
    return int(found[0]) if found else 0


def read_batches(
    engine: duckdb.DuckDBPyConnection, path: Path, *, rows: int, names: Sequence[str] = COLUMNS
) -> Iterator[pa.RecordBatch]:
    """The known columns of a file in batches of exactly `rows` records, the last one excepted."""
    try:
        there = [one[0] for one in engine.execute(f"DESCRIBE FROM {source_of(path)}").fetchall()]
        picked = ", ".join(f'"{name}"' for name in names if name in there)
        if not picked:
            raise UnusableInput(f"{path.name}: none of the columns {', '.join(names)}.")
        query = f"SELECT {picked} FROM {source_of(path)}"  # noqa: S608 - names are our own
        yield from even(engine.sql(query).to_arrow_reader(_FETCH), rows=rows)
    except duckdb.Error as error:
        raise UnusableInput(f"{path.name}: {str(error).splitlines()[0]}") from error


def even(batches: Iterable[pa.RecordBatch], *, rows: int) -> Iterator[pa.RecordBatch]:
    """The same rows, cut at every `rows`-th: where an engine cuts must change no part."""
    held: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        rest = batch
        while size + rest.num_rows >= rows:
            held.append(rest.slice(0, rows - size))
            rest = rest.slice(rows - size)
            yield _joined(held)
            held, size = [], 0
        if rest.num_rows:
            held.append(rest)
            size += rest.num_rows
    if held:
        yield _joined(held)


def source_of(path: Path) -> str:
    """What stands behind FROM."""
    if path.suffix.lower() == ".parquet":
        return f"read_parquet({quoted(path)})"
    return f"read_csv({quoted(path)}, {_CSV})"


def quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _joined(held: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    return pa.Table.from_batches(held).combine_chunks().to_batches()[0]
