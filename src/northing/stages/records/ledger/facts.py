"""What did the organisation say or do, and where is it written?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from northing.foundations.sources.rows import Place, Refusal


class Channel(StrEnum):
    """The kind of a record. Words are said, voice is heard, all others are deeds."""

    WORDS = "words"
    COMMUNICATIONS = "communications"
    MONEY = "money"
    DECISIONS = "decisions"
    METRICS = "metrics"
    INCENTIVES = "incentives"
    TIME = "time"
    INITIATIVES = "initiatives"
    PRACTICES = "practices"
    VOICE = "voice"


SPOKEN = (Channel.WORDS, Channel.COMMUNICATIONS)
HEARD = (Channel.VOICE,)
NO_DEEDS = (*SPOKEN, *HEARD)
"""What is said or heard; every other channel holds deeds."""


class Side(StrEnum):
    """Money goes out or comes in; the two are never netted."""

    SPENDING = "spending"
    INCOME = "income"


class Stance(StrEnum):
    """What a record does for its commitment, where somebody or the structure said so."""

    ADVANCES = "advances"
    CONTRADICTS = "contradicts"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """Whether a record is a line of its own or stands for the difference inside a total."""

    LINE = "line"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing the organisation said or did.

    `amount` is money in `currency`, hours for time, weight for incentives, the reading for
    metrics, and the sum a decision carries; `None` where the source has none. `stake` is the money
    an incentive pays by it. `period` is the
    label of the year it belongs to; `effective_on` when it took effect, `received_on` when we got
    it. `given` holds commitment ids with their declared shares as the source's own columns tag
    them. `cells` are the row as it stood, for the rules of the case.
    """

    id: str
    channel: Channel
    text: str
    place: Place
    sha256: str
    amount: Decimal | None = None
    currency: str | None = None
    side: Side = Side.SPENDING
    period: str | None = None
    effective_on: date | None = None
    received_on: date | None = None
    is_dated_to_day: bool = False
    unit: str | None = None
    heading: tuple[str, ...] = ()
    given: tuple[tuple[str, Decimal], ...] = ()
    stance: Stance | None = None
    given_id: str | None = None
    parent: str | None = None
    audience: str | None = None
    level: str | None = None
    author: str | None = None
    target: str | None = None
    outcome: str | None = None
    stake: Decimal | None = None
    kind: Kind = Kind.LINE
    source: int = 0
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed in: what was done, what it did for a commitment, on what evidence.

    `commitment` is the id of the promise it bears on, or empty.
    """

    channel: Channel
    text: str
    effective_on: date
    received_on: date
    amount: Decimal | None = None
    currency: str = ""
    unit: str = ""
    commitment: str = ""
    stance: Stance | None = None
    evidence: str = ""


class Fault(StrEnum):
    """In which way the figures of the records disagree among themselves."""

    PARTS_DISAGREE = "parent-and-parts-disagree"
    DUPLICATE_DISAGREES = "same-id-different-content"
    EXPECTED_MISSING = "expected-but-missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two figures that should agree and do not: where, for which period, and by how much.

    `stands` is true where the stated figure is counted, false where what was found is.
    """

    fault: Fault
    label: str
    place: Place
    period: str | None
    stated: Decimal
    found: Decimal
    currency: str | None = None
    record_ids: tuple[str, ...] = ()
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal:
    """A total or subtotal as a table states it: kept for comparison, never counted."""

    label: str
    place: Place
    period: str | None
    amount: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAccount:
    """What became of one file: how much was read, what was refused, and what was left out why.

    `source` is the place of its `[[source]]` in the case; what that one expects, it expects of
    all its files together.
    """

    path: str
    sha256: str
    kind: str
    channel: str
    rows_read: int
    records: int
    total: Decimal | None = None
    source: int = 0
    periods: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    expected_rows: int | None = None
    expected_total: Decimal | None = None
    expected_periods: tuple[str, ...] = ()
