"""As which columns is a record stored, and what fits into them?

Whoever reads a file writes these cells, whoever stores them adds nothing: all are texts or numbers
that both databases take as they are.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from decimal import Decimal

from northing.stages.records.ledger.facts import Record

NAMES = (
    "name", "channel", "text", "amount", "currency", "side", "period", "effective_on",
    "received_on", "unit", "heading", "stance", "given", "audience", "level", "sheet", "line",
    "is_dated_to_day", "sought",
)  # fmt: skip
LONGEST_NAME = 400
LONGEST_TEXT = 20_000
WIDEST_AMOUNT = Decimal(10) ** 18
MILLIONTH = Decimal("0.000001")
_DIGEST = 12


Cell = str | int | bool | None


def cells_of(one: Record) -> list[Cell]:
    """The columns of a record; texts longer than their column are cut where people see."""
    return [
        _name(one.id),
        str(one.channel),
        _text(one.text, LONGEST_TEXT),
        _amount(one.amount),
        one.currency if one.currency and len(one.currency) == 3 else "",  # noqa: PLR2004 - ISO 4217
        str(one.side),
        _text(one.period, 40),
        one.effective_on.isoformat() if one.effective_on else None,
        one.received_on.isoformat() if one.received_on else None,
        _text(one.unit, 200),
        _text(" › ".join(one.heading), 500),
        str(one.stance or ""),
        json.dumps([[name, str(share)] for name, share in one.given]) if one.given else "[]",
        _text(one.audience, 40),
        _text(one.level, 40),
        _text(one.place.sheet, 200),
        one.place.line,
        one.is_dated_to_day,
        sought_in(one.text, " ".join(one.heading), one.unit or "", one.place.path),
    ]


def sought_in(*said: str) -> str:
    """What a search looks through; who searches folds what they seek the same way."""
    return folded(" · ".join(one for one in said if one))[:LONGEST_TEXT]


def folded(text: str) -> str:
    """Without regard to the case of letters, in any alphabet, and to how white space is written."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(plain.casefold().replace("\x00", " ").split())


def _name(name: str) -> str:
    """A name too long for its column keeps a digest of the rest, so that it stays one of a kind."""
    plain = name.replace("\x00", "")
    if len(plain) <= LONGEST_NAME:
        return plain
    digest = hashlib.sha256(plain.encode()).hexdigest()[:_DIGEST]
    return f"{plain[: LONGEST_NAME - _DIGEST - 1]}…{digest}"


def _text(text: str | None, longest: int) -> str:
    if not text:
        return ""
    plain = text.replace("\x00", "")
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def _amount(amount: Decimal | None) -> str | None:
    """An amount no column holds is shown as none; audits read the file itself, not this."""
    if amount is None or not amount.is_finite() or abs(amount) >= WIDEST_AMOUNT:
        return None
    return str(amount.quantize(MILLIONTH))
