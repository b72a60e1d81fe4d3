"""Which month, quarter, half, year or fiscal year does a header or a sentence name?"""

from __future__ import annotations

import re
from collections.abc import Callable

from northing.foundations.sources.month_names import MONTH_PATTERN, month_of
from northing.foundations.sources.when import (
    When,
    fiscal_year,
    full_year,
    months,
    spanning_fiscal_year,
    year,
)

_YEAR = r"(?:1[5-9]|2[0-2])\d\d"
_BEFORE = r"(?<![^\W_])(?<![\d.,$€£][.,/–-])(?<![$€£./-])"
_AFTER = r"(?![^\W_])(?![.,/–-]\d)(?!\s?[%€])"
_FISCAL = r"(?:FY|GJ|fiscal\s+year|Geschäftsjahr|Haushaltsjahr)[\s_'-]*"

_Forms = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], When | None]], ...]


def period_in(name: str) -> When | None:
    """The first period named inside a text, the most exact form winning; None if there is none.

    Reads FY2024, FY19-20, 2019/20, Q3 2025, 2025h1, March 2024, 2024-03, a bare year, headers such
    as `fy2024_request` and `pct2024`. Day dates and ranges of several years name no single period.
    2011-12 is December, 2011/12 the fiscal year.
    """
    text = name[:5000]
    for pattern, period in _FORMS:
        for found in pattern.finditer(text):
            when = period(found)
            if when is not None:
                return when
    glued = _GLUED_YEAR.fullmatch(text)
    return _calendar_year(glued) if glued else None


def whole_period(text: str) -> When | None:
    """The period this text names when it says nothing else."""
    for pattern, period in _FORMS:
        found = pattern.fullmatch(text)
        when = period(found) if found else None
        if when is not None:
            return when
    return None


def _spanning(found: re.Match[str]) -> When | None:
    first, second = found.group(1), found.group(2)
    start = full_year(first)
    is_next = (start + 1) % 10 ** len(second) == int(second)
    return spanning_fiscal_year(start) if is_next else None


def _single(found: re.Match[str]) -> When:
    return fiscal_year(full_year(found.group(1)))


def _part(found: re.Match[str]) -> When:
    groups = found.groupdict()
    letter, number, length = ("Q", groups["q"], 3) if groups["q"] else ("H", groups["h"], 6)
    last = int(number) * length
    return months(int(groups["y"]), last - length + 1, last, written=f"{letter}{number}")


def _named_month(found: re.Match[str]) -> When | None:
    month = month_of(found.group(1))
    return months(full_year(found.group(2)), month, month, written="") if month else None


def _numbered_month(found: re.Match[str]) -> When | None:
    month = int(found.group(2))
    return months(int(found.group(1)), month, month, written="")


def _calendar_year(found: re.Match[str]) -> When:
    return year(int(found.group(1)))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE)


_QUARTER_OR_HALF = r"(?:Q(?P<q>[1-4])|H(?P<h>[12]))"
_FORMS: _Forms = (
    (_form(_FISCAL + r"(\d{4}|\d\d)\s?[-–/_]\s?(\d{4}|\d\d)"), _spanning),
    (_form(_FISCAL + r"(\d{4}|\d\d)"), _single),
    (_form(rf"(?P<y>{_YEAR})[\s_-]*{_QUARTER_OR_HALF}"), _part),
    (_form(rf"{_QUARTER_OR_HALF}[\s_/-]*(?:of\s+)?(?P<y>{_YEAR})"), _part),
    (_form(rf"({MONTH_PATTERN})[\s_,/-]*({_YEAR})"), _named_month),
    (_form(rf"({MONTH_PATTERN})[-_/']'?(\d\d)"), _named_month),
    (_form(rf"({_YEAR})[-_](0[1-9]|1[0-2])"), _numbered_month),
    (_form(rf"({_YEAR})\s?[-–/]\s?(\d\d|{_YEAR})"), _spanning),
    (_form(rf"({_YEAR})/(0[1-9]|1[0-2])"), _numbered_month),
    (_form(rf"({_YEAR})"), _calendar_year),
)
_GLUED_YEAR = re.compile(rf"[A-Za-z_]*[a-z]({_YEAR})")
