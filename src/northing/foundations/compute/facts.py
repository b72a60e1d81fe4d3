"""What goes into a computation over very many records, and what comes out?

No word of the domain: a record is a text with a mass under an account, a period and a unit; the
kernel says which topics the text is near.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

MASS = pa.decimal128(38, 9)

LINKS = pa.schema(
    [
        ("id", pa.string()),
        ("account", pa.string()),
        ("period", pa.string()),
        ("unit", pa.string()),
        ("topic", pa.string()),
        ("records", pa.int64()),
        ("linked", MASS),
        ("least", MASS),
        ("most", MASS),
        ("match_score", pa.float64()),
        ("rank", pa.int64()),
        ("z", pa.float64()),
        ("sign", pa.string()),
        ("prompt", pa.string()),
        ("words", pa.list_(pa.string())),
        ("refused", pa.string()),
        ("reading", pa.string()),
    ]
)
"""One row for each topic a record is near, then one for what serves none of them.

`linked` is the part of the mass that goes to the topic; the parts of a record add up to its mass.
`least` and `most` bound it over every plausible link. `records` is 1 where the record counts for
the topic and 0 where it is only plausible. A record that cannot be counted has one row: no
topic, no mass, and under `refused` the reason. `reading` stands in the last row of a record that
counts: how the kernel read its text.
"""

TALLY = pa.schema([*(LINKS.field(name) for name in LINKS.names[1:9])])
"""`LINKS` added up by account, period, unit and topic, in that order, null first."""

NO_ID, NO_MASS, NOT_A_NUMBER = "no id", "no mass", "mass is not a number"
"""Why a record was refused. An empty text is no reason: it is near no topic, and counts."""


Link = Callable[[pa.Array, Any], tuple[pa.Table, pa.Array]]


@dataclass(frozen=True, slots=True)
class Kernel:
    """The function that links texts, what it learned beforehand, and the name of both.

    `link(texts, prepared)` gives a table of text_index, topic, linked and, where it can say so,
    match_score, rank, z, sign, prompt, words; and beside it one word for each text: how it was
    read. It must be pure, safe under threads, picklable, and
    answer for each text alone: neither order nor company of the texts may matter. `digest`
    stands for function and `prepared` together; parts made under another digest are not reused.
    """

    link: Link
    prepared: Any
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to compute: Parquet or CSV files (UTF-8, comma, with a header), or an Arrow table.

    Columns: id, text and mass; where there are any, account, period, unit, and `withheld`: a sign
    whose links stay plausible for this record. Mass is a decimal of at most nine digits after
    the point, or whole minor units (an integer column) which are never cut. `residual` is the
    topic of what serves no other. An id that comes twice counts twice.
    """

    inputs: tuple[Path, ...] | pa.Table
    residual: str = "none"


class Progress(NamedTuple):
    """How far a run is. `of` and `seconds_left` are None while nobody can know."""

    done: int
    of: int | None
    per_second: float | None
    seconds_left: float | None
    source: str


Tell = Callable[[Progress], None]


class TallyRow(NamedTuple):
    """One cell of the tally."""

    account: str | None
    period: str | None
    unit: str | None
    topic: str
    records: int
    linked: Decimal
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where the results lie, how many texts were read how, what was refused and why, what an
    earlier run had left to reuse."""

    links: tuple[Path, ...]
    tally: Path
    records: int
    refused: dict[str, int]
    readings: dict[str, int]
    parts: int
    reused_parts: int
    reused_records: int
    started_in: float = 0.0
    """Seconds until the engine stood ready; 0 for the local one."""


class UnusableInput(ValueError):  # noqa: N818 - named for what it tells, as the style asks
    """An input that cannot be computed at all; says which, why, and what to do."""


def silent(_: Progress) -> None:
    """For whoever does not watch."""
