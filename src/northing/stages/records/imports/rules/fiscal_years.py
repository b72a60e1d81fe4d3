"""On which day does a period begin, when the organisation's year is not the calendar's?"""

from __future__ import annotations

from datetime import date

from northing.foundations.sources.when import When

_LATE = 7
"""A year that begins in July or later is named after the year in which it ends."""


def first_day(when: When, *, fiscal_year_starts: int | None) -> date:
    """The first day of `when`; for a fiscal year, the first of the month in which it starts.

    FY2024 starts on 1 October 2023 where the year starts in October, and on 1 April 2024 where it
    starts in April; FY19-20 starts in 2019 either way.
    """
    if fiscal_year_starts is None or when.precision != "fiscal_year":
        return when.start
    names_its_end = fiscal_year_starts >= _LATE and "-" not in when.label
    return date(when.start.year - names_its_end, fiscal_year_starts, 1)
