"""How does a cell look as text, and which characters may a text hold?"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from northing.foundations.sources.rows import Cell

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_WIDEST_WHOLE = 25  # digits; the context of Decimal holds 28
_WIDEST_NUMBER = 60  # beyond this, writing out every zero would serve nobody and could fill memory


def text_of(cell: Cell) -> str:
    """The cell as a reader would see it: no exponent, no trailing zeros added, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return _written_out(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def without_controls(text: str) -> str:
    """The text without control characters, except tab and line ends."""
    return _CONTROLS.sub("", text) if _CONTROLS.search(text) else text


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return _SPACES.sub(" ", text).strip()


def cell_of(value: object) -> Cell:
    """A value from a spreadsheet as a cell: numbers exact, empty text as None.

    A float becomes the shortest decimal that reads back as the same float: 0.3, not 0.2999….
    A moment with a time of day stays text (ISO), so that every date cell compares with dates.
    """
    if isinstance(value, str):
        return without_controls(value).strip() or None
    if value is None or isinstance(value, (bool, Decimal)):
        return value
    if isinstance(value, (int, float)):
        return exact_number(value)
    return _moment(value)


def exact_number(value: float) -> Decimal | str:
    """The shortest decimal of a number; whole numbers carry no point. Infinities stay text."""
    number = Decimal(repr(value))
    if not number.is_finite():
        return str(number)
    is_whole = number.adjusted() < _WIDEST_WHOLE and number == number.to_integral_value()
    return number.quantize(Decimal(1)) if is_whole else number


def _moment(value: object) -> Cell:
    if isinstance(value, datetime):
        at_midnight = value.time() == time()
        return value.date() if at_midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (date, time, timedelta)):
        return value if isinstance(value, date) else str(value)
    return without_controls(str(value))


def _written_out(number: Decimal) -> str:
    if number.is_finite() and abs(number.adjusted()) < _WIDEST_NUMBER:
        return format(number, "f")
    return str(number)
