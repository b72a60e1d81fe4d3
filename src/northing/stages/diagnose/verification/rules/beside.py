"""What stands before and after a record in its own file?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from northing.stages.records.ledger.facts import Record

NEAR = 2
"""So many records on either side: enough to see in what company a line stands."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The records just before and just after one, in the order of the file."""

    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()


def beside(records: Iterable[Record], wanted: Collection[str]) -> Mapping[str, Beside]:
    """Of each wanted record its neighbours in the same file and sheet; of one without line none."""
    sheets: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for one in records:
        if one.place.line is not None:
            sheets[(one.place.path, one.place.sheet)].append(one)
    found: dict[str, Beside] = {}
    for of in sheets.values():
        if any(one.id in wanted for one in of):
            of.sort(key=lambda one: (one.place.line or 0, one.id))
            found |= {one.id: _around(of, at) for at, one in enumerate(of) if one.id in wanted}
    return found


def _around(records: list[Record], at: int) -> Beside:
    """The years of one line are one record too many times over: a line is shown once."""
    own = records[at].place.line
    before = _lines(reversed(records[:at]), own)
    return Beside(tuple(reversed(before)), tuple(_lines(iter(records[at + 1 :]), own)))


def _lines(records: Iterable[Record], own: int | None) -> list[Record]:
    found: dict[int | None, Record] = {}
    for one in records:
        if one.place.line != own:
            found.setdefault(one.place.line, one)
        if len(found) == NEAR:
            break
    return list(found.values())
