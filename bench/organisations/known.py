"""What is true of the records as a whole, whatever was planted? Shares, and who has which deeds.

An accusing finding that was not planted may still be a fact: that a promise takes a third of the
words and none of the metrics can be counted by whoever knows what every record bears on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from northing.stages.records.ledger.facts import HEARD, SPOKEN, Channel, Record
from northing.stages.records.ledger.rules.mass import is_counted, mass_of
from organisations.facts import ADVANCES
from organisations.truth import Truth

WIDE = 0.10
THIRD = 2 / 3
FALLS = ("money-falls-while-words-stay", "share-falls", "share-falls-while-called-crucial")


@dataclass(frozen=True, slots=True)
class Known:
    """`gaps` are true shares of words minus true shares of deeds, by channel and commitment;
    `falling` are those whose amount fell and whose share fell by a third, from the first year to
    the last; `served` the commitments that deeds of a channel advance."""

    gaps: Mapping[tuple[str, str], float] = field(default_factory=dict)
    falling: frozenset[tuple[str, str]] = frozenset()
    served: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_fact(self, code: str, commitment: str | None, channel: str | None) -> bool:
        """Whether a finding of this code states what can be counted."""
        if commitment is None:
            return False
        metrics = self.served.get(str(Channel.METRICS), frozenset())
        unserved = not any(commitment in of for of in self.served.values())
        facts = {
            "more-said-than-done": self.gaps.get((str(channel), commitment), 0.0) >= WIDE,
            "promised-and-no-deed-found": unserved,
            "repeated-without-a-deed": unserved,
            "commitment-without-metric": commitment not in metrics,
            **dict.fromkeys(FALLS, (str(channel), commitment) in self.falling),
        }
        return facts.get(code, False)


def known_of(records: Sequence[Record], truth: Truth, commitments: Sequence[str]) -> Known:
    mass: dict[tuple[str, str], float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for record in records:
        weight = float(mass_of(record)) if is_counted(record) else 0.0
        total[str(record.channel)] += weight
        for name in commitments:
            if truth.answer(record, name) == ADVANCES:
                mass[str(record.channel), name] += weight
    spoken = next((one for one in SPOKEN if any(mass[one, name] for name in commitments)), None)
    said = sum(mass[str(spoken), name] for name in commitments)
    deeds = [one for one in total if one not in (*SPOKEN, *HEARD)]
    return Known(
        falling=_falling(records, truth, commitments),
        gaps={
            (channel, name): mass[str(spoken), name] / said - mass[channel, name] / total[channel]
            for channel in deeds
            for name in commitments
            if said and total[channel]
        },
        served={
            channel: frozenset(name for name in commitments if mass[channel, name] > 0)
            for channel in deeds
        },
    )


def _falling(
    records: Sequence[Record], truth: Truth, commitments: Sequence[str]
) -> frozenset[tuple[str, str]]:
    mass: dict[tuple[str, str, str | None], float] = defaultdict(float)
    for record in records:
        weight = float(mass_of(record)) if is_counted(record) else 0.0
        year = str(record.effective_on.year) if record.effective_on else ""
        mass[str(record.channel), year, None] += weight
        for name in commitments:
            if truth.answer(record, name) == ADVANCES:
                mass[str(record.channel), year, name] += weight
    found = set()
    for channel in ("money", "time"):
        years = sorted({year for one, year, name in mass if one == channel and name is None})
        ends = [years[0], years[-1]] if years else []
        for name in commitments if len(years) > 1 else ():
            amounts = [mass[channel, year, name] for year in ends]
            whole = [mass[channel, year, None] for year in ends]
            shares = [part / of if of else 0.0 for part, of in zip(amounts, whole, strict=True)]
            if amounts[1] < amounts[0] and shares[1] <= THIRD * shares[0]:
                found.add((channel, name))
    return frozenset(found)
