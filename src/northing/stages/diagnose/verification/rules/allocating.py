"""How many pairs of which stratum are people asked about?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from northing.stages.diagnose.verification.facts import Standing

FEWEST = 3
"""A stratum of fewer checked pairs carries no figure of its own, unless it was checked whole."""
FEWEST_UNLINKED = 5
"""The same for pairs without link, where surprises are rare and weigh much."""

EXPECTED = {
    Standing.TAGGED: 0.95,
    Standing.LINKED: 0.7,
    Standing.PLAUSIBLE: 0.35,
    Standing.NO_LINK: 0.03,
}
"""How often a person will find that a pair bears on its commitment: a plan, never a result."""


_LEAST_PULL = 1e-9


@dataclass(frozen=True, slots=True)
class Share:
    """One stratum as the plan sees it.

    How many pairs, its part of its account, the fewest it needs, and what rests on it.
    """

    size: int
    part: float
    standing: Standing
    fewest: int
    risk: float = 1.0

    @property
    def pull(self) -> float:
        """Neyman: the part times the spread expected in it; risk doubles what much rests on."""
        expected = EXPECTED[self.standing]
        return self.part * self.risk * math.sqrt(expected * (1 - expected))


def allocated(strata: Sequence[Share], wanted: int) -> tuple[int, ...]:
    """The floor of each, then by pull; the riskiest first where not even the floors can be paid."""
    given = [0] * len(strata)
    order = sorted(range(len(strata)), key=lambda at: (-strata[at].risk, -strata[at].pull, at))
    left = wanted
    for level in range(1, max((one.fewest for one in strata), default=0) + 1):
        for at in order:
            if left and given[at] < min(level, strata[at].fewest):
                given[at] += 1
                left -= 1
    queue = [(0.5 + given[at], at) for at in range(len(strata))]
    queue = [(number / max(strata[at].pull, _LEAST_PULL), at) for number, at in queue]
    heapify(queue)
    while left and queue:
        _, at = heappop(queue)
        if given[at] < strata[at].size:
            given[at] += 1
            left -= 1
            heappush(queue, ((given[at] + 0.5) / max(strata[at].pull, _LEAST_PULL), at))
    return tuple(given)
