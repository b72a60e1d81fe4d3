"""How far do people agree about what counts, and does it matter where they do not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from northing.foundations.methods.value import additive, as_weights
from northing.stages.decide.priorities.facts import Criterion, Option
from northing.stages.decide.priorities.rules.drawing import middles

Swings = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest part of all weight that anybody gave one criterion."""

    criterion: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What several people's weights say together, with the range and without a mean.

    `apart` is how much weight would have to change hands for the two who differ most to agree,
    from 0 to 1; `firsts` how many people's own weights put each option first, with every figure
    at its middle. `outdated` counts those who gave theirs to other criteria.
    """

    people: int
    spans: tuple[Span, ...]
    apart: float
    firsts: Mapping[str, int]
    outdated: int = 0

    @property
    def bounds(self) -> tuple[list[float], list[float]]:
        return [one.low for one in self.spans], [one.high for one in self.spans]


def agreement_of(
    given: Sequence[Swings], criteria: Sequence[Criterion], options: Sequence[Option]
) -> Agreement | None:
    """None where nobody gave weights to these criteria; nobody's count for more than another's."""
    ids = [one.id for one in criteria]
    fitting = [one for one in given if set(one) == set(ids) and any(one.values())]
    if not fitting:
        return None
    shares = np.array([as_weights([one[key] for key in ids], len(ids)) for one in fitting])
    apart = [float(np.abs(a - b).sum()) / 2 for a, b in combinations(shares, 2)]
    return Agreement(
        people=len(fitting),
        spans=tuple(
            Span(key, float(column.min()), float(column.max()))
            for key, column in zip(ids, shares.T, strict=True)
        ),
        apart=max(apart, default=0.0),
        firsts=_firsts(shares, criteria, options),
        outdated=len(given) - len(fitting),
    )


def _firsts(
    shares: np.ndarray, criteria: Sequence[Criterion], options: Sequence[Option]
) -> dict[str, int]:
    """Whose own weights put which first; an option that keeps no limit comes nowhere."""
    left = [
        one for one in options if all(each.keeps(one.figures.get(each.id)) for each in criteria)
    ]
    if not left:
        return {}
    table = middles(left, criteria)
    values = [additive(table, row) for row in shares]
    found = Counter(left[int(np.argmax(np.round(row, 12)))].id for row in values)
    return {one.id: found[one.id] for one in left if found[one.id]}
