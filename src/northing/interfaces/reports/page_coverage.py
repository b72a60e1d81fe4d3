"""Where is there anything to go by, how fresh is it, and where are we blind?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Column, Details, Figure, Table
from northing.foundations.documents.charts import coverage_map
from northing.foundations.documents.numbers import day, number
from northing.foundations.documents.told import Listed, tell, together
from northing.stages.diagnose.say_do.facts import Coverage
from northing.stages.diagnose.say_do.section import MOST_DRAWN
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.section import Telling, counted, kind_told, n_is

_SIGNS = tell(
    "0: the source was read and nothing in it could be linked. "
    "?: the case has no source of this kind, so silence says nothing."
)


def coverage_page(audit: Audit, telling: Telling) -> tuple[Block, ...]:
    """A map of counts; a kind of record without any source is unknown there, never zero."""
    cells = audit.say_do.coverage
    if not cells:
        return ()
    return (
        _map(audit, cells, telling),
        Details("How fresh the records are", (_freshness(cells, telling),)),
    )


def blind_channels(audit: Audit) -> list[Channel]:
    """Kinds of record for which the case has no source at all."""
    present = {record.channel for record in audit.case.records}
    return [one for one in Channel if one not in present]


def _map(audit: Audit, cells: Sequence[Coverage], telling: Telling) -> Figure:
    blind = set(map(str, blind_channels(audit)))
    channels = [str(one) for one in Channel]
    counts = {(one.commitment, one.channel): one.records for one in cells}
    ids = list(dict.fromkeys(one.commitment for one in cells))
    grid = {
        id_: [None if channel in blind else counts.get((id_, channel), 0) for channel in channels]
        for id_ in ids
    }
    drawn = _fullest(grid)
    names = {id_: telling.name(id_) for id_ in ids}
    lines = [grid[one] for one in drawn]
    draw = partial(_drawn, [names[one] for one in drawn], channels, lines)
    return Figure(
        name="coverage",
        title=_title(blind),
        unit="Number of records linked to each commitment, by kind of record",
        source=(
            together(
                tell("{n}.", n=n_is(counted(len(audit.case.records), "record"))),
                _left(len(drawn), len(ids)),
                _SIGNS,
            )
        ),
        alt=together(
            tell(
                "{commitments} by {kinds}.",
                commitments=counted(len(ids), "commitment"),
                kinds=counted(len(channels), "kind"),
            ),
            tell("{title}.", title=_title(blind)),
        ),
        spec=draw(str, "en"),
        table=_counts(list(names.values()), channels, list(grid.values()), blind),
        again=draw,
    )


def _left(drawn: int, whole: int) -> str:
    """That a picture does not hold all of them."""
    if drawn == whole:
        return ""
    most = "Drawn are the {n} with the most records of {all}."
    return tell(most, n=number(drawn), all=number(whole))


def _drawn(
    names: Sequence[str],
    channels: Sequence[str],
    lines: Sequence[Sequence[int | None]],
    told: Callable[[str], str],
    language: str,
) -> Mapping[str, Any]:
    """The map in one language."""
    kinds = [told(kind_told(one)) for one in channels]
    return coverage_map([told(one) for one in names], kinds, lines, language=language)


def _fullest(grid: Mapping[str, Sequence[int | None]]) -> list[str]:
    """The commitments with the most records, as many as one picture holds, in their own order."""
    totals = {id_: sum(count or 0 for count in line) for id_, line in grid.items()}
    fullest = set(sorted(totals, key=lambda id_: -totals[id_])[:MOST_DRAWN])
    return [id_ for id_ in grid if id_ in fullest]


def _title(blind: set[str]) -> str:
    if not blind:
        return "Every kind of record has a source"
    named = tuple(kind_told(str(one)) for one in Channel if str(one) in blind)
    none = "No source of {kinds} was given: silence there says nothing"
    if len(named) == 1:
        return tell(none, kinds=named[0])
    first = Listed(named[:-1])
    return tell(none, kinds=tell("{first} and {last}", first=first, last=named[-1]))


def _counts(
    names: Sequence[str],
    channels: Sequence[str],
    grid: Sequence[Sequence[int | None]],
    blind: set[str],
) -> Table:
    """Only kinds with a source have a column; the note names the others."""
    seen = [at for at, channel in enumerate(channels) if channel not in blind]
    rows = tuple(
        (name, *(number(line[at]) for at in seen)) for name, line in zip(names, grid, strict=True)
    )
    kinds = (Column(kind_told(channels[at]), numeric=True) for at in seen)
    columns = (Column("Commitment"), *kinds)
    note = tell("{title}, so ? for every commitment.", title=_title(blind)) if blind else ""
    return Table(
        "Number of linked records by commitment and kind of record.", columns, rows, note=note
    )


def _freshness(cells: Sequence[Coverage], telling: Telling) -> Table:
    rows = tuple(
        (
            telling.name(one.commitment),
            kind_told(one.channel),
            "?" if one.newest_on is None else day(one.newest_on),
            "?" if one.days_old is None else number(one.days_old),
            number(one.sources),
            number(one.records),
        )
        for one in cells
        if one.records
    )
    columns = (
        Column("Commitment"),
        Column("Kind of record"),
        Column("Newest took effect"),
        Column("Days before the audit", numeric=True),
        Column("Files", numeric=True),
        Column("Records", numeric=True),
    )
    return Table(
        "The newest record of each kind for each commitment.",
        columns,
        rows,
        empty="No record could be linked to any commitment.",
        note="? = the records carry no date.",
    )
