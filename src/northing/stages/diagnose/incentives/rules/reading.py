"""Which measures pay whom, and what may each of them bear on?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from northing.stages.diagnose.incentives.facts import PaidMeasure, Scheme
from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.records.ledger.facts import Channel, Record, Stance
from northing.stages.records.ledger.rules.mass import is_counted, mass_of

_BREAKING = "breaking_it"
_Group = tuple[str, str, str]


def schemes_of(
    records: Iterable[Record], links: Mapping[str, Sequence[Link]]
) -> tuple[Scheme, ...]:
    """One for each period, level and unit that the incentives name, in that order.

    A scheme whose weights add up to nothing says nothing and is left out.
    """
    groups: dict[_Group, list[Record]] = defaultdict(list)
    for one in records:
        if one.channel is Channel.INCENTIVES and is_counted(one) and mass_of(one) > 0:
            groups[(one.period or "", one.level or "", one.unit or "")].append(one)
    return tuple(_scheme(groups[group], links) for group in sorted(groups))


def _scheme(records: Sequence[Record], links: Mapping[str, Sequence[Link]]) -> Scheme:
    whole = sum((mass_of(one) for one in records), Decimal(0))
    first = records[0]
    return Scheme(
        period=first.period,
        level=first.level,
        unit=first.unit,
        measures=tuple(
            _measure(one, float(mass_of(one) / whole), links.get(one.id, ())) for one in records
        ),
    )


def _measure(record: Record, weight: float, links: Sequence[Link]) -> PaidMeasure:
    return PaidMeasure(
        record_id=record.id,
        text=record.text,
        weight=weight,
        bearing={one.commitment: _signed(one) for one in links if one.is_linked and one.share},
        readings=_readings(links),
        stake=record.stake,
    )


def _signed(link: Link) -> float:
    if link.stance is Stance.NEUTRAL:
        return 0.0
    return -float(link.share) if link.stance is Stance.CONTRADICTS else float(link.share)


def _readings(links: Sequence[Link]) -> tuple[Mapping[str, float], ...]:
    """Nobody said what it bears on: it may serve nothing, or any of its plausible commitments;
    where its words come near a sign of breaking, it may pay against that one."""
    if not links or any(one.origin in CERTAIN for one in links):
        return ()
    found: list[Mapping[str, float]] = [{}]
    for one in links:
        found.append({one.commitment: 1.0})
        if one.sign == _BREAKING:
            found.append({one.commitment: -1.0})
    return tuple(found)
