"""What did a file say, and exactly where did it say it?

Every reader turns one file into one `Reading`: rows that remember their file, sheet and line, and
refusals that name the place, the reason and the remedy. A reader never raises for bad content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import overload

from typing_extensions import override

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


AT_ONCE = 10_000
"""So many rows at most stand in memory together."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows(Sequence[Row]):
    """The rows of a table, made anew each time somebody goes through them.

    A million rows with their cells take two gigabytes; the bytes they are made from, a hundredth
    of that. `made` gives the same rows whenever it is called; `length` says how many.
    """

    made: Callable[[], Iterator[Row]]
    length: int

    @override
    def __len__(self) -> int:
        return self.length

    @override
    def __iter__(self) -> Iterator[Row]:
        return self.made()

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    @override
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            wanted = range(self.length)[at]
            return tuple(islice(self.made(), wanted.start, wanted.stop, wanted.step))
        return next(islice(self.made(), range(self.length)[at], None))

    def kept(self) -> Sequence[Row]:
        """Few rows are made once and kept: going through those again costs less."""
        return tuple(self.made()) if self.length <= AT_ONCE else self


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
    rows: Sequence[Row] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Cell] = field(default_factory=dict)
    headings: tuple[Row, ...] = ()
