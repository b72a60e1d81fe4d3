"""Which transactions does the text of a journal hold, and what else stands between them?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from northing.foundations.sources.journal_entries import (
    Posting,
    Transaction,
    posting_of,
    transaction_of,
)
from northing.foundations.sources.opened import UnreadableSource

_LONGEST_LINE = 2000
_COMMENT_SIGNS = ";#*%|"
_NAMES = (
    "account commodity P D Y year alias payee tag A C N bucket decimal-mark end assert check"
    " define expr python value eval import fixed endfixed"
)
_SKIPPED = frozenset(_NAMES.split(" "))
_BLOCKS = {"comment": "end comment", "test": "end test"}


@dataclass(slots=True)
class JournalLines:
    """The transactions in order, the lines that could not be read, and the directives met."""

    transactions: list[Transaction] = field(default_factory=list)
    problems: list[UnreadableSource] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def journal_lines(text: str) -> JournalLines:
    """Read line by line; a line that cannot be read spoils its transaction and no other."""
    found = JournalLines()
    block_end = ""
    is_open = False  # whether indented lines belong to a transaction
    for number, line in enumerate(text.split("\n"), start=1):
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        if len(line) > _LONGEST_LINE and line.lstrip()[:1] not in tuple(_COMMENT_SIGNS):
            _take_too_long(found, line, number, is_open=is_open)
        elif block_end:
            block_end = "" if " ".join(line.split()) in (block_end, "end") else block_end
        elif not word:
            is_open = False
        elif line[0] in " \t":
            if is_open:
                _add_to_transaction(found.transactions[-1], line, number)
        elif line[0] not in _COMMENT_SIGNS:
            block_end = _BLOCKS.get(word, "")
            is_open = not block_end and _take_top_line(found, line, word, number)
    return found


def _take_too_long(found: JournalLines, line: str, number: int, *, is_open: bool) -> None:
    problem = UnreadableSource(
        f"The line has {len(line)} signs; no journal line is that long.",
        "Check that this is a journal, or break the line.",
        value=line[:120],
        line=number,
    )
    if is_open and line[0] in " \t":
        found.transactions[-1].problem = problem
    else:
        found.problems.append(problem)


def _take_top_line(found: JournalLines, line: str, word: str, number: int) -> bool:
    """Whether a transaction was opened."""
    try:
        if word[0].isdigit():
            found.transactions.append(transaction_of(line, number))
            return True
        _check_is_skipped(line, word, number)
        found.skipped[word] += 1
    except UnreadableSource as problem:
        found.problems.append(problem)
    return False


def _check_is_skipped(line: str, word: str, number: int) -> None:
    name = word.lstrip("!@") if len(word) > 1 else word
    if name == "include":
        raise UnreadableSource(
            "The journal includes another file, which is not followed.",
            "Name the included file as a source of its own.",
            value=line[:120],
            line=number,
        )
    if name not in _SKIPPED and name[0] not in "=~":
        raise UnreadableSource(
            f"The journal uses '{name[:40]}', which this program does not know.",
            "Take the line out, or begin it with a semicolon if it is a remark.",
            value=line[:120],
            line=number,
        )


def _add_to_transaction(transaction: Transaction, line: str, number: int) -> None:
    """A comment before the first posting is the transaction's; after it, that posting's."""
    said = line.strip()
    if said[0] in ";#":
        _add_comment(transaction, said[1:].strip())
        return
    try:
        transaction.postings.append(posting_of(line, number))
    except UnreadableSource as problem:
        transaction.problem = transaction.problem or problem


def _add_comment(transaction: Transaction, comment: str) -> None:
    if not transaction.postings:
        transaction.comments.append(comment)
        return
    last = transaction.postings.pop()
    joined = f"{last.comment} {comment}".strip()
    transaction.postings.append(Posting(last.line, last.account, last.amount, joined, last.kind))
