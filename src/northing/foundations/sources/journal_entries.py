"""How is one transaction of a journal written, line by line?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from northing.foundations.sources.opened import UnreadableSource

PostingKind = Literal["posting", "virtual posting", "balanced virtual posting"]

_DATE = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_HEADER = re.compile(
    rf"({_DATE})(?:=({_DATE}|\d{{1,2}}[-/.]\d{{1,2}}))?(?:\s+[*!])?(?:\s*\(([^)]*)\))?(?:\s+(.*))?$"
)
_POSTING = re.compile(r"\s+(?:[*!]\s+)?(\S.*?)(?:(?:\s{2,}|\t)\s*(.*))?$")
_COMMENT = re.compile(r"(?:^|\s+);\s?(.*)$")
_BRACKETS: dict[str, PostingKind] = {"(": "virtual posting", "[": "balanced virtual posting"}


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of a transaction: the amount is still text, empty where it was left out."""

    line: int
    account: str
    amount: str
    comment: str
    kind: PostingKind = "posting"


@dataclass(slots=True)
class Transaction:
    """A dated entry with its postings, and the problem if one of its lines cannot be read."""

    line: int
    on: date
    effective_on: date | None
    payee: str
    comments: list[str] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    problem: UnreadableSource | None = None


def transaction_of(line: str, number: int) -> Transaction:
    """The transaction that this line opens: `DATE[=DATE2] [*|!] [(code)] payee [; comment]`."""
    said, comment = split_comment(line)
    header = _HEADER.match(said)
    if header is None:
        raise UnreadableSource(
            "The line begins like a transaction, but has no full date.",
            "Write the date as 2024-03-01, followed by a space and the payee.",
            value=line[:120],
            line=number,
        )
    on = _date(header.group(1), number)
    second = header.group(2)
    if second and len(re.split(r"[-/.]", second)) == 2:  # noqa: PLR2004 - month and day
        second = f"{on.year}-{second}"
    effective_on = _date(second, number) if second else None
    comments = [comment] if comment else []
    return Transaction(number, on, effective_on, (header.group(4) or "").strip(), comments)


def posting_of(line: str, number: int) -> Posting:
    """The posting on this line; two spaces or a tab part the account from the amount."""
    said, comment = split_comment(line)
    found = _POSTING.match(said)
    if found is None:
        raise UnreadableSource(
            "The line is no posting.",
            "Write the account, two spaces, and the amount.",
            value=line[:120],
            line=number,
        )
    account = found.group(1).strip()
    kind = _BRACKETS.get(account[0], "posting")
    is_closed = account[-1] == {"(": ")", "[": "]"}.get(account[0])
    if kind != "posting" and is_closed:
        return Posting(number, account[1:-1], (found.group(2) or "").strip(), comment, kind)
    return Posting(number, account, (found.group(2) or "").strip(), comment)


def split_comment(line: str) -> tuple[str, str]:
    """What the line says, and its comment."""
    found = _COMMENT.search(line)
    return (line[: found.start()], found.group(1).strip()) if found else (line.rstrip(), "")


def _date(text: str, number: int) -> date:
    year, month, day = re.split(r"[-/.]", text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise UnreadableSource(
            f"'{text}' is not a date: the calendar has no such day.",
            "Correct the date.",
            value=text,
            line=number,
        ) from None
