"""What is an invented organisation made of, and what is true of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

ADVANCES, CONTRADICTS, NEITHER, CANNOT_TELL = "advances", "contradicts", "neither", "cannot tell"
ANSWERS = (ADVANCES, CONTRADICTS, NEITHER, CANNOT_TELL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment as whoever audits wrote it down before reading a single record."""

    id: str
    text: str
    living: tuple[str, ...] = ()
    breaking: tuple[str, ...] = ()
    layer: str | None = None
    weight: int = 1
    is_guardrail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said or done, as it will stand in a file.

    `bears` is the truth about it: commitment → advances or contradicts; every other commitment it
    does not touch. `cells` are further columns of its row.
    """

    text: str
    on: date
    amount: Decimal | None = None
    unit: str = ""
    bears: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One kind of file the organisation keeps. `per` is the span one document covers.

    `headers` are the column titles, `options` further keys of its `[[source]]`, `rules` its tags.
    """

    key: str
    channel: str
    kind: str
    stem: str
    per: str = "year"
    headers: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
    expected: Mapping[str, object] = field(default_factory=dict)
    rules: tuple[Mapping[str, object], ...] = ()

    @property
    def is_document(self) -> bool:
        return self.kind in ("md", "docx", "txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """One contradiction that was put in, or one good deed that nobody tells of.

    `codes` are the findings that say it; `follows` those that are true as well and are neither
    counted as found nor as wrong. `is_accusing`: only a finding of high or medium severity counts,
    here and as a false alarm on the twin; else any. `turned_on` is the true day of a drift.
    """

    kind: str
    codes: frozenset[str]
    commitment: str | None
    channel: str
    follows: frozenset[str] = frozenset()
    is_accusing: bool = True
    turned_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Everything that will be written for one case."""

    name: str
    language: str
    currency: str
    promises: tuple[Promise, ...]
    sources: tuple[Source, ...]
    lines: Mapping[str, tuple[Line, ...]]

    def without(self, keep: Mapping[str, tuple[Line, ...]]) -> Organisation:
        return replace(self, lines={**self.lines, **keep})


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """A planted organisation and its honest twin, which differs only in the planted lines.

    `planted` and `instead` are those lines by source. `must_be_clean` are commitments of the
    planted one that no finding may accuse; `may_say` are codes that are true of both.
    """

    family: str
    guilty: Organisation
    honest: Organisation
    planted: Mapping[str, tuple[Line, ...]]
    instead: Mapping[str, tuple[Line, ...]]
    plants: tuple[Plant, ...]
    must_be_clean: tuple[str, ...] = ()
    may_say: frozenset[str] = frozenset()
