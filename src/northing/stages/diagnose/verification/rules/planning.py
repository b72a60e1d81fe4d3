"""How many labels does it take until the share of each channel is told so precisely?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.methods.planning import labels_needed
from northing.stages.diagnose.verification.facts import Standing
from northing.stages.diagnose.verification.rules.allocating import EXPECTED, FEWEST_UNLINKED
from northing.stages.diagnose.verification.rules.population import Frame, Population

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Planned:
    """So many labels for one channel of so many records: a plan, not a promise."""

    account: str
    records: int
    labels: int


def planned(population: Population, *, half_width: float) -> Iterator[Planned]:
    """For the share of each channel that serves any promise, known to ± `half_width`.

    What a person will find is taken from `EXPECTED`; each standing weighs what its records weigh.
    """
    for account, frame in population.frames.items():
        sizes = _sizes(frame)
        if sum(sizes.values()):
            labels = labels_needed(
                list(sizes.values()),
                [EXPECTED[one] for one in sizes],
                half_width=half_width,
                floor=FEWEST_UNLINKED,
            )
            yield Planned(account, len(frame.records), labels)


def _sizes(frame: Frame) -> dict[Standing, int]:
    """The records of each standing as their mass counts: a heavy record counts as several."""
    masses = dict.fromkeys(Standing, _ZERO)
    for one in frame.listed:
        masses[one.standing] += one.mass
    whole = max(frame.whole, sum(masses.values(), _ZERO))
    masses[Standing.NO_LINK] = whole - sum(masses.values(), _ZERO)
    n = len(frame.records)
    return {one: round(n * mass / whole) if whole > 0 else 0 for one, mass in masses.items()}
