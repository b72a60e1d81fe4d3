"""How is a number, a sum of money or a day written for a reader?

In English and German; `language` is a BCP 47 tag and falls back to English. A missing number is a
word ("unknown"), never a zero. Units hang on by a no-break space, so no line ends between them.
What is written remembers its figures (`Spelt`), so that another language can write them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial, wraps
from typing import Any, ParamSpec

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
P = ParamSpec("P")


class Spelt(str):
    """A text in English that each language writes in a way of its own.

    `again` writes it in the language whose `code` it is given; `of` is the sentence within it, if
    it is made of one, and `n` what it counts, for the words around it that follow a number.
    """

    again: Callable[[Any], str]
    of: str
    n: int | None

    def __new__(
        cls, english: str, again: Callable[[Any], str] = str, *, of: str = "", n: int | None = None
    ) -> Spelt:
        made = super().__new__(cls, english)
        made.again, made.of, made.n = again, of, n
        return made


def _remembered(write: Callable[P, str]) -> Callable[P, str]:
    """The same text, which can be written again in another language."""

    @wraps(write)
    def spelt(*figures: P.args, **how: P.kwargs) -> str:
        first = figures[0] if figures else None
        n = first if isinstance(first, int) else None
        return Spelt(write(*figures, **how), partial(_again, spelt, figures, how), n=n)

    return spelt


def _again(
    write: Callable[..., str], figures: tuple[Any, ...], how: dict[str, Any], tongue: Any
) -> str:
    return write(*figures, **how | {"language": tongue.code})


@dataclass(frozen=True, slots=True)
class Habits:
    """How one language writes numbers."""

    decimal: str
    thousands: str
    months: tuple[str, ...]
    unknown: str
    interval: str
    point: str
    points: str
    both: str = "{first} and {second}"
    money: str = f"{{currency}}{NO_BREAK_SPACE}{{amount}}"
    day: str = f"{{day}}{NO_BREAK_SPACE}{{month}}{NO_BREAK_SPACE}{{year}}"


ENGLISH = Habits(
    decimal=".",
    thousands=",",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    unknown="unknown",
    interval="between {low} and {high}",
    point="point",
    points="points",
)
GERMAN = Habits(
    decimal=",",
    thousands=".",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    unknown="unbekannt",
    interval="zwischen {low} und {high}",
    point="Punkt",
    points="Punkte",
    both="{first} und {second}",
    money=f"{{amount}}{NO_BREAK_SPACE}{{currency}}",
    day=f"{{day}}.{NO_BREAK_SPACE}{{month}}{NO_BREAK_SPACE}{{year}}",
)
HABITS = {"en": ENGLISH, "de": GERMAN}


def habits_of(language: str) -> Habits:
    """The habits of a language, by the first part of its tag; English where none are known."""
    return HABITS.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)


@_remembered
def number(value: float | Decimal | None, *, decimals: int = 0, language: str = "en") -> str:
    """`9955000` -> "9,955,000"; a true minus sign; "unknown" for None and for what is no number."""
    habits = habits_of(language)
    if value is None or not (exact := Decimal(str(value))).is_finite():
        return habits.unknown
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    digits = f"{abs(rounded):,f}".translate({44: habits.thousands, 46: habits.decimal})
    return f"{MINUS}{digits}" if rounded < 0 else digits


@_remembered
def percent(share: float | None, *, decimals: int = 1, language: str = "en") -> str:
    """`0.1234` -> "12.3 %"."""
    if share is None:
        return habits_of(language).unknown
    hundredfold = Decimal(str(share)) * 100
    written = number(hundredfold, decimals=decimals, language=language)
    return f"{written}{NARROW_SPACE}%" if hundredfold.is_finite() else written


@_remembered
def points(
    difference: float | None, *, decimals: int = 1, language: str = "en", signed: bool = True
) -> str:
    """A difference of two shares in percentage points: `-0.033` -> "−3.3 points".

    What is called larger or smaller in words is not `signed`: it has no plus.
    """
    habits = habits_of(language)
    if difference is None:
        return habits.unknown
    hundredfold = Decimal(str(difference)) * 100
    written = number(hundredfold, decimals=decimals, language=language)
    if not hundredfold.is_finite():
        return written
    plus = "+" if signed and round(hundredfold, decimals) > 0 else ""
    is_one = abs(round(hundredfold, decimals)) == 1
    return f"{plus}{written}{NO_BREAK_SPACE}{habits.point if is_one else habits.points}"


@_remembered
def money(amount: Decimal | int | None, currency: str, *, language: str = "en") -> str:
    """`Decimal(9955000)`, "USD" -> "USD 9,955,000"; cents only where there are any."""
    if amount is None:
        return habits_of(language).unknown
    decimals = 0 if amount == int(amount) else 2
    written = number(amount, decimals=decimals, language=language)
    return habits_of(language).money.format(currency=currency, amount=written)


@_remembered
def interval(
    low: float | None, high: float | None, *, decimals: int = 1, language: str = "en"
) -> str:
    """Two shares as a phrase: "between 4.1 % and 20.0 %"; "unknown" if an end is missing."""
    habits = habits_of(language)
    if low is None or high is None:
        return habits.unknown
    return habits.interval.format(
        low=percent(low, decimals=decimals, language=language),
        high=percent(high, decimals=decimals, language=language),
    )


@_remembered
def day(when: date | None, *, language: str = "en") -> str:
    """`2024-03-01` -> "1 March 2024"."""
    habits = habits_of(language)
    if when is None:
        return habits.unknown
    return habits.day.format(day=when.day, month=habits.months[when.month - 1], year=when.year)
