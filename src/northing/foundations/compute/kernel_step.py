"""What does a batch of records become: which part of which mass goes to which topic?

One pure function from record batch to record batch, the same for every engine: DuckDB's batches
go through it here, Spark's on its executors through `mapInArrow`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from northing.foundations.compute.amounts import (
    Wholes,
    equal_part,
    masses_of,
    read_mass,
    steps_of,
    wholes_of,
)
from northing.foundations.compute.facts import (
    LINKS,
    NO_ID,
    NO_MASS,
    NOT_A_NUMBER,
    Kernel,
    UnusableInput,
)

Step = Callable[[pa.RecordBatch], pa.RecordBatch]
_KEYS = ("id", "account", "period", "unit")
_EVIDENCE = ("match_score", "rank", "z", "sign", "prompt", "words")
_NEEDED = ("id", "text", "mass")


def kernel_step(kernel: Kernel, *, residual: str) -> Step:
    """The step of one kernel: a batch of a job's records in, their rows of `LINKS` out.

    Rows come by record, in each by the order of the kernel's links, what serves no topic last. A
    negative mass is a credit: its parts are negative and its bounds lie the other way round.
    """

    def step(batch: pa.RecordBatch) -> pa.RecordBatch:
        records = _read(batch)
        near = _nearest(records, kernel)
        if residual in pc.unique(near.table["topic"]).to_pylist():
            raise UnusableInput(f"A topic is named {residual}, which is what no topic is named.")
        return _rows(records, near, residual)

    return step


@dataclass(frozen=True, slots=True)
class _Records:
    """A batch, its keys as text, its masses in billionths."""

    keys: dict[str, pa.Array]
    text: pa.Array
    withheld: pa.Array
    mass: Wholes
    steps: Wholes
    refused: pa.Array

    def __len__(self) -> int:
        return len(self.text)


class _Near(NamedTuple):
    """The links of a batch by record: of which record, does it count, and the kernel's row; and
    of each record how its text was read, null where it is refused."""

    record: npt.NDArray[np.int64]
    counts: npt.NDArray[np.bool_]
    table: pa.Table
    reading: pa.Array


def _read(batch: pa.RecordBatch) -> _Records:
    missing = [name for name in _NEEDED if name not in batch.schema.names]
    if missing:
        raise UnusableInput(f"There is no column {', '.join(missing)}. Name the columns so.")
    keys = {name: _said(batch, name) for name in _KEYS}
    given = batch.column("mass")
    mass = read_mass(given)
    return _Records(
        keys=keys,
        text=_said(batch, "text").fill_null(""),
        withheld=_said(batch, "withheld"),
        mass=(wholes := wholes_of(mass)),
        steps=steps_of(wholes, are_minor_units=pa.types.is_integer(given.type)),
        refused=_refusals(keys["id"], given, mass),
    )


def _said(batch: pa.RecordBatch, name: str) -> pa.Array:
    """A column as text; an empty key is no key, as a CSV file cannot tell the two apart."""
    if name not in batch.schema.names:
        return pa.nulls(batch.num_rows, pa.string())
    said = batch.column(name).cast(pa.string())
    return pc.if_else(pc.equal(said, ""), pa.scalar(None, pa.string()), said)


def _refusals(ids: pa.Array, given: pa.Array, mass: pa.Array) -> pa.Array:
    is_blank = given.is_null()
    if pa.types.is_string(given.type) or pa.types.is_large_string(given.type):
        is_blank = pc.or_(is_blank, pc.equal(pc.utf8_trim_whitespace(given), "").fill_null(True))  # noqa: FBT003 - pyarrow takes the value so
    reasons = [pa.scalar(one, pa.string()) for one in (NO_ID, NO_MASS, NOT_A_NUMBER, None)]
    cases = pc.make_struct(ids.is_null(), is_blank, mass.is_null())
    chosen = pc.case_when(cases, *reasons)
    return pa.array([chosen.as_py()] * len(ids)) if isinstance(chosen, pa.Scalar) else chosen


def _nearest(records: _Records, kernel: Kernel) -> _Near:
    """The kernel's links, by record; none for a record that is refused."""
    linked, reading = kernel.link(records.text, kernel.prepared)
    table = linked.combine_chunks()
    index = table["text_index"].to_numpy().astype(np.int64)
    order = np.argsort(index, kind="stable")
    is_counted = records.refused.is_null()
    order = order[is_counted.to_numpy(zero_copy_only=False)[index[order]]]
    table, index = table.take(pa.array(order)), index[order]
    counts = table["linked"].combine_chunks()
    if "sign" in table.column_names:
        held = records.withheld.take(pa.array(index))
        counts = pc.and_(counts, pc.not_equal(held, table["sign"].combine_chunks()).fill_null(True))  # noqa: FBT003 - pyarrow takes the value so
    told = pc.if_else(is_counted, reading.cast(pa.string()), pa.scalar(None, pa.string()))
    return _Near(index, np.asarray(counts.to_numpy(zero_copy_only=False), dtype=bool), table, told)


