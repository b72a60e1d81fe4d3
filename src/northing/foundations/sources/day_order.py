"""In a column of dates such as 01/03/2024, does the day or the month come first?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from northing.foundations.sources.rows import Cell

_PAIR = re.compile(r"\s*(\d{1,2})\s?[-/]\s?(\d{1,2})\s?[-/]\s?\d{2,4}\b")
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class DayOrder:
    """The answer for a whole column, whether it is only assumed, and a sentence that says so."""

    day_first: bool
    is_ambiguous: bool
    sentence: str


def day_first_of(values: Iterable[Cell]) -> DayOrder:
    """The cells with a part above 12 decide; if there are none, or both kinds, it is assumed."""
    pairs = [_PAIR.match(value) for value in values if isinstance(value, str)]
    numbers = [(int(pair.group(1)), int(pair.group(2))) for pair in pairs if pair]
    day_first = sum(first > _MONTHS_IN_YEAR for first, _ in numbers)
    month_first = sum(second > _MONTHS_IN_YEAR for _, second in numbers)
    return DayOrder(
        day_first=day_first > 0 or month_first == 0,
        is_ambiguous=bool(numbers) and (day_first > 0) == (month_first > 0),
        sentence=_sentence(len(numbers), day_first, month_first),
    )


def _sentence(pairs: int, day_first: int, month_first: int) -> str:
    if day_first and month_first:
        return (
            f"In {day_first} dates the day comes first and in {month_first} the month:"
            " the rest are read with the day first."
        )
    if day_first or month_first:
        return "The day comes first." if day_first else "The month comes first."
    if not pairs:
        return "No date depends on it."
    return "No date tells whether day or month comes first; the day is taken to come first."
