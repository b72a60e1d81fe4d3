"""Which parts of a run are finished, so that a killed one can go on?

A part is whole or it is not there: it is written beside its name, brought to the disk and renamed,
and only then noted in `manifest.jsonl`, one line a part. A line that was cut off counts for
nothing, nor does a part whose bytes are not those the line names.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from northing.foundations.compute.facts import Kernel

MANIFEST = "manifest.jsonl"
_FORM = 2  # a new number wherever the same input would give other parts


@dataclass(frozen=True, slots=True)
class Part:
    """One finished part. `made_by` names all that decided its bytes beside its input."""

    name: str
    made_by: str
    input_sha256: str
    start: int
    rows: int
    sha256: str


class Manifest:
    """The finished parts of a folder, and the file they are noted in."""

    def __init__(self, folder: Path, *, made_by: str, resume: bool) -> None:
        self._folder = folder
        self._path = folder / MANIFEST
        self._made_by = made_by
        self._known = _noted(self._path) if resume else {}
        if not resume:
            self._path.unlink(missing_ok=True)
        elif self._path.exists():
            _end_line(self._path)

    def finished(self, name: str, *, input_sha256: str, start: int, rows: int) -> Part | None:
        """The part, if it was made of just this by just these, and its file still says so."""
        part = self._known.get(name)
        wanted = (self._made_by, input_sha256, start, rows)
        if part is None or (part.made_by, part.input_sha256, part.start, part.rows) != wanted:
            return None
        path = self._folder / name
        is_whole = path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == part.sha256
        return part if is_whole else None

    def note(self, name: str, *, input_sha256: str, start: int, rows: int, sha256: str) -> None:
        part = Part(name, self._made_by, input_sha256, start, rows, sha256)
        with self._path.open("ab") as file:
            file.write(json.dumps(asdict(part)).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def made_by(kernel: Kernel, *, part_rows: int, residual: str) -> str:
    """The name of all that decides the bytes of a part beside its input."""
    versions = [pa.__version__, np.__version__]
    named = json.dumps([_FORM, kernel.digest, part_rows, residual, versions])
    return hashlib.sha256(named.encode()).hexdigest()


def write_part(table: pa.Table, path: Path) -> str:
    """Write the table whole or not at all; the sha256 of its bytes, which follow from its rows."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", version="2.6", row_group_size=1 << 20)
    content = sink.getvalue().to_pybytes()
    write_whole(path, content)
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Beside its name, to the disk, and only then under its name."""
    beside = path.with_name(path.name + ".tmp")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _noted(path: Path) -> dict[str, Part]:
    found: dict[str, Part] = {}
    if not path.exists():
        return found
    for line in path.read_bytes().splitlines():
        try:
            part = Part(**json.loads(line))
        except (ValueError, TypeError):
            continue  # the line the run was killed in
        found[part.name] = part
    return found


def _end_line(path: Path) -> None:
    """After a line that was cut off, the next one begins on its own."""
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        with path.open("ab") as file:
            file.write(b"\n")
