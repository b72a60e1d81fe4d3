"""What does a plain-text double-entry journal (ledger, hledger) say, posting by posting?"""

from __future__ import annotations

import re
from decimal import Decimal

from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.journal_amounts import marks_of
from northing.foundations.sources.journal_balance import Balanced, balanced
from northing.foundations.sources.journal_entries import Transaction
from northing.foundations.sources.journal_lines import JournalLines, journal_lines
from northing.foundations.sources.opened import Opened, UnreadableSource, refusal_of
from northing.foundations.sources.rows import Cell, Place, Reading, Refusal, Row

COLUMNS = (
    "date",
    "effective_date",
    "payee",
    "account",
    "amount",
    "currency",
    "comment",
    "transaction_comment",
    "transaction",
    "kind",
    "is_inferred",
    "text",
    "is_inferred",
)
_MODE = re.compile(r"-\*-.*\bmode:\s*h?ledger\b.*-\*-")
_ENTRY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S{1,10})?(?:\s|$)")
_POSTING = re.compile(r"(?: {2,}|\t)[^\s\d]{0,12}[\s-]?\d")
_SEARCHED = 200_000


def looks_like_journal(text: str) -> bool:
    """Whether the text says so in its first lines, or holds a dated entry with two postings."""
    return bool(_MODE.search(text[:1000]) or _holds_entry(text[:_SEARCHED].split("\n")))


def _holds_entry(lines: list[str]) -> bool:
    """Whether a dated line is followed by two indented ones, the first with an amount."""
    indented: list[str] = []
    is_dated = False
    for line in lines:
        said = line.strip()
        if line[:1] in (" ", "\t") and said and is_dated:
            indented += [said[:500]] if said[0] != ";" else []
            if len(indented) > 1 and _POSTING.search(indented[0]):
                return True
        else:
            indented, is_dated = [], _ENTRY.match(line) is not None
    return False


def read_journal(opened: Opened) -> Reading:
    """One row per posting. A transaction that does not balance is refused as a whole."""
    source = decoded(opened.content, encoding=opened.options.encoding)
    found = journal_lines(source.text)
    marks = marks_of(posting for entry in found.transactions for posting in entry.postings)
    refusals = [refusal_of(opened.path, problem) for problem in found.problems]
    rows: list[Row] = []
    count = 0
    for number, transaction in enumerate(found.transactions, start=1):
        try:
            postings = balanced(transaction, marks)
        except UnreadableSource as problem:
            refusals.append(refusal_of(opened.path, problem))
            continue
        count += 1
        rows += [_row(opened.path, transaction, posting, number) for posting in postings]
    _check_holds_anything(rows, refusals)
    return Reading(
        path=opened.path,
        sha256=opened.sha256,
        kind="journal",
        columns=COLUMNS,
        rows=tuple(rows),
        refusals=tuple(refusals),
        notes=source.notes + _notes(found),
        facts={"transactions": Decimal(count), "postings": Decimal(len(rows))},
    )


def _row(path: str, transaction: Transaction, balanced_posting: Balanced, number: int) -> Row:
    posting = balanced_posting.posting
    said = [part for part in (transaction.payee, posting.comment) if part]
    cells: tuple[Cell, ...] = (
        transaction.on,
        transaction.effective_on,
        transaction.payee,
        posting.account,
        balanced_posting.amount,
        balanced_posting.commodity,
        posting.comment or None,
        " ".join(transaction.comments).strip() or None,
        str(number),
        posting.kind,
        balanced_posting.is_inferred,
        "; ".join(said),
        balanced_posting.is_inferred,
    )
    return Row(Place(path, line=posting.line), dict(zip(COLUMNS, cells, strict=True)))


def _check_holds_anything(rows: list[Row], refusals: list[Refusal]) -> None:
    if not rows and not refusals:
        raise UnreadableSource(
            "The journal holds no transaction.",
            "Check that this is the right file, or name its kind.",
        )


def _notes(found: JournalLines) -> tuple[str, ...]:
    return tuple(
        f"{count} lines with '{word}' were left out: they carry no posting."
        for word, count in sorted(found.skipped.items())
    )
