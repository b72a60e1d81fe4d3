"""How do entries of a chain come from their rows, and go into them?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from uuid import UUID

from northing.foundations.trail.facts import Entry, Event, Head
from northing.foundations.trail.models import SealedValue, TrailEvent
from northing.foundations.trail.rules.chain import NOTHING, as_text

_AT_ONCE = 2_000


def head(chain: UUID) -> Head:
    """The newest entry of the chain; `NOTHING` where there is none."""
    last = (
        TrailEvent.objects.filter(chain=chain)
        .order_by("-sequence")
        .values_list("sequence", "digest")
        .first()
    )
    return Head(*last) if last else NOTHING


def entries(chain: UUID) -> Iterator[Entry]:
    """The whole chain from its first entry, a few thousand rows at a time."""
    rows = TrailEvent.objects.filter(chain=chain).order_by("sequence")
    return (_entry(row) for row in rows.iterator(chunk_size=_AT_ONCE))


def page(chain: UUID, *, before: int | None = None, size: int = 50) -> list[Entry]:
    """The newest entries first, those before the place `before`."""
    rows = TrailEvent.objects.filter(chain=chain).order_by("-sequence")
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    return [_entry(row) for row in rows[:size]]


def after(chain: UUID, place: int, *, most: int) -> list[Entry]:
    """What follows that place, in the order of the chain."""
    rows = TrailEvent.objects.filter(chain=chain, sequence__gt=place).order_by("sequence")
    return [_entry(row) for row in rows[:most]]


def of_subject(chain: UUID, subject: UUID, *, verb: str = "") -> list[Entry]:
    """What happened to one subject, or happened to it in one way, in the order of the chain."""
    rows = TrailEvent.objects.filter(chain=chain, subject=subject)
    if verb:
        rows = rows.filter(verb=verb)
    return [_entry(row) for row in rows.order_by("sequence")]


def newest_of(chain: UUID, subjects: Iterable[UUID]) -> Event | None:
    """What happened last to any of these."""
    rows = TrailEvent.objects.filter(chain=chain, subject__in=list(subjects))
    row = rows.order_by("-sequence").first()
    return _entry(row).event if row else None


def chains() -> list[UUID]:
    return list(TrailEvent.objects.order_by("chain").values_list("chain", flat=True).distinct())


def opened(shown: Iterable[Entry]) -> Mapping[str, str]:
    """The personal values behind the seals of these entries, where they were not erased."""
    digests = [digest for entry in shown for digest in entry.event.sealed.values()]
    rows = SealedValue.objects.filter(digest__in=digests)
    return dict(rows.values_list("digest", "value"))


def insert(entry: Entry) -> None:
    _row(entry).save(force_insert=True)


def insert_all(entries: Iterable[Entry]) -> None:
    """Many at once, in their order, few of them held."""
    rows = map(_row, entries)
    while some := list(islice(rows, _AT_ONCE)):
        TrailEvent.objects.bulk_create(some)


def _row(entry: Entry) -> TrailEvent:
    event = entry.event
    return TrailEvent(
        chain=event.chain,
        sequence=entry.sequence,
        at=event.at,
        verb=event.verb,
        actor=event.actor,
        subject=event.subject,
        grounds=event.grounds,
        details=as_text(dict(event.details)),
        sealed=as_text(dict(event.sealed)),
        previous=entry.previous,
        digest=entry.digest,
    )


def _entry(row: TrailEvent) -> Entry:
    event = Event(
        chain=row.chain,
        verb=row.verb,
        at=row.at,
        actor=row.actor,
        subject=row.subject,
        grounds=row.grounds,
        details=json.loads(row.details),
        sealed=json.loads(row.sealed),
    )
    return Entry(row.sequence, row.previous, event, row.digest)
