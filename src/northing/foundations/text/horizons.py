"""By which day does a sentence say that something will be so?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from northing.foundations.text.words import base_language

_LAST_MONTH = 12
_MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last day the sentence allows itself, and the words that say so."""

    on: date
    words: str


def horizon_in(sentence: str, *, said_on: date | None, language: str = "en") -> Horizon | None:
    """The earliest date by which the sentence claims something; `None` where it names none.

    Reads "by 2024", "until the end of 2024", "by March 2024", "by Q2 2024", and, where the day of
    the sentence is known, "within two years", "in the next three years", "by next year". A day
    before the sentence was said is no horizon. English and German.
    """
    spoken = base_language(language)
    spoken = spoken if spoken in _BY else "en"
    found: list[Horizon | None] = [_named(match) for match in _BY[spoken].finditer(sentence)]
    if said_on is not None:
        found += [_from(match, said_on) for match in _WITHIN[spoken].finditer(sentence)]
        found += [
            Horizon(date(said_on.year + 1, 12, 31), match.group(0))
            for match in _NEXT_YEAR[spoken].finditer(sentence)
        ]
    later = [one for one in found if one and (said_on is None or one.on >= said_on)]
    return min(later, key=lambda one: one.on, default=None)


def _named(match: re.Match[str]) -> Horizon:
    year = int(match["year"])
    if match["quarter"]:
        return Horizon(_end_of(year, int(match["quarter"]) * _MONTHS_IN_QUARTER), match.group(0))
    if match["month"]:
        return Horizon(_end_of(year, _MONTHS[match["month"][:3].casefold()]), match.group(0))
    return Horizon(_end_of(year, _LAST_MONTH), match.group(0))


def _from(match: re.Match[str], said_on: date) -> Horizon | None:
    written = match["number"].casefold()
    number = int(written) if written.isdigit() else _NUMBERS.get(written)
    if number is None:
        return None
    months = number if match["span"].casefold().startswith(("mon",)) else number * _LAST_MONTH
    later = said_on.year * _LAST_MONTH + said_on.month - 1 + months
    year, month = divmod(later, _LAST_MONTH)
    return Horizon(_end_of(year, month + 1), match.group(0)) if year <= _LATEST else None


def _end_of(year: int, month: int) -> date:
    is_last = month == _LAST_MONTH
    return date(year + is_last, 1 if is_last else month + 1, 1) - timedelta(days=1)


_LATEST = 2300
_NUMBERS = {
    word: number
    for number, of in enumerate(
        (
            ("one", "a", "einem", "ein", "einen"), ("two", "zwei"), ("three", "drei"),
            ("four", "vier"), ("five", "fünf"), ("six", "sechs"), ("seven", "sieben"),
            ("eight", "acht"), ("nine", "neun"), ("ten", "zehn"), ("eleven", "elf"),
            ("twelve", "zwölf"),
        ),
        start=1,
    )
    for word in of
}  # fmt: skip
_MONTHS = {
    name: number
    for number, of in enumerate(
        (
            ("jan", "jän"), ("feb",), ("mar", "mär"), ("apr",), ("may", "mai"), ("jun",), ("jul",),
            ("aug",), ("sep",), ("oct", "okt"), ("nov",), ("dec", "dez"),
        ),
        start=1,
    )
    for name in of
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan|jän|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?\s+"
)
_WHEN = rf"(?:{_MONTH}|Q(?P<quarter>[1-4])\s+)?(?P<year>(?:19|20|21)\d\d)(?![\d%€$-]|[.,]\d)"
_BY = {
    "en": re.compile(
        rf"\b(?:by|until|till|before|no\s+later\s+than|through)\s+"
        rf"(?:the\s+)?(?:(?:end|close|start|beginning|summer|autumn|spring|winter)\s+(?:of\s+)?)?"
        rf"(?:the\s+)?(?:year\s+|fiscal\s+year\s+|FY\s?)?{_WHEN}",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"\b(?:bis|vor|spätestens)\s+(?:zum\s+|spätestens\s+|ende\s+|anfang\s+|mitte\s+|jahresende\s+|"
        rf"einschließlich\s+|im\s+|in\s+)*(?:des\s+jahres\s+|jahr\s+)?{_WHEN}",
        re.IGNORECASE,
    ),
}
_WITHIN = {
    "en": re.compile(
        r"\b(?:within|(?:within|in|over|during)\s+the\s+(?:next|coming|following))\s+"
        r"(?P<number>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
        r"(?P<span>years?|months?)\b(?!\s+(?:ago|old|of|after))",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:(?:innerhalb|binnen)(?:\s+von)?|(?:innerhalb|binnen|in)\s+de[rn]\s+"
        r"(?:nächsten|kommenden))\s+"
        r"(?P<number>\d{1,2}|einem|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s+"
        r"(?P<span>Jahre?[ns]?|Monate?[ns]?)\b(?!\s+(?:alt|nach|ab))",
        re.IGNORECASE,
    ),
}
_NEXT_YEAR = {
    "en": re.compile(r"\b(?:by|before)\s+(?:the\s+end\s+of\s+)?next\s+year\b", re.IGNORECASE),
    "de": re.compile(r"\bbis\s+(?:ende\s+)?(?:des\s+)?nächsten?\s+Jahre?s?\b", re.IGNORECASE),
}
