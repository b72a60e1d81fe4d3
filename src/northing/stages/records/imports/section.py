"""What was read, what was refused and why, and what was left out? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from northing.foundations.documents.blocks import (
    Block,
    Column,
    Details,
    Facts,
    Listing,
    Paragraph,
    Table,
)
from northing.foundations.documents.numbers import number
from northing.foundations.documents.told import Term, polished, tell, together
from northing.foundations.sources.rows import Refusal
from northing.stages.records.ledger.facts import SourceAccount, StatedTotal
from northing.stages.records.ledger.section import Telling, counted, kind_told, listed

MOST_REFUSALS = 40
MOST_NOTES = 40
MOST_FILES = 20
SHORT_HASH = 12


def sources_section(
    sources: Sequence[SourceAccount],
    *,
    repeats: int,
    totals: Sequence[StatedTotal],
    telling: Telling,
) -> tuple[Block, ...]:
    """What was read and what was not, file by file, with every reason."""
    read = sum(one.rows_read for one in sources)
    records = sum(one.records for one in sources)
    refused = [refusal for one in sources for refusal in one.refused]
    files = counted(len({one.path for one in sources}), "file")
    given = {"rows": counted(read, "row"), "files": files, "records": counted(records, "record")}
    lead = together(
        tell("{rows} of {files} gave {records} (a row may hold one for each year).", **given)
        if records > read
        else tell("{rows} of {files} gave {records}.", **given),
        refused_words(len(refused)),
    )
    blocks: list[Block] = [Paragraph(lead), *_files(sources, telling)]
    blocks += _refusals(refused, telling)
    blocks += _left_out(sources, telling)
    if repeats or totals:
        blocks.append(Facts(tuple(_kept_apart(repeats, totals))))
    return (*blocks, *_notes(sources, telling))


def refused_words(n: int) -> str:
    if n == 0:
        return tell("Nothing was refused.")
    if n == 1:
        return tell("1 row or value was refused.")
    return tell("{n} rows or values were refused.", n=number(n))


def _files(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    """File by file; where there are many, by kind of record first and the files one click away."""
    if len(sources) <= MOST_FILES:
        return [_sources(sources, telling)]
    label = tell("All {files}, one by one", files=counted(len(sources), "file"))
    return [_kinds(sources), Details(label, (_sources(sources, telling),))]


def _kinds(sources: Sequence[SourceAccount]) -> Table:
    by_kind: dict[str, list[SourceAccount]] = {}
    for one in sources:
        by_kind.setdefault(str(one.channel), []).append(one)
    rows = tuple(
        (
            kind_told(kind),
            number(len(of)),
            number(sum(one.rows_read for one in of)),
            number(sum(one.records for one in of)),
            number(sum(len(one.refused) for one in of)),
            tell(
                "{n} of {all} files declare it",
                n=number(sum(map(is_declared, of))),
                all=number(len(of)),
            ),
        )
        for kind, of in by_kind.items()
    )
    columns = (
        Column("Kind of record"),
        Column("Files", numeric=True),
        Column("Rows read", numeric=True),
        Column("Records", numeric=True),
        Column("Refused", numeric=True),
        Column("Is it complete?"),
    )
    return Table("Every kind of record and what became of its files.", columns, rows)


def _sources(sources: Sequence[SourceAccount], telling: Telling) -> Table:
    columns = (
        Column("File"),
        Column("Kind of record"),
        Column("Rows read", numeric=True),
        Column("Records", numeric=True),
        Column("Refused", numeric=True),
        Column("Is it complete?"),
    )
    rows = tuple(
        (
            telling.redact(one.path),
            kind_told(str(one.channel)),
            number(one.rows_read),
            number(one.records),
            number(len(one.refused)),
            completeness(one, sources),
        )
        for one in sources
    )
    return Table("Every file of the case and what became of it.", columns, rows, empty="No file.")


def is_declared(source: SourceAccount) -> bool:
    """The case says how much there should be."""
    amounts = (source.expected_rows, source.expected_total)
    return bool(source.expected_periods) or any(one is not None for one in amounts)


def completeness(source: SourceAccount, sources: Sequence[SourceAccount]) -> str:
    """What the case declared beside what was read, over all files of one source of the case."""
    if not is_declared(source):
        return tell("unknown: nobody declared it")
    key = (source.source, source.channel)
    files = [one for one in sources if (one.source, one.channel) == key]
    declared = listed(_declared(source, files))
    if len(files) == 1:
        return tell("declared: {amounts}", amounts=declared)
    return tell(
        "declared for {files}: {amounts}", files=counted(len(files), "file"), amounts=declared
    )


def _declared(source: SourceAccount, files: Sequence[SourceAccount]) -> Iterator[str]:
    if source.expected_rows is not None:
        read = number(sum(one.rows_read for one in files))
        yield tell("{n} of {all} rows", n=read, all=number(source.expected_rows))
    if source.expected_total is not None:
        total = sum((one.total or Decimal(0) for one in files), Decimal(0))
        yield tell("{n} of {all} in total", n=number(total), all=number(source.expected_total))
    if source.expected_periods:
        yield counted(len(source.expected_periods), "period")


def _refusals(refused: Sequence[Refusal], telling: Telling) -> list[Block]:
    if not refused:
        return []
    columns = (Column("Where"), Column("What stood there"), Column("Why not"), Column("Remedy"))
    rows = tuple(
        (
            telling.place(one.place),
            telling.text(one.value, most=80) or tell("(nothing)"),
            _ours(one.reason, telling),
            _ours(one.remedy, telling),
        )
        for one in refused[:MOST_REFUSALS]
    )
    more = len(refused) - len(rows)
    note = tell("{n} more stand in audit.json.", n=number(more)) if more > 0 else ""
    share = counted(len(refused), "refusal")
    caption = tell("{refusals}, each with its place and its remedy.", refusals=share)
    return [Table(caption, columns, rows, note=note)]


def _ours(said: str, telling: Telling) -> str:
    """A sentence of those who read the files, which may quote what stood there."""
    return polished(tell("{said}", said=Term(said)), telling.text) if said else ""


def _left_out(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    rows = tuple(
        (telling.redact(one.path), number(count), _ours(reason, telling))
        for one in sources
        for reason, count in sorted(one.left_out.items())
    )
    if not rows:
        return []
    columns = (Column("File"), Column("Rows", numeric=True), Column("Left out because"))
    table = Table("Rows that were read and are no records.", columns, rows)
    return [Details("What was left out on purpose, and why", (table,))]


def _kept_apart(repeats: int, totals: Sequence[StatedTotal]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    if repeats:
        pairs.append((tell("Met twice, counted once"), counted(repeats, "record")))
    if totals:
        lines = counted(len(totals), "line")
        said = tell("{lines}, compared with their parts and never counted", lines=lines)
        pairs.append((tell("Totals stated by the files"), said))
    return pairs


def _notes(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    notes = [
        tell("{file}: {note}", file=telling.redact(one.path), note=_ours(note, telling))
        for one in sources
        for note in one.notes
    ]
    if not notes:
        return []
    shown = tuple(notes[:MOST_NOTES])
    more = len(notes) - len(shown)
    notes_left = counted(more, "further note")
    after = (Paragraph(tell("{notes} stand in audit.json.", notes=notes_left)),) if more else ()
    return [Details("Choices made while reading", (Listing(shown), *after))]


def fingerprints(sources: Sequence[SourceAccount], telling: Telling) -> Table:
    """The beginning of every file's sha256: enough to see that a file is not the one read here."""
    rows = tuple(
        dict.fromkeys(
            (telling.redact(one.path), one.sha256[:SHORT_HASH] or tell("no file"))
            for one in sources
        )
    )
    columns = (Column("File"), Column(tell("sha256, first {n} signs", n=SHORT_HASH)))
    return Table("Fingerprints of the files read.", columns, rows, empty="No file.")
