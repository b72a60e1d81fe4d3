"""How ready is a case for change, as its records and links tell?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.diagnose.readiness.facts import AUDIT, Readiness, Sighting
from northing.stages.diagnose.readiness.rules.answering import last_day, readiness
from northing.stages.diagnose.readiness.rules.questions import QUESTIONS
from northing.stages.records.ledger.facts import Record, Stance


def ready(
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    *,
    audits: Iterable[tuple[str, date]],
    settled: Collection[str],
    on: date,
    said: Collection[str] = (),
) -> Readiness:
    """The seven questions, answered by records; `audits` are names of audits with their days."""
    sightings = [
        sighting(one, links.get(one.id, ()), on=on, is_settled=one.id in settled) for one in records
    ]
    sightings += [audit_sighting(name, day) for name, day in audits]
    return readiness(QUESTIONS, sightings, on=on, said=said)


def sighting(record: Record, links: Sequence[Link], *, on: date, is_settled: bool) -> Sighting:
    """A record as readiness sees it: what is only plausible shows nothing."""
    linked = [one for one in links if one.is_linked]
    against = tuple(one.commitment for one in linked if one.stance is Stance.CONTRADICTS)
    return Sighting(
        kind=record.channel,
        name=record.id,
        text=record.text,
        on=last_day(
            record.effective_on,
            record.received_on,
            is_dated_to_day=record.is_dated_to_day,
            on=on,
        ),
        commitments=tuple(dict.fromkeys(one.commitment for one in linked if _is_for(one))),
        against=against,
        is_checked=is_settled or any(one.origin in CERTAIN for one in linked),
    )


def audit_sighting(name: str, day: date) -> Sighting:
    return Sighting(kind=AUDIT, name=name, text=name, on=day, is_checked=True)


def _is_for(link: Link) -> bool:
    return link.stance not in (Stance.CONTRADICTS, Stance.NEUTRAL)
