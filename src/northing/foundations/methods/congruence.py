"""How well does what is rewarded point where it should, and what is the least change that helps?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]

_DIGITS = 9
_TOLERANCE = 1e-12


def congruence(
    goal: ArrayLike, reward: ArrayLike, against: ArrayLike | None = None
) -> float | None:
    """Cosine of the angle between a goal and what a scheme rewards: 1 where they point one way.

    Where one outcome is paid for and paid against, the two do not cancel out of sight: the
    difference gives the direction, but both lengthen the vector, so the figure can only fall.

    Parameters
    ----------
    goal : array_like, shape (k,)
        What is wanted of each of k outcomes, 0 or more; at least one above 0.
    reward : array_like, shape (k,)
        What the scheme pays for each of them; negative where it pays for the opposite.
    against : array_like, shape (k,), optional
        What it pays for the opposite of each, 0 or more, where `reward` holds only what is for it.

    Returns
    -------
    float between -1 and 1, or None
        None where nothing is rewarded: no direction, no angle. 1 minus it is the distortion.

    Raises
    ------
    ValueError
        The two differ in length, a figure is not finite, or nothing is wanted.

    References
    ----------
    Baker 2002, Journal of Human Resources 37(4).

    """
    wanted, paid = _vector(goal), _vector(reward)
    opposed = np.zeros_like(paid) if against is None else _vector(against)
    if not wanted.shape == paid.shape == opposed.shape:
        raise ValueError(f"{wanted.size} outcomes are wanted and {paid.size} are rewarded")
    length = math.hypot(*wanted)
    if not length:
        raise ValueError("a goal wants at least one outcome")
    paid_length = math.hypot(*paid, *opposed)
    if not paid_length:
        return None
    towards = math.fsum(wanted * (paid - opposed))
    return max(-1.0, min(1.0, towards / length / paid_length))


def congruence_bounds(
    goal: ArrayLike, rewards: Iterable[tuple[ArrayLike, ArrayLike]]
) -> tuple[float, float] | None:
    """Least and greatest congruence over every way in which (reward, against) may have to be read.

    Ways in which nothing is rewarded have no angle and are passed over; None where all are so.
    """
    found = [one for one in (congruence(goal, *reward) for reward in rewards) if one is not None]
    return (min(found), max(found)) if found else None


def least_change(weights: Sequence[float], effects: ArrayLike) -> Floats | None:
    """The nearest weights of the same sum under which no outcome is paid against on balance.

    Minimises the sum of squared changes; unique, since the set allowed is convex.

    Parameters
    ----------
    weights : sequence of float, length m
        What m measures weigh now, 0 or more.
    effects : array_like, shape (k, m)
        What one unit of weight on a measure pays for each of k outcomes; negative: against it.

    Returns
    -------
    array, shape (m,), or None
        None where no weights of that sum will do: every measure pays against some outcome.

    Raises
    ------
    ValueError
        A weight is negative, or the shapes do not fit.

    References
    ----------
    A quadratic programme, solved by sequential least squares (Kraft 1988).

    """
    now, by = _vector(weights), np.asarray(effects, dtype=float)
    if (now < 0).any():
        raise ValueError("a weight is 0 or more")
    if by.ndim != 2 or by.shape[1] != now.size:  # noqa: PLR2004 - outcomes by measures
        raise ValueError("the effects want one column for each weight")
    if (by @ now >= -_TOLERANCE).all():
        return now
    scale = now.sum()
    found = minimize(
        lambda new: float(((new - now / scale) ** 2).sum()),
        now / scale,
        jac=lambda new: 2 * (new - now / scale),
        bounds=[(0, 1)] * now.size,
        constraints=[
            {"type": "eq", "fun": lambda new: float(new.sum() - 1), "jac": np.ones_like},
            {"type": "ineq", "fun": lambda new: by @ new, "jac": lambda _: by},
        ],
        method="SLSQP",
        options={"ftol": _TOLERANCE, "maxiter": 1_000},
    )
    if not found.success or (by @ found.x < -1e-6).any():  # noqa: PLR2004 - solver's precision
        return None
    return np.asarray(np.round(np.clip(found.x, 0, 1) * scale, _DIGITS), dtype=np.float64)


def _vector(values: ArrayLike) -> Floats:
    found = np.asarray(values, dtype=np.float64)
    if found.ndim != 1 or not np.isfinite(found).all():
        raise ValueError("a row of finite figures is wanted")
    return found
