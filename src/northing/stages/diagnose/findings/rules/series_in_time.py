"""How did a commitment's share of means or words, or its decisions, run from day to day?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import HEARD, SPOKEN, Channel, Record, Stance
from northing.stages.records.ledger.rules.mass import account_of, is_counted

_FEWEST = 8
_MONTHS = 12
WORDS = str(Channel.WORDS)

Timeline = Mapping[str, Mapping[int, Mapping[str, float]]]
"""Channel → month, counted from year 0 → commitment → mass."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points in time; `days` gives the first day of each and, last, the day after the last.

    A point is `mine` / `whole`: the commitment's part of what happened in it, None where nothing
    did. `records` are those behind the points, by place, where each point is one record.
    """

    channel: str
    grain: str
    days: tuple[date, ...]
    whole: tuple[float, ...]
    mine: tuple[float, ...]
    records: tuple[Record, ...] = ()

    @property
    def points(self) -> tuple[float | None, ...]:
        pairs = zip(self.mine, self.whole, strict=True)
        return tuple(mine / whole if whole > 0 else None for mine, whole in pairs)

    def last_day(self, place: int) -> date:
        return self.days[place + 1] - timedelta(days=1)

    def place(self, day: date) -> int:
        return sum(first <= day for first in self.days) - 1


def timeline_of(evidence: Evidence) -> Timeline:
    """Everything with a day, gathered in one pass; heard words have no part in it."""
    found: dict[str, dict[int, dict[str, float]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(float))
    )
    for record in evidence.records:
        if is_dated(record) and record.effective_on and record.channel not in HEARD:
            month = record.effective_on.year * _MONTHS + record.effective_on.month - 1
            for name, mass in masses(evidence, record).items():
                found[channel_of(evidence, record)][month][name] += mass
    return found


def is_dated(record: Record) -> bool:
    """To the day; of words, the date of their document will do: it is when they were said."""
    return record.is_dated_to_day or (record.channel in SPOKEN and record.effective_on is not None)


def channel_of(evidence: Evidence, record: Record) -> str:
    return WORDS if record.channel in SPOKEN else account_of(record, evidence.currency)


def masses(evidence: Evidence, record: Record) -> Mapping[str, float]:
    """Words count where they speak of a commitment at all, spending whatever it serves."""
    if not is_counted(record):
        return {}
    found = evidence.masses(record)
    if record.channel in SPOKEN:
        found.pop(NONE, None)
    return found


def series_of_shares(timeline: Timeline, commitment: str, channel: str) -> Series | None:
    """By quarter where there are eight quarters, else by month."""
    months = timeline.get(channel)
    if not months or not any(of.get(commitment) for of in months.values()):
        return None
    for grain, length in (("quarter", 3), ("month", 1)):
        series = _shares(months, commitment, channel, grain=grain, length=length)
        if sum(one is not None for one in series.points) >= _FEWEST:
            return series
    return None


def _shares(
    months: Mapping[int, Mapping[str, float]],
    commitment: str,
    channel: str,
    *,
    grain: str,
    length: int,
) -> Series:
    first, last = min(months) // length, max(months) // length
    whole, mine = [0.0] * (last - first + 1), [0.0] * (last - first + 1)
    for month in sorted(months):
        whole[month // length - first] += sum(months[month].values())
        mine[month // length - first] += months[month].get(commitment, 0.0)
    days = tuple(_first_day(at, length) for at in range(first, last + 2))
    return Series(channel, grain, days, tuple(whole), tuple(mine))


def _first_day(number: int, length: int) -> date:
    year, month = divmod(number * length, _MONTHS)
    return date(year, month + 1, 1)


_VALUES = {Stance.ADVANCES: 1.0, Stance.CONTRADICTS: -1.0}


def series_of_stances(evidence: Evidence, decisions: Sequence[Record], name: str) -> Series | None:
    """Every decision of which somebody said what it does for the commitment, in their order."""
    said = [
        (one, _VALUES.get(evidence.stance_of(one, name) or Stance.UNKNOWN)) for one in decisions
    ]
    known = [(one, value) for one, value in said if value is not None]
    if len(known) < _FEWEST:
        return None
    days = [one.effective_on for one, _ in known if one.effective_on]
    return Series(
        str(Channel.DECISIONS),
        "decision",
        (*days, days[-1] + timedelta(days=1)),
        (1.0,) * len(known),
        tuple(value for _, value in known),
        tuple(one for one, _ in known),
    )


def dated_decisions(evidence: Evidence) -> list[Record]:
    found = (one for one in evidence.records if one.channel is Channel.DECISIONS)
    dated = [one for one in found if one.is_dated_to_day and one.effective_on]
    return sorted(dated, key=lambda one: (str(one.effective_on), one.id))
