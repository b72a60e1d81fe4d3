"""What was read, what was refused and why, and what was left out? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
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
from northing.foundations.sources.rows import Refusal
from northing.stages.records.ledger.facts import SourceAccount, StatedTotal
from northing.stages.records.ledger.section import Telling, counted

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
    wide = " (a row may hold one for each year)" if records > read else ""
    lead = (
        f"{counted(read, 'row')} of {files} gave {counted(records, 'record')}{wide}. "
        f"{refused_words(len(refused))}"
    )
    blocks: list[Block] = [Paragraph(lead), *_files(sources, telling)]
    blocks += _refusals(refused, telling)
    blocks += _left_out(sources, telling)
    if repeats or totals:
        blocks.append(Facts(tuple(_kept_apart(repeats, totals))))
    return (*blocks, *_notes(sources, telling))


def refused_words(n: int) -> str:
    if n == 0:
        return "Nothing was refused."
    return "1 row or value was refused." if n == 1 else f"{number(n)} rows or values were refused."


def _files(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    """File by file; where there are many, by kind of record first and the files one click away."""
    if len(sources) <= MOST_FILES:
        return [_sources(sources, telling)]
    label = f"All {counted(len(sources), 'file')}, one by one"
    return [_kinds(sources), Details(label, (_sources(sources, telling),))]


def _kinds(sources: Sequence[SourceAccount]) -> Table:
    by_kind: dict[str, list[SourceAccount]] = {}
    for one in sources:
        by_kind.setdefault(str(one.channel), []).append(one)
    rows = tuple(
        (
            kind,
            number(len(of)),
            number(sum(one.rows_read for one in of)),
            number(sum(one.records for one in of)),
            number(sum(len(one.refused) for one in of)),
            f"{number(sum(map(is_declared, of)))} of {number(len(of))} files declare it",
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
            str(one.channel),
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
        return "unknown: nobody declared it"
    key = (source.source, source.channel)
    files = [one for one in sources if (one.source, one.channel) == key]
    declared = []
    if source.expected_rows is not None:
        rows = sum(one.rows_read for one in files)
        declared.append(f"{number(rows)} of {number(source.expected_rows)} rows")
    if source.expected_total is not None:
        total = sum((one.total or Decimal(0) for one in files), Decimal(0))
        declared.append(f"{number(total)} of {number(source.expected_total)} in total")
    if source.expected_periods:
        declared.append(counted(len(source.expected_periods), "period"))
    of = f"declared for {counted(len(files), 'file')}" if len(files) > 1 else "declared"
    return f"{of}: {', '.join(declared)}"


def _refusals(refused: Sequence[Refusal], telling: Telling) -> list[Block]:
    if not refused:
        return []
    columns = (Column("Where"), Column("What stood there"), Column("Why not"), Column("Remedy"))
    rows = tuple(
        (
            telling.place(one.place),
            telling.text(one.value, most=80) or "(nothing)",
            telling.text(one.reason),
            telling.text(one.remedy),
        )
        for one in refused[:MOST_REFUSALS]
    )
    more = len(refused) - len(rows)
    note = f"{number(more)} more stand in audit.json." if more > 0 else ""
    share = f"{counted(len(refused), 'refusal')}, each with its place and its remedy."
    return [Table(share, columns, rows, note=note)]


def _left_out(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    rows = tuple(
        (telling.redact(one.path), number(count), telling.text(reason))
        for one in sources
        for reason, count in sorted(one.left_out.items())
    )
    if not rows:
        return []
    columns = (Column("File"), Column("Rows", numeric=True), Column("Left out because"))
    table = Table("Rows that were read and are no records.", columns, rows)
    return [Details("What was left out on purpose, and why", (table,))]


def _kept_apart(repeats: int, totals: Sequence[StatedTotal]) -> list[tuple[str, str]]:
    pairs = []
    if repeats:
        pairs.append(("Met twice, counted once", counted(repeats, "record")))
    if totals:
        said = f"{counted(len(totals), 'line')}, compared with their parts and never counted"
        pairs.append(("Totals stated by the files", said))
    return pairs


def _notes(sources: Sequence[SourceAccount], telling: Telling) -> list[Block]:
    notes = [
        f"{telling.redact(one.path)}: {telling.text(note)}" for one in sources for note in one.notes
    ]
    if not notes:
        return []
    shown = tuple(notes[:MOST_NOTES])
    more = len(notes) - len(shown)
    after = (Paragraph(f"{counted(more, 'further note')} stand in audit.json."),) if more else ()
    return [Details("Choices made while reading", (Listing(shown), *after))]


def fingerprints(sources: Sequence[SourceAccount], telling: Telling) -> Table:
    """The beginning of every file's sha256: enough to see that a file is not the one read here."""
    rows = tuple(
        dict.fromkeys(
            (telling.redact(one.path), one.sha256[:SHORT_HASH] or "no file") for one in sources
        )
    )
    columns = (Column("File"), Column(f"sha256, first {SHORT_HASH} signs"))
    return Table("Fingerprints of the files read.", columns, rows, empty="No file.")
