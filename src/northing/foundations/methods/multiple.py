"""Which of many tests still count when chance had so many tries?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """The verdict on a family of tests, in the order they were given.

    `adjusted` p-values are compared with the q that was asked for; `tests` is how many there
    were, and is printed with whatever is said of any of them.
    """

    adjusted: tuple[float, ...]
    rejected: tuple[bool, ...]
    tests: int
    method: str


def bh(p_values: Sequence[float], q: float = 0.05) -> Family:
    """Benjamini–Hochberg: of what is rejected, at most the part q is expected to be chance.

    Parameters
    ----------
    p_values : sequence of float
        Of independent or positively dependent tests, each between 0 and 1.
    q : float
        False discovery rate between 0 and 1.

    Returns
    -------
    Family

    Raises
    ------
    ValueError
        A p-value or q leaves its range.

    References
    ----------
    Benjamini & Hochberg 1995, JRSS B 57(1).

    """
    _check(p_values, q)
    tests = len(p_values)
    order = sorted(range(tests), key=lambda place: (p_values[place], place))
    adjusted, least = [1.0] * tests, 1.0
    for rank in range(tests, 0, -1):
        place = order[rank - 1]
        least = min(least, p_values[place] * tests / rank)
        adjusted[place] = least
    return _family(adjusted, q, f"Benjamini–Hochberg, q = {q:g}")


def bonferroni(p_values: Sequence[float], q: float = 0.05) -> Family:
    """Bonferroni: that anything at all is rejected by chance has probability q at most.

    Parameters
    ----------
    p_values : sequence of float
        Of any tests, each between 0 and 1.
    q : float
        Family-wise error rate between 0 and 1.

    Returns
    -------
    Family

    Raises
    ------
    ValueError
        A p-value or q leaves its range.

    """
    _check(p_values, q)
    adjusted = [min(1.0, one * len(p_values)) for one in p_values]
    return _family(adjusted, q, f"Bonferroni, level {q:g}")


def _family(adjusted: Sequence[float], q: float, method: str) -> Family:
    rejected = tuple(one <= q for one in adjusted)
    return Family(tuple(adjusted), rejected, len(adjusted), method)


def _check(p_values: Sequence[float], q: float) -> None:
    if not 0 < q < 1:
        raise ValueError(f"q lies between 0 and 1, not at {q}")
    if not all(0 <= one <= 1 and math.isfinite(one) for one in p_values):
        raise ValueError("a p-value lies between 0 and 1")
