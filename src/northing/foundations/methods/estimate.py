"""What does a number have to carry before anyone may read it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its company.

    `low` and `high` bound `value` at `level` (0.95 means 95 %; `None` where the bounds are not
    a matter of chance, as with worst-case bounds). Where no interval can be given, `low` and
    `high` are `None` and `no_interval` says why in one sentence. `n` is how many records (or
    mentions, documents) the figure rests on; `method` names the computation.
    """

    value: float
    low: float | None
    high: float | None
    level: float | None
    n: int
    method: str
    no_interval: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval has both ends or none")
        if self.low is None and not self.no_interval:
            raise ValueError("an estimate without an interval says why")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("the low end of an interval lies above its high end")


@dataclass(frozen=True, slots=True)
class Unknown:
    """An honest answer: the figure cannot be told, and why. Never a zero, never a midpoint."""

    reason: str


Measure = Estimate | Unknown


def exact(value: float, *, n: int, method: str) -> Estimate:
    """A figure that is a plain count or a declared number: its interval is the figure itself."""
    return Estimate(value, value, value, None, n, method)


def without_interval(value: float, *, n: int, method: str, why: str) -> Estimate:
    """A figure whose interval nobody can give, with the reason."""
    return Estimate(value, None, None, None, n, method, why)
