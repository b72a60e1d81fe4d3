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


@dataclass(frozen=True, slots=True)
class DayPairs:
    """How many cells write a day and a month as numbers, and in how many one comes first for
    sure; a column that is read in parts adds those of its parts."""

    pairs: int = 0
    day_first: int = 0
    month_first: int = 0

    def __add__(self, other: DayPairs) -> DayPairs:
        return DayPairs(
            self.pairs + other.pairs,
            self.day_first + other.day_first,
            self.month_first + other.month_first,
        )

    @property
    def order(self) -> DayOrder:
        """The cells with a part above 12 decide; if there are none, or both, it is assumed."""
        return DayOrder(
            day_first=self.day_first > 0 or self.month_first == 0,
            is_ambiguous=self.pairs > 0 and (self.day_first > 0) == (self.month_first > 0),
            sentence=_sentence(self.pairs, self.day_first, self.month_first),
        )


def day_first_of(values: Iterable[Cell]) -> DayOrder:
    return day_pairs(values).order


def day_pairs(values: Iterable[Cell]) -> DayPairs:
    pairs = [_PAIR.match(value) for value in values if isinstance(value, str)]
    numbers = [(int(pair.group(1)), int(pair.group(2))) for pair in pairs if pair]
    return DayPairs(
        len(numbers),
        sum(first > _MONTHS_IN_YEAR for first, _ in numbers),
        sum(second > _MONTHS_IN_YEAR for _, second in numbers),
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
