"""Does every interval that is printed hold the truth as often as it says?

Each setting makes a world whose truth is known, draws from it 2,000 times, lets the program
print its interval and counts how often the truth lay inside. Nominal is 95 %; an interval is in
order at 93.5 % and more (within the error of the simulation, one-sided 95 %), or where the program
itself calls it approximate in the `method` it prints.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from northing.foundations.methods.estimate import Estimate, Measure, Unknown

NOMINAL, LEAST, ERROR = 0.95, 0.935, 1.645

Found = tuple[Measure, float]
Draws = Callable[[np.random.Generator, int], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Setting:
    """One method in one world; `draws` gives what was printed and the truth, run by run."""

    method: str
    name: str
    world: str
    draws: Draws
    is_peer: bool = False
    is_one_sided: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often the truth lay inside, of the runs that printed an interval."""

    setting: Setting
    coverage: float
    error: float
    width: float
    printed: float
    is_labelled: bool

    @property
    def holds(self) -> bool:
        return math.isnan(self.coverage) or self.coverage + ERROR * self.error >= LEAST

    @property
    def verdict(self) -> str:
        if self.setting.is_peer:
            return "peer, holds" if self.holds else "peer, fails"
        if math.isnan(self.coverage):
            return "prints none"
        if self.holds:
            return "approximate, holds" if self.is_labelled else "holds"
        return "labelled approximate" if self.is_labelled else "FAILS"

    @property
    def is_ok(self) -> bool:
        return self.setting.is_peer or self.holds or self.is_labelled


def measured(setting: Setting, *, repetitions: int, seed: int) -> Coverage:
    """The coverage of one setting; each has a stream of its own, whatever else is run."""
    name = f"{setting.method}.{setting.name}"
    rng = np.random.default_rng([seed, *name.encode()])
    inside, widths, labelled = [], [], True
    for found, truth in setting.draws(rng, repetitions):
        if isinstance(found, Unknown) or found.low is None or found.high is None:
            continue
        slack = 1e-9 * max(1.0, abs(truth))
        inside.append(found.low - slack <= truth <= found.high + slack)
        widths.append(found.high - (found.value if setting.is_one_sided else found.low))
        labelled &= "approximate" in found.method
    if not inside:
        return Coverage(setting, math.nan, math.nan, math.nan, 0.0, is_labelled=False)
    held = float(np.mean(inside))
    error = math.sqrt(max(held * (1 - held), 0.25 / len(inside)) / len(inside))
    return Coverage(
        setting, held, error, float(np.mean(widths)), len(inside) / repetitions, labelled
    )


def as_json(found: Iterable[Coverage]) -> dict[str, dict[str, dict[str, object]]]:
    tree: dict[str, dict[str, dict[str, object]]] = {}
    for one in found:
        leaf = {
            "coverage": _plain(one.coverage),
            "error": _plain(one.error),
            "width": _plain(one.width),
            "printed": round(one.printed, 4),
            "holds": one.holds,
            "labelled": one.is_labelled,
            "verdict": one.verdict,
            "ok": one.is_ok,
        }
        kind = "peer_" if one.setting.is_peer else ""
        tree.setdefault(kind + one.setting.method, {})[one.setting.name] = leaf
    return tree


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)


def remembered(interval: Callable[..., Measure]) -> Callable[..., Measure]:
    """The same counts come up again and again: compute each once."""
    return lru_cache(maxsize=None)(interval)


def interval(value: float, low: float, high: float, method: str) -> Estimate:
    """An interval of a peer, in the shape of ours."""
    return Estimate(value, min(low, value), max(high, value), NOMINAL, 1, method)
