"""What stands in each column where somebody takes along members, units and the trail?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.foundations.people import store
from northing.foundations.people.models import Member, Unit
from northing.foundations.trail.facts import Entry
from northing.foundations.trail.rules.chain import as_text

AT_ONCE = 500
MEMBERS = ("name", "role", "unit", "until", "joined at")
TRAIL = ("entry", "at", "who", "actor", "verb", "subject", "grounds", "details", "digest")


def members(rows: Iterable[Member]) -> Listing:
    cells = (
        (one.person.name, one.role, one.unit.name if one.unit else None, one.until, one.joined_at)
        for one in rows
    )
    return Listing("members", MEMBERS, cells)


def units(rows: Iterable[tuple[int, Unit]]) -> Listing:
    """In the order of the tree, each with the unit it belongs to."""
    kept = [unit for _depth, unit in rows]
    names = {one.id: one.name for one in kept}
    cells = ((one.name, names.get(one.parent_id) if one.parent_id else None) for one in kept)
    return Listing("units", ("unit", "belongs to"), cells)


def trail(entries: Iterator[Entry]) -> Listing:
    """Names as they are known today; sealed values stay sealed."""
    return Listing("trail", TRAIL, _trail(entries))


def _trail(entries: Iterator[Entry]) -> Iterator[tuple[Cell, ...]]:
    while some := list(islice(entries, AT_ONCE)):
        names = store.names(one.event.actor for one in some)
        for one in some:
            event = one.event
            yield (
                one.sequence,
                event.at,
                names.get(event.actor) if event.actor else None,
                str(event.actor) if event.actor else None,
                event.verb,
                str(event.subject) if event.subject else None,
                event.grounds,
                as_text(dict(event.details)),
                one.digest,
            )
