"""What would a filter have done to past decisions, and how stiff has it become?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.stages.decide.purpose_test.facts import (
    Appeal,
    Decision,
    Filter,
    Promise,
    Replayed,
    Result,
    Rigidity,
    Standing,
)
from northing.stages.decide.purpose_test.rules.filtering import catches
from northing.stages.decide.purpose_test.rules.testing import result_of

NO_DELAY = "no decision it would have caught has both its days"
BLOCKING = {Result.FAIL, Result.CANNOT_TELL}


def replayed(one: Filter, past: Sequence[Decision], promises: Sequence[Promise]) -> Replayed:
    """A filter tried on decisions already taken.

    Blocked is what it would have caught and the test would not have let through. A false block
    turned out well; a miss turned out badly and would have passed. Decisions without an outcome
    are listed, and count for neither share.
    """
    caught = [decision for decision in past if catches(one, decision)]
    blocked = {x.id for x in caught if result_of(x, promises).result in BLOCKING}
    good = [decision for decision in caught if decision.happened is True]
    bad = [decision for decision in past if decision.happened is False]
    false = [decision.id for decision in good if decision.id in blocked]
    missed = [decision.id for decision in bad if decision.id not in blocked]
    return Replayed(
        due=tuple(decision.id for decision in caught),
        blocked=tuple(decision.id for decision in caught if decision.id in blocked),
        false_blocks=tuple(false),
        misses=tuple(missed),
        not_told=tuple(decision.id for decision in caught if decision.happened is None),
        false_block_share=wilson(len(false), len(good)),
        miss_share=wilson(len(missed), len(bad)),
        delay_days=_delay(caught, one.days),
    )


def rigidity(standings: Mapping[str, Standing], appeals: Sequence[Appeal]) -> Rigidity:
    """Of all tests, how many stopped; of all that stopped, how many were gone round; of all
    appeals that somebody judged, how many were right.
    """
    stopped = {key for key, one in standings.items() if one.result in BLOCKING}
    went_round = sum(standings[key].overridden is not None for key in stopped)
    judged = [one for one in appeals if one.upheld is not None]
    return Rigidity(
        blocked=wilson(len(stopped), len(standings)),
        overridden=wilson(went_round, len(stopped)),
        upheld=wilson(sum(bool(one.upheld) for one in judged), len(judged)),
    )


def _delay(caught: Sequence[Decision], days: int) -> Measure:
    """How many days later it would have been decided if every signer took all the time there is.

    An upper end: who signs sooner delays less.
    """
    took = [
        (one.decided_on - one.drafted_on).days
        for one in caught
        if one.decided_on is not None and one.drafted_on is not None
    ]
    if not took:
        return Unknown(NO_DELAY)
    late = np.maximum(0, days - np.array(took))
    mean, n = float(late.mean()), len(took)
    method = "mean days beyond what it took, at most"
    if n == 1:
        return without_interval(mean, n=n, method=method, why="one decision alone")
    return Estimate(mean, 0.0, float(late.max()), None, n, f"{method}, worst-case bounds")
