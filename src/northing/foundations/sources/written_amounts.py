"""How much, and of which currency, does a cell say?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.sources.amount_marks import Mark, decimal_mark_of, plain_number
from northing.foundations.sources.cells import one_line, text_of
from northing.foundations.sources.currencies import CURRENCY_PATTERN, currency_of
from northing.foundations.sources.rows import Cell

__all__ = ["Amount", "NoAmount", "UnreadableAmount", "decimal_mark_of", "parse_amount"]

_DASHES = ("", "-", "–", "—", "--", "?", ".", "...", "…")
_WORDS = ("n/a", "na", "n.a.", "#n/a", "none", "null", "nil", "nan", "k.a.", "tbd")
_ABSENT = frozenset([*_DASHES, *_WORDS])
_SCALES = {
    **dict.fromkeys(("k", "tsd", "tsd.", "thousand", "tausend"), 3),
    **dict.fromkeys(("m", "mn", "mio", "mio.", "million", "millions", "millionen"), 6),
    **dict.fromkeys(("bn", "mrd", "mrd.", "billion", "billions", "milliarden"), 9),
}
_SCALE_PATTERN = "|".join(re.escape(word) for word in sorted(_SCALES, key=len, reverse=True))
_FORM = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+]?)\s*(?P<before>{CURRENCY_PATTERN})?\s*(?P<sign2>[-+(]?)\s*"
    r"(?P<digits>(?:\d[\d.,'’\s]*)?\d|[.,]\d+)\s*"
    rf"(?:[.,](?:--?|–|—))?(?P<scale>{_SCALE_PATTERN})?\s*(?P<percent>%)?\s*(?P<sign3>-?)\s*"
    rf"(?P<after>{CURRENCY_PATTERN})?\s*(?P<sign4>-?)\s*(?P<close>\))?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")  # most amounts: no other reading is possible
_BRACKETS_FIRST = re.compile(
    rf"\((?P<inside>[^()]+)\)\s*(?P<after>{CURRENCY_PATTERN})", re.IGNORECASE
)
_MINUS = str.maketrans({"−": "-", "﹣": "-", "－": "-", "‐": "-", "‑": "-"})
_LONGEST = 80
_WIDEST = 30


class UnreadableAmount(ValueError):  # noqa: N818 - named for what it tells, as the style asks
    """A sentence on why this is no amount."""


class NoAmount(UnreadableAmount):
    """The cell says that there is no amount: it is empty, a dash, or n/a."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact value; 12 % has the value 12 and `percent`."""

    value: Decimal
    currency: str | None
    percent: bool = False


def parse_amount(value: Cell, *, decimal: Mark | None = None) -> Amount:
    """The amount of a cell; raises `NoAmount` for an absent one, `UnreadableAmount` for others.

    `decimal` is the column's decimal mark (see `decimal_mark_of`). Parentheses mean less than
    nothing, as in accounts. Never a float: what is written is what is kept.
    """
    if isinstance(value, str) and decimal != "," and _PLAIN.fullmatch(value):
        return Amount(Decimal(value), None)
    text = one_line(text_of(value)).translate(_MINUS)
    text = _BRACKETS_FIRST.sub(r"(\g<inside> \g<after>)", text)
    if text.lower() in _ABSENT:
        raise NoAmount("No amount is given.")
    if isinstance(value, Decimal):
        return Amount(_finite(value), None)
    found = _FORM.fullmatch(text) if isinstance(value, str) and len(text) <= _LONGEST else None
    if found is None:
        raise UnreadableAmount(f"'{text[:_LONGEST]}' is not an amount.")
    return Amount(
        _signed(found, _magnitude(found, text, decimal), text),
        _currency(found, text),
        percent=found.group("percent") is not None,
    )


def _finite(value: Decimal) -> Decimal:
    if value.is_finite() and abs(value.adjusted()) <= _WIDEST:
        return value
    raise UnreadableAmount(f"'{text_of(value)}' is not an amount anyone could spend.")


def _magnitude(found: re.Match[str], text: str, decimal: Mark | None) -> Decimal:
    number = plain_number(found.group("digits"), decimal=decimal)
    if number is None:
        hint = f" with the decimal mark '{decimal}'" if decimal else ""
        raise UnreadableAmount(f"'{text}' is not an amount{hint}.")
    scale = found.group("scale")
    return _finite(number * 10 ** _SCALES[scale.lower()] if scale else number)


def _signed(found: re.Match[str], magnitude: Decimal, text: str) -> Decimal:
    names = ("open", "sign", "sign2", "sign3", "sign4")
    signs = [found.group(name) for name in names if found.group(name)]
    if ("(" in signs) != bool(found.group("close")) or len(signs) > 1:
        raise UnreadableAmount(f"'{text}' is not an amount: its signs contradict each other.")
    return magnitude if signs in ([], ["+"]) else magnitude.copy_negate()


def _currency(found: re.Match[str], text: str) -> str | None:
    named = {currency_of(found.group(side)) for side in ("before", "after") if found.group(side)}
    if len(named) > 1:
        raise UnreadableAmount(f"'{text}' names two currencies.")
    return named.pop() if named else None
