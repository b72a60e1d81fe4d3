"""What part of the whole does each category hold?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SUM_TOLERANCE = 1e-9
MATRIX = 2


def shares(masses: Sequence[Decimal | float]) -> Floats | None:
    """Divide masses by their total.

    The sum is exact (rational arithmetic), so neither the order of the masses nor their unit
    changes a share.

    Parameters
    ----------
    masses : sequence of Decimal or float, shape (categories,)
        Masses in one unit of their own (currency, mentions, decisions).

    Returns
    -------
    ndarray of shape (categories,), or None
        Shares between 0 and 1 that add up to 1; None where the masses add up to nothing,
        because shares of nothing are unknown, not zero.

    Raises
    ------
    ValueError
        A mass is negative (net credits by category first) or not a finite number.

    """
    return _divide_by_total([_fraction(mass) for mass in masses])


def joint_shares(masses: Sequence[Sequence[Decimal | float]]) -> Floats | None:
    """Divide a table of masses by its grand total.

    Parameters
    ----------
    masses : sequence of sequences, shape (groups, categories)
        Masses in one unit of their own; every row of the same length.

    Returns
    -------
    ndarray of shape (groups, categories), or None
        Shares that add up to 1 over the whole table; None where the table holds nothing.

    Raises
    ------
    ValueError
        A mass is negative or not finite, or the rows differ in length.

    """
    if len({len(row) for row in masses}) > 1:
        raise ValueError("every row of a joint table has the same categories")
    flat = _divide_by_total([_fraction(mass) for row in masses for mass in row])
    return None if flat is None else flat.reshape(len(masses), -1)


def checked_shares(values: ArrayLike, *, name: str = "the shares") -> Floats:
    """Return the values as an array once they are seen to be shares of one whole.

    Parameters
    ----------
    values : array-like of any shape
        Numbers that should be at least 0 and add up to 1 within 1e-9.
    name : str
        How the refusal calls them.

    Returns
    -------
    ndarray
        The same numbers as float64, unchanged.

    Raises
    ------
    ValueError
        There are none, one is negative or not finite, or they do not add up to 1.

    """
    array = np.asarray(values, dtype=np.float64)
    if array.size == 0:
        raise ValueError(f"{name} hold no category")
    if not np.all(np.isfinite(array)):
        raise ValueError(f"{name} hold a value that is not a finite number")
    if np.any(array < 0):
        raise ValueError(f"{name} hold a negative value")
    total = math.fsum(array.ravel())
    if abs(total - 1) > SUM_TOLERANCE:
        raise ValueError(f"{name} add up to {total:.6g}, not to 1")
    return array


def checked_pair(p: ArrayLike, q: ArrayLike) -> tuple[Floats, Floats]:
    """Return two arrays of shares once both are seen to be shares over the same categories.

    Parameters
    ----------
    p, q : array-like, shape (categories,)
        Shares over the same categories in the same order.

    Returns
    -------
    tuple of two ndarrays, each of shape (categories,)

    Raises
    ------
    ValueError
        One of them is not a list of shares, or their lengths differ.

    """
    first = checked_shares(p, name="the first shares")
    second = checked_shares(q, name="the second shares")
    if first.ndim != 1 or second.ndim != 1:
        raise ValueError("shares to compare are lists, one number for each category")
    if first.shape != second.shape:
        raise ValueError(f"the first shares have {first.size} categories, the second {second.size}")
    return first, second


def _divide_by_total(masses: list[Fraction]) -> Floats | None:
    total = sum(masses, start=Fraction(0))
    if total == 0:
        return None
    return np.array([float(mass / total) for mass in masses], dtype=np.float64)


def _fraction(mass: Decimal | float) -> Fraction:
    if not math.isfinite(mass):
        raise ValueError(f"a mass of {mass} is not a finite number")
    if mass < 0:
        raise ValueError(f"a mass of {mass} is negative: net credits by category before sharing")
    return Fraction(mass) if isinstance(mass, Decimal) else Fraction(float(mass))
