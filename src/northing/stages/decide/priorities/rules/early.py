"""Which few could be seen by everybody soon, without crowding out what goes deeper?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.stages.decide.priorities.facts import Placed

MOST = 3
PART = 0.5


def early_wins(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Options that people meet daily, in their order: three at most, half of all at most.

    That something is visible adds nothing to its value here; it is a list beside the order. Who
    wants visibility to count makes it a criterion, with its weight in sight.
    """
    seen = [one for one in placed if one.option.reaches_daily]
    return tuple(seen[: min(MOST, int(len(placed) * PART))])
