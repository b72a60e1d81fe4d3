"""Which record bears on which commitment, and who or what says so?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from northing.stages.records.ledger.facts import Stance


class Origin(StrEnum):
    """Who made a link, in the order in which they are believed."""

    PERSON = "person"
    GIVEN = "given"
    RULE = "rule"
    MACHINE = "machine"


CERTAIN = (Origin.PERSON, Origin.GIVEN, Origin.RULE)
"""Links that people made, in the data or in the case: no machine link beside them counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One record bears on one commitment.

    `share` is the part of the record's amount that goes to the commitment; the shares of a record
    add up to 1 or less, the rest serves no commitment. A machine link carries its `match_score`,
    the words that carried it and the prompt it came nearest to, and a `probability` where people
    have corrected enough to calibrate one; `is_linked` is false where it is
    only plausible and enters the bounds alone.
    """

    record_id: str
    commitment: str
    origin: Origin
    share: Decimal
    is_linked: bool = True
    stance: Stance | None = None
    match_score: float | None = None
    probability: float | None = None
    words: tuple[str, ...] = ()
    nearest: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person said of one record and one commitment: it bears on it, or it does not.

    `record` is the id a report names (`budget.csv:14`). Where that line has gone since, or moved,
    the correction holds for the records with the same `text`.
    """

    record: str
    text: str
    commitment: str
    bears: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person answered who was asked whether this record bears on this commitment.

    `stance` is advances, contradicts, or neutral where it bears on it in no way.
    """

    record: str
    commitment: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A tag people already know: where a row of source `source` reads so, it serves `shares`.

    `where` maps a column (or `heading`, `text`, `path`, `account`, `payee`, `comment`) to the
    values it may have, compared without regard to case, `*` standing for anything. Empty
    `shares` means the row serves no commitment.
    """

    source: int
    where: Mapping[str, tuple[str, ...]]
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    stance: Stance | None = None
