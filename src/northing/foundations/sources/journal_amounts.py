"""How much does a posting of a journal move, and at which cost?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.sources.amount_marks import Mark, decimal_mark_of, plain_number
from northing.foundations.sources.currencies import currency_of
from northing.foundations.sources.journal_entries import Posting
from northing.foundations.sources.opened import UnreadableSource

Marks = Mapping[str, Mark | None]

_COMMODITY = r'(?:"[^"]*"|[^\s\d.,;@={}()\[\]"+*/-]+)'
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]?)\s*(?P<before>{_COMMODITY})?\s*(?P<sign2>[-+]?)\s*"
    rf"(?P<digits>\d[\d.,'\u00a0\u202f]*|[.,]\d+)\s*(?P<after>{_COMMODITY})?"
)
_COST = re.compile(r"\s*(@@?)\s*")
_ASSERTION = re.compile(r"\s*={1,2}\*?\s*.*$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Moved:
    """What a posting moves, and what it weighs in the balance: its cost, where one is given."""

    quantity: Decimal
    commodity: str | None
    weight: Decimal
    weighed_in: str | None


def marks_of(postings: Iterable[Posting]) -> dict[str, Mark | None]:
    """The decimal mark of each commodity, as its clear amounts show it."""
    written: dict[str, list[str]] = defaultdict(list)
    for posting in postings:
        for part in _COST.split(_ASSERTION.sub("", posting.amount)):
            found = _AMOUNT.fullmatch(part.strip()[:_LONGEST])
            if found:
                written[_commodity(found) or ""].append(found.group("digits"))
    return {commodity: decimal_mark_of(digits) for commodity, digits in written.items()}


def moved_by(posting: Posting, marks: Marks) -> Moved | None:
    """The amount and its cost; None where the amount was left out. Assertions are not checked."""
    text = _ASSERTION.sub("", posting.amount)
    if posting.amount and not text:
        raise _unreadable(posting, "The posting sets a balance instead of naming an amount.")
    if not text:
        return None
    quantity_text, *cost = _COST.split(text, maxsplit=1)
    quantity, commodity = _amount(posting, quantity_text, marks)
    if not cost:
        return Moved(quantity, commodity, quantity, commodity)
    price, weighed_in = _amount(posting, cost[1], marks)
    weight = price * quantity if cost[0] == "@" else abs(price).copy_sign(quantity)
    return Moved(quantity, commodity, weight, weighed_in)


def _amount(posting: Posting, text: str, marks: Marks) -> tuple[Decimal, str | None]:
    found = _AMOUNT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None or (found.group("before") and found.group("after")):
        raise _unreadable(posting, f"'{text.strip()[:_LONGEST]}' is not an amount.")
    commodity = _commodity(found)
    digits = found.group("digits").removesuffix(".")
    number = plain_number(digits, decimal=marks.get(commodity or ""))
    if number is None:
        raise _unreadable(posting, f"'{text.strip()}' is not an amount: its groups do not fit.")
    is_negative = (found.group("sign") == "-") != (found.group("sign2") == "-")
    return (number.copy_negate() if is_negative else number), commodity


def _commodity(found: re.Match[str]) -> str | None:
    written = found.group("before") or found.group("after")
    return currency_of(written.strip('"')) if written else None


def _unreadable(posting: Posting, reason: str) -> UnreadableSource:
    return UnreadableSource(
        reason,
        "Write an amount such as $1,200.50 or 5 EUR, after two spaces.",
        value=posting.amount[:120],
        line=posting.line,
    )
