"""How many deeds of one size would tell as much about each unit as its own do?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from northing.stages.records.ledger.facts import Channel, Record
from northing.stages.records.ledger.rules.mass import account_of, is_counted, mass_of

IN_WHOLE = (Channel.MONEY, Channel.INCENTIVES)
"""Read in whole: what was paid, and for what pay is promised. Chance has no part in it."""

Sizes = Mapping[str, Mapping[str, float]]
"""By account and unit."""


def sizes_of(records: Iterable[Record], *, home_currency: str | None) -> Sizes:
    """Kish's effective size, (Σ mass)² / Σ mass²: one long entry tells less than many short ones.

    Of the channels that are counted, where other deeds might as well have been written down; the
    accounts that are read in whole are left out.
    """
    first: dict[tuple[str, str], float] = defaultdict(float)
    second: dict[tuple[str, str], float] = defaultdict(float)
    for record in records:
        if record.unit is not None and record.channel not in IN_WHOLE and is_counted(record):
            key, mass = (account_of(record, home_currency), record.unit), float(mass_of(record))
            first[key] += abs(mass)
            second[key] += mass**2
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (account, unit), mass in first.items():
        if mass > 0:
            found[account][unit] = mass**2 / second[account, unit]
    return found
