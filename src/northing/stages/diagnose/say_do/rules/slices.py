"""Which parts of a channel are compared with the words: the whole, its periods, its units?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import Mass
from northing.stages.diagnose.say_do.rules.masses import Masses, add_up
from northing.stages.records.ledger.facts import SPOKEN


@dataclass(frozen=True, slots=True)
class Slice:
    """The masses of one channel by commitment, as a whole or for one period or unit."""

    channel: str
    period: str | None
    unit: str | None
    masses: Mapping[str, Mass]

    @property
    def is_whole(self) -> bool:
        """The channel as a whole, no period or unit of it."""
        return self.period is None and self.unit is None

    @property
    def n(self) -> int:
        """How many records, each counted once; of talk also those that promise nothing."""
        return sum(mass.shared for mass in self.masses.values())

    def counted(self) -> Mapping[str, Mass]:
        """Talk is held against words as words are: the rest of it promises nothing."""
        if self.channel not in SPOKEN:
            return self.masses
        return {name: mass for name, mass in self.masses.items() if name != NONE}


def slices_of(channel: str, masses: Masses) -> Iterator[Slice]:
    """The channel as a whole, then by period, then by unit; the nameless have no slice."""
    yield Slice(channel, None, None, _of(add_up(masses, account=channel)))
    for name in ("period", "unit"):
        groups: dict[str, dict[str, Mass]] = {}
        for (label, commitment), mass in add_up(masses, account=channel, by=(name,)).items():
            if label is not None:
                groups.setdefault(label, {})[str(commitment)] = mass
        for label in sorted(groups):
            period, unit = (label, None) if name == "period" else (None, label)
            yield Slice(channel, period, unit, groups[label])


def _of(masses: Mapping[tuple[str | None, ...], Mass]) -> dict[str, Mass]:
    return {str(key[-1]): mass for key, mass in masses.items()}
