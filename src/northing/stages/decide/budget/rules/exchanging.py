"""How much of one wish has to be given up for more of the other?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from northing.foundations.methods.estimate import Unknown
from northing.foundations.methods.optimum import best_in_turn, maximise
from northing.stages.decide.budget.facts import Conflict, Exchange, Limits, Line, Proposal
from northing.stages.decide.budget.rules.programme import Model, model_of, with_gain
from northing.stages.decide.budget.rules.proposing import proposal_of, propose

MOST = 12


def exchanges(
    lines: Sequence[Line], limits: Limits, *, most: int = MOST
) -> tuple[Exchange, ...] | Conflict:
    """Budgets of which none does more for the mission without bringing back less money.

    Augmented ε-constraint: the return is held at rising levels and the impact made as large as
    it can be at each; what remains of the return is then made as large as it can be as well, so
    that no budget that another one beats is listed. All such budgets where there are no more
    than `most`, else as many spread over the range of the return.

    References
    ----------
    Mavrotas 2009, Applied Mathematics and Computation 213(2).

    """
    best = propose(lines, limits, priced=False)
    if isinstance(best, Conflict):
        return best
    model = model_of(lines, limits, [line.impact.middle for line in lines])
    returned = model.gain([float(line.returned) for line in lines])
    richest = maximise(replace(model.programme, gain=returned))
    if richest is None:
        return ()
    found: dict[tuple[int, float], Exchange] = {}
    floor, step = -math.inf, 0.0
    while len(found) < most:
        one = _at_least(model, returned, floor, limits)
        if one is None:
            break
        found[(one.returned, round(one.impact, 9))] = one
        if not step:
            step = max(1.0, (richest.value - one.returned) / (most - 1) if _is_long(lines) else 1.0)
        floor = max(floor, one.returned) + step
        if floor > richest.value + 0.5:
            break
    return tuple(found[key] for key in sorted(found))


def _is_long(lines: Sequence[Line]) -> bool:
    """Whether there may be more budgets on the edge than anybody wants to read."""
    return 2 ** len(lines) > MOST or any(line.divides for line in lines)


def _at_least(model: Model, returned: np.ndarray, floor: float, limits: Limits) -> Exchange | None:
    held = model.programme
    if math.isfinite(floor):
        held = held.with_limit(returned, floor, np.inf)
    found = best_in_turn(held, [returned])
    if found is None:
        return None
    proposal = proposal_of(with_gain(model, model.programme.gain), found.chosen, limits)
    if isinstance(proposal.impact, Unknown):
        return None
    return Exchange(proposal, proposal.impact.value, _returned(proposal))


def _returned(proposal: Proposal) -> int:
    return sum(math.floor(one.line.returned * one.amount / one.line.cost) for one in proposal.given)
