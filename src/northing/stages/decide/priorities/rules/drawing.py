"""Which values may a figure have that is only known within a range?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import swings
from northing.stages.decide.priorities.facts import Criterion, Option, Range


def drawn(
    figure: Range | None, whole: tuple[float, float], rng: np.random.Generator, draws: int
) -> Floats:
    """Values of one figure: a triangle over its range; evenly over all there is if not known.

    Parameters
    ----------
    figure : Range or None
    whole : (float, float)
        Everything the figure could be.
    rng : numpy Generator
        Seeded by whoever asks.
    draws : int

    Returns
    -------
    ndarray of shape (draws,)

    """
    if figure is None:
        return rng.uniform(*whole, size=draws)
    if figure.low == figure.high:
        return np.full(draws, figure.likely)
    return rng.triangular(figure.low, figure.likely, figure.high, size=draws)


def stands(
    options: Sequence[Option], criteria: Sequence[Criterion], *, draws: int, seed: int
) -> Floats:
    """How far up each criterion each option stands, draw by draw.

    Every option and criterion has a stream of its own, so that another option leaves the draws
    of these as they were.

    Returns
    -------
    ndarray of shape (draws, options, criteria), between 0 and 1

    """
    made = np.empty((draws, len(options), len(criteria)))
    for at, option in enumerate(options):
        for column, criterion in enumerate(criteria):
            rng = np.random.default_rng([seed, *option.id.encode(), 0, *criterion.id.encode()])
            figure = option.figures.get(criterion.id)
            made[:, at, column] = drawn(figure, criterion.ends, rng, draws)
    flat = made.reshape(-1, len(criteria))
    directions = [one.direction for one in criteria]
    return swings(flat, directions, [one.ends for one in criteria]).reshape(made.shape)


def middles(options: Sequence[Option], criteria: Sequence[Criterion]) -> Floats:
    """The same with every figure at its middle; what is not known at the middle of its range.

    Only for orders that another method makes as a check: no value is reported from it.
    """
    table = [
        [
            figure.middle if (figure := option.figures.get(one.id)) else sum(one.ends) / 2
            for one in criteria
        ]
        for option in options
    ]
    directions = [one.direction for one in criteria]
    return swings(table, directions, [one.ends for one in criteria])
