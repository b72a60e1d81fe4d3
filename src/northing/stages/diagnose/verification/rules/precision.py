"""How precise would the figures be after so many answers?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from northing.stages.diagnose.verification.rules.planning import Planned, planned
from northing.stages.diagnose.verification.rules.population import Population

FINEST, COARSEST = 0.01, 0.5
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Precision:
    """After `size` answers each channel's share would be known to about ± `half_width`.

    `half_width` is `None` where even a very wide interval takes more answers than these.
    """

    size: int
    half_width: float | None
    channels: tuple[Planned, ...]


def precisions(population: Population, sizes: Iterable[int]) -> Iterator[Precision]:
    """One for each size: a plan from how right links usually are, not a promise."""
    for size in sizes:
        yield _precision(population, size)


def _precision(population: Population, size: int) -> Precision:
    """The narrowest width that so many answers pay for, in every channel alike."""
    widest = tuple(planned(population, half_width=COARSEST))
    if not widest or _needed(widest) > size:
        return Precision(size, None, widest)
    low, high, found = FINEST, COARSEST, widest
    for _ in range(_STEPS):
        middle = (low + high) / 2
        tried = tuple(planned(population, half_width=middle))
        if _needed(tried) <= size:
            high, found = middle, tried
        else:
            low = middle
    return Precision(size, round(high, 3), found)


def _needed(channels: Iterable[Planned]) -> int:
    return sum(one.labels for one in channels)
