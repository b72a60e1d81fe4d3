"""What did a file say, and exactly where did it say it?

Every reader turns one file into one `Reading`: rows that remember their file, sheet and line, and
refusals that name the place, the reason and the remedy. A reader never raises for bad content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Cell = str | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `path` is relative to the root, with forward slashes."""

    path: str
    sheet: str | None = None
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read: the place, the value as it stood, why, and what to do about it."""

    place: Place
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, one sentence or list item of a text, or one posting of a journal.

    `cells` maps column names, as written in the file, to values. Text sources have the one cell
    `text`; `heading` is the path of headings it stood under, outermost first. Journals have
    `date`, `effective_date`, `payee`, `account`, `amount`, `currency`, `comment`,
    `transaction` (running number as text), `transaction_comment`, `kind`, and `is_inferred` where
    the amount was left out in the file and follows from the others.
    """

    place: Place
    cells: Mapping[str, Cell]
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read: `kind` is csv, xlsx, docx, pdf, markdown, text, jsonl or journal.

    `columns` are the column names met, in the file's order. `notes` are plain sentences on
    choices the reader made (encoding, delimiter, header row), shown by `northing check`. A heading
    is no row: it stands in the `heading` of what follows, and in `headings` with its own place.
    """

    path: str
    sha256: str
    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Cell] = field(default_factory=dict)
    headings: tuple[Row, ...] = ()
