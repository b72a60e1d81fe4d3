"""Which day or period does a cell name?"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from northing.foundations.sources.cells import one_line, text_of
from northing.foundations.sources.month_names import MONTH_PATTERN, month_of
from northing.foundations.sources.periods import period_in, whole_period
from northing.foundations.sources.rows import Cell
from northing.foundations.sources.when import UnreadableDate, When, day, full_year, year

__all__ = ["UnreadableDate", "When", "parse_when", "period_in"]

_LONGEST = 60
_MONTHS_IN_YEAR = 12
_YEARS = range(1500, 2300)
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|mo|di|mi|do|fr|sa|so)"
    r"(?:day|n?tag|ttwoch|nnerstag|enstag|eitag|mstag|nnabend)?\.?,?\s+(?=\S*\d)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
    r"(?:[T ]\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_NUMBERS = re.compile(
    r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?:,?\s+\d{1,2}:\d\d(?::\d\d)?)?"
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:\.|st|nd|rd|th)?[\s-]*(?:of\s+)?({MONTH_PATTERN})[\s,-]*(\d{{4}}|\d\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"({MONTH_PATTERN})\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE
)


def parse_when(value: Cell, *, day_first: bool = True) -> When:
    """The day or period of a cell; raises `UnreadableDate` with a sentence for anything else.

    In 01/03/2024 the day comes first unless told otherwise; a part above 12 decides by itself.
    A point always means the day first (01.03.2024). Serial numbers of spreadsheets are not guessed.
    """
    if isinstance(value, date):
        return day(value.year, value.month, value.day, written=value.isoformat())
    if isinstance(value, bool):
        raise UnreadableDate(f"'{text_of(value)}' is not a date.")
    text = one_line(text_of(value))
    if isinstance(value, Decimal) and not _is_year(value):
        raise UnreadableDate(f"'{text}' is a number, not a date.")
    found = _when(text, day_first=day_first) if 0 < len(text) <= _LONGEST else None
    if found is None:
        raise UnreadableDate(f"'{text[:_LONGEST]}' is not a date." if text else "No date is given.")
    return found


def _is_year(number: Decimal) -> bool:
    return number.is_finite() and number.adjusted() == 3 and number == int(number)  # noqa: PLR2004 - four digits


def _when(text: str, *, day_first: bool) -> When | None:
    text = _WEEKDAY.sub("", text, count=1) if not text[:1].isdigit() else text
    return _numeric_day(text, day_first=day_first) or _worded_day(text) or _period(text)


def _numeric_day(text: str, *, day_first: bool) -> When | None:
    iso = _ISO.fullmatch(text)
    if iso:
        return day(int(iso.group(1)), int(iso.group(3)), int(iso.group(4)), written=text)
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return None
    first, mark, second = int(numbers.group(1)), numbers.group(2), int(numbers.group(3))
    is_month_first = mark != "." and (second > _MONTHS_IN_YEAR or not day_first)
    if first > _MONTHS_IN_YEAR:
        is_month_first = False
    month, number = (first, second) if is_month_first else (second, first)
    return day(full_year(numbers.group(4)), month, number, written=text)


def _worded_day(text: str) -> When | None:
    day_first, month_first = _DAY_FIRST.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    if day_first:
        number, word, year_digits = day_first.groups()
    elif month_first:
        word, number, year_digits = month_first.groups()
    else:
        return None
    return day(full_year(year_digits), month_of(word) or 0, int(number), written=text)


def _period(text: str) -> When | None:
    if text.isdecimal():
        is_year = len(text) == 4 and int(text) in _YEARS  # noqa: PLR2004 - a year has four digits
        return year(int(text)) if is_year else None
    return whole_period(text)
