"""What comes first, how sure is that, and what would turn it?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.acceptability import Acceptability, acceptability, confidence
from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import as_weights
from northing.foundations.methods.weighing import admissible, smallest_flip
from northing.foundations.methods.weighing import between as drawn_between
from northing.stages.decide.priorities.facts import (
    Criterion,
    Matrix,
    Option,
    Placed,
    Ranking,
    Turned,
    Vetoed,
)
from northing.stages.decide.priorities.intake.asked import Asked
from northing.stages.decide.priorities.rules.checking import cross_checks
from northing.stages.decide.priorities.rules.drawing import middles, stands
from northing.stages.decide.priorities.rules.mapping import matrix_of
from northing.stages.decide.priorities.rules.ordering import order_of, pairwise, ranks_of, tied
from northing.stages.decide.priorities.rules.valuing import parts_of, value_of, worth

DRAWS = 10_000
Bounds = tuple[Sequence[float], Sequence[float]]


def ranked(asked: Asked, *, seed: int, between: Bounds | None = None) -> Ranking | None:
    """The order a file asks for; None where it names nothing to compare by."""
    if not asked.criteria:
        return None
    return rank(
        asked.options, asked.criteria, seed=seed, keep_order=asked.keep_order, between=between
    )


def mapped(asked: Asked, *, seed: int) -> Matrix | None:
    """The matrix a file asks for; None where it asks for none."""
    if asked.matrix is None:
        return None
    return matrix_of(
        asked.projects,
        asked.weights,
        return_cut=asked.matrix.return_cut,
        advancement_cut=asked.matrix.advancement_cut,
        seed=seed,
    )


def rank(
    options: Sequence[Option],
    criteria: Sequence[Criterion],
    *,
    seed: int,
    draws: int = DRAWS,
    keep_order: bool = False,
    between: Bounds | None = None,
) -> Ranking:
    """The order of options by added value, and what happens to it under other weights.

    `keep_order` draws only weights that keep the order of importance people gave; else all
    weights are admissible, from counting one thing alone to counting all alike. `between` are the
    lowest and the highest weight that several people gave each criterion: then only weights
    within these are admissible, and the order is doubted as far as people differ about them.

    Raises
    ------
    ValueError
        Nothing to rank, nothing to rank by, or criteria that all weigh nothing.

    """
    if not options or not criteria:
        raise ValueError("an order needs options, and something to compare them by")
    vetoed = tuple(_vetoed(options, criteria))
    left = [one for one in options if one.id not in {out.option.id for out in vetoed}]
    weights, other = _weights(criteria, keep_order=keep_order, between=between, how=(draws, seed))
    if not left:
        return Ranking(tuple(criteria), tuple(weights.tolist()), (), vetoed, None, (), draws, seed)
    drawn = stands(left, criteria, draws=draws, seed=seed)
    counted = weights if between is None else other
    placed = _placed(left, criteria, drawn, counted, acceptability(drawn, other))
    central, values = middles(left, criteria), worth(drawn, counted).mean(axis=0)
    return Ranking(
        criteria=tuple(criteria),
        weights=tuple(weights.tolist()),
        placed=placed,
        vetoed=vetoed,
        turned=_turned(placed, left, drawn.mean(axis=0), weights),
        checks=cross_checks(central, weights, values.tolist(), [one.id for one in left]),
        draws=draws,
        seed=seed,
    )


def _weights(
    criteria: Sequence[Criterion],
    *,
    keep_order: bool,
    between: Bounds | None,
    how: tuple[int, int],
) -> tuple[Floats, Floats]:
    """The weights that count, and all that are admissible beside them, draw by draw."""
    draws, seed = how
    if between is not None:
        drawn = drawn_between(*between, draws=draws, seed=seed)
        return drawn.mean(axis=0), drawn
    weights = as_weights([one.swing for one in criteria], len(criteria))
    order = _importance(weights) if keep_order else None
    return weights, admissible(len(criteria), draws=draws, seed=seed, order=order)


def _vetoed(options: Sequence[Option], criteria: Sequence[Criterion]) -> list[Vetoed]:
    return [
        Vetoed(option, broken[0])
        for option in options
        if (broken := [one.id for one in criteria if not one.keeps(option.figures.get(one.id))])
    ]


def _importance(weights: Floats) -> list[int]:
    """Ranks of criteria by what they weigh; what weighs the same has the same rank."""
    falling = sorted(set(np.round(weights, 12).tolist()), reverse=True)
    return [1 + falling.index(round(float(one), 12)) for one in weights]


def _placed(
    options: Sequence[Option],
    criteria: Sequence[Criterion],
    drawn: Floats,
    weights: Floats,
    under_others: Acceptability,
) -> tuple[Placed, ...]:
    values = worth(drawn, weights)
    winning = pairwise(values)
    ties, ids = tied(winning), [one.id for one in options]
    order = order_of(values.mean(axis=0).tolist(), ids)
    ranks, central = ranks_of(order, ties), _for_whom(under_others)
    return tuple(
        Placed(
            option=options[at],
            rank=ranks[at],
            value=value_of(options[at], criteria, drawn[:, at], weights),
            parts=parts_of(options[at], criteria, drawn[:, at], weights),
            leads=under_others.leads(at),
            ranks=tuple(under_others.ranks[at].tolist()),
            central=central[at],
            confidence=_confidence(at, drawn, central[at]),
            tied_with=tuple(ids[other] for other in order if other in ties[at]),
        )
        for at in order
    )


def _for_whom(found: Acceptability) -> list[tuple[float, ...] | None]:
    """The weights of somebody for whom each is best; nobody has such where it never leads."""
    return [None if np.isnan(row).any() else tuple(row.tolist()) for row in found.central]


def _confidence(at: int, drawn: Floats, central: tuple[float, ...] | None) -> float | None:
    return None if central is None else confidence(at, drawn, central)


def _turned(
    placed: Sequence[Placed], options: Sequence[Option], stands: Floats, weights: Floats
) -> Turned | None:
    if len(placed) == 1:
        return None
    at = {one.id: place for place, one in enumerate(options)}
    first, second = placed[0].option.id, placed[1].option.id
    flip = smallest_flip(stands[at[first]], stands[at[second]], weights)
    return Turned(first, second, flip.moved, flip.weights) if flip else None
