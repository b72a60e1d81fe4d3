"""How far do words and deeds part, by commitment, channel, period and unit?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from northing.foundations.methods.estimate import Measure


class SayBasis(StrEnum):
    """What *say* was measured on."""

    TALK = "talk"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mass:
    """How much of a channel bears on one commitment: addable sufficient statistics.

    `certain` is what people linked, `linked` adds the machine's links, `least` and `most` bound
    it over every plausible machine link. `against` is the ledger of what contradicts, by its
    size, `against_most` those records in whole; it is never subtracted. `records` counts the linked
    ones, `against_records` the others. `open_least` and `open_most` are records that may, beside
    what is missing, bear on any commitment: they stand once, under *none*, and not in the bounds.
    `shared` counts what the shares are taken of, each record once and under *none*, however many
    commitments have a part of it; without those that stand against a promise in whole.
    """

    certain: Decimal = Decimal(0)
    linked: Decimal = Decimal(0)
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    records: int = 0
    against: Decimal = Decimal(0)
    against_records: int = 0
    against_most: Decimal = Decimal(0)
    open_least: Decimal = Decimal(0)
    open_most: Decimal = Decimal(0)
    shared: int = 0

    def __add__(self, other: Mass) -> Mass:
        return Mass(
            certain=self.certain + other.certain,
            linked=self.linked + other.linked,
            least=self.least + other.least,
            most=self.most + other.most,
            records=self.records + other.records,
            against=self.against + other.against,
            against_records=self.against_records + other.against_records,
            against_most=self.against_most + other.against_most,
            open_least=self.open_least + other.open_least,
            open_most=self.open_most + other.open_most,
            shared=self.shared + other.shared,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFrom:
    """What a channel weighed when a sample of it was drawn, what was missing then, and what it
    weighs now."""

    whole: Decimal
    missing: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Share of words beside share of deeds. `gap` = say − do: positive means over-talked."""

    commitment: str
    channel: str
    period: str | None
    unit: str | None
    say: Measure
    do: Measure
    gap: Measure
    null_mean: Measure
    contribution_tv: float | None
    contribution_jsd: float | None
    amount: Decimal
    records: int
    against: Decimal
    against_records: int
    is_clipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """The whole distance between words and one channel of deeds."""

    channel: str
    period: str | None
    unit: str | None
    tv: Measure
    jsd: Measure
    null_mean: Measure
    null_95: Measure
    excess: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPart:
    """One unit's part of the distance within units. A unit with words and no means stands at 1."""

    unit: str
    weight: float
    jsd: float | None
    tv: float | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HierarchySplit:
    """How much of the distance lies between units, within them, and hidden by their netting.

    `hidden_null_mean` and `hidden_null_95` are what units that all act alike would seem to hide, by
    chance, in so few records; unknown where the channel is read in whole.
    """

    channel: str
    between: Measure
    within: Measure
    hidden_by_netting: Measure
    hidden_null_mean: Measure
    hidden_null_95: Measure
    joint_tv: Measure
    units: tuple[UnitPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """One line of a channel's account: a period's, a unit's or a commitment's."""

    label: str | None
    total: Decimal
    linked: Decimal
    unlinked: Decimal
    against: Decimal
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAccount:
    """What a channel holds in all: total = linked + unlinked + against."""

    channel: str
    measure: str
    whole: Amounts
    periods: tuple[Amounts, ...]
    units: tuple[Amounts, ...]
    commitments: tuple[Amounts, ...]
    income: Amounts | None = None
    missing: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What there is to go by for one commitment in one channel, and how fresh it is."""

    commitment: str
    channel: str
    records: int
    newest_on: date | None
    days_old: int | None
    sources: int
    reason_unknown: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDo:
    """Everything the comparison of words and deeds found."""

    basis: SayBasis
    say: tuple[tuple[str, Measure], ...]
    mentions: int
    documents: int
    sentences: int
    accounts: tuple[ChannelAccount, ...]
    gaps: tuple[Gap, ...]
    divergences: tuple[Divergence, ...]
    hierarchies: tuple[HierarchySplit, ...]
    coverage: tuple[Coverage, ...]
