"""From which day to which day does a written time reach, and what is it called?"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "half", "year", "fiscal_year"]

_CENTURY_TURN = 70  # two digits: 69 is 2069, 70 is 1970


class UnreadableDate(ValueError):  # noqa: N818 - named for what it tells, as the style asks
    """A sentence on why this is no date."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days, both ends included, with the name of its unit.

    Names: 2024-03-01, 2024-03, 2025-Q3, 2025-H1, 2024, FY2024, FY19-20.
    """

    start: date
    end: date
    label: str
    precision: Precision

    @property
    def year_label(self) -> str:
        """The period a table of yearly numbers files it under: 2024, FY2024 or FY19-20."""
        return self.label if self.precision == "fiscal_year" else str(self.start.year)


def day(year: int, month: int, day_of_month: int, *, written: str) -> When:
    """One day; raises `UnreadableDate` for a day the calendar does not have."""
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        raise UnreadableDate(f"'{written}' is not a date: the calendar has no such day.") from None
    return When(found, found, found.isoformat(), "day")


def months(year: int, first: int, last: int, *, written: str) -> When:
    """One month, quarter or half, from its first to its last month."""
    names: dict[int, tuple[str, Precision]] = {
        1: (f"{first:02}", "month"),
        3: (f"Q{(first + 2) // 3}", "quarter"),
        6: (f"H{(first + 5) // 6}", "half"),
    }
    name, precision = names[last - first + 1]
    try:
        start, end = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except (ValueError, OverflowError):
        raise UnreadableDate(f"'{written}' is not a date: there is no such month.") from None
    return When(start, end, f"{year:04}-{name}", precision)


def year(number: int) -> When:
    """One calendar year."""
    return When(date(number, 1, 1), date(number, 12, 31), f"{number:04}", "year")


def fiscal_year(number: int) -> When:
    """A fiscal year named by one year. Without further knowledge its days are the calendar's."""
    return When(date(number, 1, 1), date(number, 12, 31), f"FY{number}", "fiscal_year")


def spanning_fiscal_year(first: int) -> When:
    """A fiscal year named by two years: 1 July to 30 June, unless the organisation says else."""
    label = f"FY{first % 100:02}-{(first + 1) % 100:02}"
    return When(date(first, 7, 1), date(first + 1, 6, 30), label, "fiscal_year")


def full_year(digits: str) -> int:
    """The year of four digits, or of two: 24 is 2024, 98 is 1998."""
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits are short for four
        return number
    return number + (2000 if number < _CENTURY_TURN else 1900)
