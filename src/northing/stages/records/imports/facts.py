"""How does a case want one of its sources read?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from northing.stages.records.ledger.facts import Channel, Side

MONTHS = range(1, 13)
COLUMNS = (
    "text", "amount", "date", "unit", "id", "parent", "currency", "side", "commitment", "stance",
    "audience", "level", "author", "received", "target", "outcome",
    "stake",
)  # fmt: skip
"""What a source may name, in the order of `architecture.md`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How an organisation's records are read, whichever file they stand in.

    `names` are those that no report may say; `hides_members` adds those of whoever belongs to the
    organisation when a case is written. `fiscal_year_starts` is a month, None where nobody said.
    """

    names: tuple[str, ...] = ()
    hides_members: bool = False
    fiscal_year_starts: int | None = None
    currency: str = ""
    language: str = "en"


def taken_to_mean(usage: Usage) -> dict[str, str | int | None]:
    """What a file that does not say it is taken to mean: all of the usage that alters a record."""
    return {
        "currency": usage.currency or None,
        "fiscal_year_starts": usage.fiscal_year_starts,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the case says of one `[[source]]`; whatever it leaves open is guessed and shown.

    `columns` maps a name of `COLUMNS` to a header of the file. `amounts` is for wide tables:
    period → header, one record for each. `index` is the source's place in the case, from 0.
    """

    index: int
    path: str
    channel: Channel
    columns: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    date: str | None = None
    unit: str | None = None
    currency: str | None = None
    side: Side | None = None
    audience: str | None = None
    received: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    delimiter: str | None = None
    encoding: str | None = None
    kind: str | None = None
    fiscal_year_starts: int | None = None
    expected_rows: int | None = None
    expected_total: Decimal | None = None
    expected_periods: tuple[str, ...] = ()