def _rows(records: _Records, near: _Near, residual: str) -> pa.RecordBatch:
    size = len(records)
    over = np.bincount(near.record, weights=near.counts, minlength=size).astype(np.int64)
    is_near = np.bincount(near.record, minlength=size) > 0
    is_counted = records.refused.is_null().to_numpy(zero_copy_only=False)
    record = np.concatenate([near.record, np.arange(size)])
    order = np.argsort(record, kind="stable")  # a record's links, then what serves none of them
    whole = records.mass[record] * is_counted[record]
    linked = np.concatenate(
        [_parts(records, near, over), records.mass * ((over == 0) & is_counted)]
    )
    is_open = is_near[record]
    topic = pa.concat_arrays([_column(near.table, "topic"), _residuals(is_counted, residual)])
    found: dict[str, Any] = {
        name: keys.take(pa.array(record)) for name, keys in records.keys.items()
    }
    found |= {
        "topic": topic,
        "records": np.concatenate([near.counts, (over == 0) & is_counted]).astype(np.int64),
        "linked": masses_of(linked),
        "least": masses_of(np.where(is_open, np.minimum(whole, 0), linked)),
        "most": masses_of(np.where(is_open, np.maximum(whole, 0), linked)),
        "refused": pa.concat_arrays([pa.nulls(len(near.record), pa.string()), records.refused]),
        "reading": pa.concat_arrays([pa.nulls(len(near.record), pa.string()), near.reading]),
    }
    for name in _EVIDENCE:
        none = pa.nulls(size, LINKS.field(name).type)
        found[name] = pa.concat_arrays([_column(near.table, name), none])
    return pa.record_batch([found[name] for name in LINKS.names], schema=LINKS).take(
        pa.array(order)
    )


def _parts(records: _Records, near: _Near, over: npt.NDArray[np.int64]) -> Wholes:
    """What each link gets: the record's mass in equal parts over the links that count."""
    before: Wholes = np.cumsum(near.counts) - near.counts
    _, first, inverse = np.unique(near.record, return_index=True, return_inverse=True)
    place: Wholes = before - before[first][inverse] if len(first) else before
    part = equal_part(
        records.mass[near.record],
        records.steps[near.record],
        np.maximum(over[near.record], 1),
        place,
    )
    return part * near.counts


def _residuals(is_counted: npt.NDArray[np.bool_], residual: str) -> pa.Array:
    nothing = pa.scalar(None, pa.string())
    return pc.if_else(pa.array(is_counted), pa.scalar(residual, pa.string()), nothing)


def _column(table: pa.Table, name: str) -> pa.Array:
    wanted = LINKS.field(name).type
    if name not in table.column_names:
        return pa.nulls(table.num_rows, wanted)
    found = table[name].cast(wanted).combine_chunks()
    return found if isinstance(found, pa.Array) else pa.concat_arrays(found.chunks)
