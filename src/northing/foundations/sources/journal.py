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
    "text",
)
_MODE = re.compile(r"-\*-.*\bmode:\s*h?ledger\b.*-\*-")
_ENTRY = re.compile(
    r"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S+)? [^\n]*\n"
    r"(?:[ \t]+;[^\n]*\n)*[ \t]+[^\s;][^\n]*?(?: {2,}|\t)[^\n]*\d[^\n]*\n[ \t]+\S",
    re.MULTILINE,
)
_SEARCHED = 200_000


def looks_like_journal(text: str) -> bool:
    """Whether the text says so in its first lines, or holds a dated entry with two postings."""
    return bool(_MODE.search(text[:1000]) or _ENTRY.search(text[:_SEARCHED]))


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
        "; ".join(said),
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
