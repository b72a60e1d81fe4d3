"""What was read, what was refused, and how may one record be quoted? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from northing.foundations.documents.blocks import (
    Block,
    Column,
    Details,
    Facts,
    Listing,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from northing.foundations.documents.numbers import day, money, number, percent
from northing.foundations.sources.rows import Place, Refusal
from northing.foundations.text.attendance import without_speaker
from northing.stages.records.ledger.facts import Channel, Record, SourceAccount, StatedTotal

QUOTED = 280
MOST_REFUSALS = 40
MOST_NOTES = 40
SHORT_HASH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How texts of a case may be told: without its people, at a readable length.

    `names` gives every commitment id its short text; ids alone are never shown.
    """

    redact: Callable[[str], str]
    people: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    currency: str | None = None

    def text(self, text: str, *, most: int = QUOTED) -> str:
        """One line without people, cut at a word."""
        return shortened(self.redact(" ".join(text.split())), most=most)

    def spoken(self, text: str, *, most: int = QUOTED) -> str:
        """The same for a line of minutes, without the name it opens with."""
        return self.text(without_speaker(text, names=self.people), most=most)

    def name(self, commitment: str) -> str:
        return self.names.get(commitment, "a commitment that the case does not list")

    def place(self, place: Place) -> str:
        """`budget.xlsx, sheet North, line 14, column FY2024`."""
        parts = [place.path]
        parts += [f"sheet {place.sheet}"] if place.sheet else []
        parts += [f"line {place.line}"] if place.line is not None else []
        parts += [f"column {place.column}"] if place.column else []
        return self.redact(", ".join(parts))

    def quote(self, record: Record, *, tone: Tone, detail: str = "") -> Quote:
        """One record as it stands in its file, with its amount and its day."""
        said = " · ".join(one for one in (*amount_words(record), detail) if one)
        return Quote(self.spoken(record.text), self.place(record.place), tone, self.redact(said))


def shortened(text: str, *, most: int) -> str:
    """The text, or as much of it as ends at a word within `most` signs."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = head.rfind(" ")
    return f"{(head[:cut] if cut > most // 2 else head).rstrip(' ,;:.–-')}…"


def counted(n: int, noun: str) -> str:
    """`1 record`, `12 records`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number(n)} {noun if n == 1 else plural}"


def sum_words(amount: Decimal, measure: str) -> str:
    """A total with its unit: a currency stands before the number, another unit behind it."""
    is_currency = measure.isupper()
    whole = amount == int(amount)
    written = number(amount, decimals=0 if whole else 2)
    return money(amount, measure) if is_currency else f"{written} {measure}"


def amount_words(record: Record) -> list[str]:
    """What a record carries and when: `USD 500,000`, `FY2025`."""
    parts = []
    if record.amount is not None and record.channel not in (Channel.WORDS, Channel.COMMUNICATIONS):
        whole = record.amount == int(record.amount)
        plain = number(record.amount, decimals=0 if whole else 2)
        hours = f"{plain} hours" if record.channel is Channel.TIME else plain
        parts.append(money(record.amount, record.currency) if record.currency else hours)
    if record.is_dated_to_day:
        parts.append(day(record.effective_on))
    elif record.period:
        parts.append(record.period)
    return parts


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
    lead = (
        f"{counted(read, 'row')} of {files} gave {counted(records, 'record')}; "
        f"{counted(len(refused), 'row or value')} {'was' if len(refused) == 1 else 'were'} refused."
    ).replace("row or values", "rows or values")
    blocks: list[Block] = [Paragraph(lead), _sources(sources, telling)]
    blocks += _refusals(refused, telling)
    blocks += _left_out(sources, telling)
    if repeats or totals:
        blocks.append(Facts(tuple(_kept_apart(repeats, totals))))
    return (*blocks, *_notes(sources, telling))


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
            completeness(one),
        )
        for one in sources
    )
    return Table("Every file of the case and what became of it.", columns, rows, empty="No file.")


def completeness(source: SourceAccount) -> str:
    """What the case declared of a file beside what was read; unknown where it declared nothing."""
    declared = []
    if source.expected_rows is not None:
        declared.append(f"{number(source.rows_read)} of {number(source.expected_rows)} rows")
    if source.expected_total is not None:
        declared.append(f"{number(source.total)} of {number(source.expected_total)} in total")
    if source.expected_periods:
        declared.append(counted(len(source.expected_periods), "period"))
    return f"declared: {', '.join(declared)}" if declared else "unknown: nobody declared it"


def _refusals(refused: Sequence[Refusal], telling: Telling) -> list[Block]:
    if not refused:
        return [Paragraph("Nothing was refused: every row that holds a record was read.")]
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


def share_words(part: Decimal, whole: Decimal) -> str:
    """`12.3 %`, or "?" where there is no whole to take a share of."""
    return percent(float(part / whole)) if whole > 0 else "?"
