"""How is everything drawn from one seed: wordings, days, sums and sizes?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

import numpy as np

from organisations.vocabulary import SLOTS

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


class Draw:
    """A generator with the few questions the families ask; the same seed gives the same answers."""

    def __init__(self, *seed: int, language: str = "en") -> None:
        self._rng = np.random.default_rng(seed)
        self._slots = SLOTS[language]

    def one(self, of: Sequence[T]) -> T:
        return of[int(self._rng.integers(len(of)))]

    def number(self, low: int, high: int) -> int:
        return int(self._rng.integers(low, high + 1))

    def chance(self, share: float) -> bool:
        return bool(self._rng.random() < share)

    def log_uniform(self, low: int, high: int) -> int:
        return round(float(np.exp(self._rng.uniform(np.log(low), np.log(high)))))

    def shuffled(self, of: Sequence[T]) -> list[T]:
        return [of[at] for at in self._rng.permutation(len(of))]

    def turns(self, of: Sequence[T], number: int) -> list[T]:
        """So many of them: each in turn, in a new order each round."""
        found: list[T] = []
        while len(found) < number:
            found += self.shuffled(of)
        return found[:number]

    def spread(self, number: int, low: date, high: date) -> list[date]:
        """So many days, evenly spread with some jitter: every period has its part."""
        step = (high - low).days / max(1, number)
        return [
            min(high, low + timedelta(days=int(step * (at + self.number(5, 95) / 100))))
            for at in range(number)
        ]

    def amount(self, low: float, high: float) -> Decimal:
        """Skewed as money is: many small sums, few large ones; whole tens."""
        value = float(np.exp(self._rng.uniform(np.log(low), np.log(high))))
        return Decimal(max(1, round(value / 10)) * 10) if value > 100 else Decimal(round(value))

    def day(self, low: date, high: date) -> date:
        return low + timedelta(days=self.number(0, max(0, (high - low).days)))

    def fill(self, template: str, slots: Mapping[str, Sequence[str]] | None = None) -> str:
        """`[a|b]` becomes one of the two, `{place}` one of the places."""
        known = {**self._slots, **(slots or {})}
        text, again = template, True
        while again:
            choice = _CHOICE.sub(lambda found: self.one(found.group(1).split("|")), text)
            filled = _SLOT.sub(lambda found: self._slot(found.group(1), known), choice)
            text, again = filled, filled != text
        return " ".join(text.split())

    def steady(self, low: float, high: float) -> tuple[float, float]:
        """The middle of a range of sums: what is paid for the same purpose year after year."""
        return low * (high / low) ** 0.3, low * (high / low) ** 0.7

    def _slot(self, name: str, known: Mapping[str, Sequence[str]]) -> str:
        if name == "n":
            return str(self.number(2, 48))
        if name == "ref":
            return f"{self.one('ABCDEFGHKLMNPRSTUVW')}{self.number(100, 9999)}"
        return self.one(known[name])
