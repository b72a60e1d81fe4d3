"""Where does a project stand between what it returns and how far it moves the mission?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, exact
from northing.foundations.methods.pareto import front, front_probability
from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction
from northing.stages.decide.priorities.facts import (
    QUADRANTS,
    Ellipse,
    Matrix,
    Project,
    Quadrant,
    Range,
    Spot,
)
from northing.stages.decide.priorities.rules.drawing import drawn

HALF_OF_A_BELL = 1.3862943611198906
"""The quantile of χ² with two degrees of freedom that holds one half: 2 ln 2."""
UNDOES, FULFILS = -1.0, 1.0
NO_RETURN = "nobody said what it returns"
NO_ADVANCE = "nobody said how far it moves any commitment"
METHOD = "triangular draws"
UP: tuple[Direction, Direction] = ("more", "more")
ROOM = 1e-12


def matrix_of(
    projects: Sequence[Project],
    weights: Mapping[str, float],
    *,
    return_cut: float,
    advancement_cut: float,
    seed: int,
    draws: int = 4000,
) -> Matrix:
    """The matrix, the front first, then by how often a project was on it.

    `weights` has the weight of each commitment; advancement is Σ w_c · ΔP_c over all of them,
    between −1 and 1, and one that nobody answered for may be anything. The quadrants' lines are
    the user's own cut-offs, not ours. A project of which a side is not known stands nowhere and
    is listed last.

    Raises
    ------
    ValueError
        Two projects of one id, or commitments that all weigh nothing.

    """
    if len({one.id for one in projects}) < len(projects):
        raise ValueError("every project has an id of its own")
    total = sum(weights.values())
    if total <= 0:
        raise ValueError("at least one commitment has a weight")
    shares = {key: value / total for key, value in weights.items()}
    known = [one for one in projects if _is_known(one, shares)]
    clouds = {one.id: _cloud(one, shares, seed, draws) for one in known}
    cuts = return_cut, advancement_cut
    spots = _spots(known, shares, clouds, cuts)
    spots += [_nowhere(one, shares, seed, draws) for one in projects if one not in known]
    return Matrix(tuple(sorted(spots, key=_first)), *cuts, draws, seed)


def _is_known(one: Project, shares: Mapping[str, float]) -> bool:
    return one.returned is not None and any(key in one.advances for key in shares)


def _cloud(one: Project, shares: Mapping[str, float], seed: int, draws: int) -> Floats:
    """Draws of (return, advancement), of shape (draws, 2)."""
    rng = np.random.default_rng([seed, *one.id.encode()])
    returned = drawn(one.returned, (0.0, 0.0), rng, draws)
    return np.column_stack([returned, _advancement(one, shares, rng, draws)])


def _advancement(
    one: Project, shares: Mapping[str, float], rng: np.random.Generator, draws: int
) -> Floats:
    moved = np.zeros(draws)
    for key, share in shares.items():
        moved += share * drawn(one.advances.get(key), (UNDOES, FULFILS), rng, draws)
    return moved


def _spots(
    projects: Sequence[Project],
    shares: Mapping[str, float],
    clouds: Mapping[str, Floats],
    cuts: tuple[float, float],
) -> list[Spot]:
    if not projects:
        return []
    stacked = np.stack([clouds[one.id] for one in projects], axis=1)
    often = front_probability(stacked, UP)
    first = front(stacked.mean(axis=0), UP)
    return [
        Spot(
            project=one,
            returned=_measure(stacked[:, at, 0], one.returned, 1),
            advancement=_advanced(one, shares, stacked[:, at, 1]),
            front=float(often[at]),
            on_front=first[at],
            quadrants=_quadrants(stacked[:, at], cuts),
            ellipse=_ellipse(stacked[:, at]),
        )
        for at, one in enumerate(projects)
    ]


def _nowhere(one: Project, shares: Mapping[str, float], seed: int, draws: int) -> Spot:
    """What is known of a project that cannot be placed."""
    rng = np.random.default_rng([seed, *one.id.encode()])
    returned: Measure = Unknown(NO_RETURN)
    if one.returned is not None:
        returned = _measure(drawn(one.returned, (0.0, 0.0), rng, draws), one.returned, 1)
    return Spot(
        project=one,
        returned=returned,
        advancement=_advanced(one, shares, _advancement(one, shares, rng, draws)),
        front=None,
        on_front=False,
        quadrants=None,
        ellipse=None,
    )


def _advanced(one: Project, shares: Mapping[str, float], values: Floats) -> Measure:
    answered = [key for key in shares if key in one.advances]
    if not answered:
        return Unknown(NO_ADVANCE)
    if len(answered) == len(shares):
        return _measure(values, None, len(answered))
    low = sum(share * _low(one.advances.get(key)) for key, share in shares.items())
    high = sum(share * _high(one.advances.get(key)) for key, share in shares.items())
    method = "weighed by commitment, worst-case bounds"
    return Estimate(float(values.mean()), low, high, None, len(answered), method)


def _low(figure: Range | None) -> float:
    return UNDOES if figure is None else figure.low


def _high(figure: Range | None) -> float:
    return FULFILS if figure is None else figure.high


def _measure(values: Floats, figure: Range | None, n: int) -> Measure:
    mean = figure.middle if figure else float(values.mean())
    if float(np.ptp(values)) <= ROOM:
        return exact(mean, n=n, method="as stated")
    low, high = np.quantile(values, [0.025, 0.975]).tolist()
    return Estimate(mean, min(low, mean), max(high, mean), 0.95, n, METHOD)


def _quadrants(cloud: Floats, cuts: tuple[float, float]) -> dict[Quadrant, float]:
    pays, moves = cloud[:, 0] >= cuts[0], cloud[:, 1] >= cuts[1]
    parts = (pays & moves, pays & ~moves, ~pays & moves, ~pays & ~moves)
    return {name: float(part.mean()) for name, part in zip(QUADRANTS, parts, strict=True)}


def _ellipse(cloud: Floats) -> Ellipse:
    """Half-axes and the angle of the first one, in the units of the matrix."""
    values, vectors = np.linalg.eigh(np.cov(cloud.T))
    across, up = np.sqrt(np.maximum(values[::-1], 0) * HALF_OF_A_BELL).tolist()
    leading = vectors[:, -1]
    return Ellipse(across, up, float(np.arctan2(leading[1], leading[0])))


def _first(spot: Spot) -> tuple[bool, bool, float, str]:
    often = -1.0 if spot.front is None else spot.front
    return spot.front is None, not spot.on_front, -often, spot.project.id
