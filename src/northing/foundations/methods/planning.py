"""How many have to be checked, and of which stratum?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import scipy

LEAST_EXPECTED = 0.01
STEPS = 200


def neyman(
    sizes: Sequence[int], expected: Sequence[float], total: int, *, floor: int = 30
) -> tuple[int, ...]:
    """How many to check in each stratum so that the share of the whole is told best.

    In proportion to N_h √(p_h (1 − p_h)), but at least `floor` in each and never more than there
    are. An expected share below 1 % or above 99 % counts as that: where nobody expects anything
    is where surprise hides.

    Parameters
    ----------
    sizes : sequence of int
        N_h ≥ 0, how many each stratum holds.
    expected : sequence of float
        p_h, the share expected in each, between 0 and 1; from a pilot or an earlier period.
    total : int
        How many can be checked; what exceeds the population is not used.
    floor : int
        Fewest in each stratum; lowered evenly where `total` does not suffice.

    Returns
    -------
    tuple of int
        Adds up to `total`, or to the population where that is smaller.

    Raises
    ------
    ValueError
        The lengths differ, a size or the total is negative, or a share leaves 0 to 1.

    References
    ----------
    Neyman 1934, JRSS 97(4); Cochran 1977, Sampling Techniques, section 5.5.

    """
    _check(sizes, expected, total)
    wanted = min(total, sum(sizes))
    if wanted == 0:
        return (0,) * len(sizes)
    least = _floors(sizes, wanted, floor)
    pulls = [size * _spread(share) for size, share in zip(sizes, expected, strict=True)]
    low, high = 0.0, max(1 / _spread(share) for share in expected) + 1
    for _ in range(STEPS):
        middle = (low + high) / 2
        if math.fsum(_held(sizes, least, pulls, middle)) < wanted:
            low = middle
        else:
            high = middle
    return _whole(_held(sizes, least, pulls, high), sizes, wanted)


def labels_needed(
    sizes: Sequence[int],
    expected: Sequence[float],
    *,
    half_width: float,
    level: float = 0.95,
    floor: int = 30,
) -> int:
    """How many to check until half the interval is no wider than wished.

    For `stratified_share` over Clopper–Pearson limits and `neyman`, if what is found is what is
    expected: a plan, not a promise.

    Parameters
    ----------
    sizes, expected, floor
        As for `neyman`.
    half_width : float
        Half the width wished, as a share, greater than 0.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    int
        At most the whole population, of which everything is then known.

    Raises
    ------
    ValueError
        As for `neyman`, or the half width is not greater than 0, or the level leaves (0, 1).

    """
    if not half_width > 0:
        raise ValueError(f"half a width is greater than 0, not {half_width}")
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    _check(sizes, expected, 0)
    whole = sum(sizes)
    low, high = 0, min(whole, 16)
    while high < whole and _half(sizes, expected, high, level, floor) > half_width:
        low, high = high, min(whole, high * 2)
    while high - low > 1:
        middle = (low + high) // 2
        if _half(sizes, expected, middle, level, floor) > half_width:
            low = middle
        else:
            high = middle
    return high


def _check(sizes: Sequence[int], expected: Sequence[float], total: int) -> None:
    if len(sizes) != len(expected) or not sizes:
        raise ValueError("every stratum has a size and an expected share")
    if min(sizes) < 0 or total < 0:
        raise ValueError("a size is never negative")
    if not all(0 <= share <= 1 for share in expected):
        raise ValueError("an expected share lies between 0 and 1")


def _spread(share: float) -> float:
    held = min(max(share, LEAST_EXPECTED), 1 - LEAST_EXPECTED)
    return math.sqrt(held * (1 - held))


def _floors(sizes: Sequence[int], wanted: int, floor: int) -> list[int]:
    """The floor of each stratum, lowered until all floors together can be paid."""
    held = max(0, floor)
    while held and sum(min(held, size) for size in sizes) > wanted:
        held -= 1
    return [min(held, size) for size in sizes]


def _held(
    sizes: Sequence[int], least: Sequence[int], pulls: Sequence[float], rate: float
) -> list[float]:
    return [
        float(min(max(pull * rate, few), size))
        for size, few, pull in zip(sizes, least, pulls, strict=True)
    ]


def _whole(parts: Sequence[float], sizes: Sequence[int], wanted: int) -> tuple[int, ...]:
    """Largest remainders first, ties by place, until the total is met."""
    rounded = [math.floor(part + 1e-9) for part in parts]
    order = sorted(range(len(parts)), key=lambda place: (rounded[place] - parts[place], place))
    while sum(rounded) < wanted:
        for place in order:
            if sum(rounded) < wanted and rounded[place] < sizes[place]:
                rounded[place] += 1
    return tuple(rounded)


def _half(
    sizes: Sequence[int], expected: Sequence[float], total: int, level: float, floor: int
) -> float:
    """Half the width of the interval if each stratum shows just the share expected of it."""
    whole, below, above = sum(sizes), 0.0, 0.0
    for size, share, n in zip(
        sizes, expected, neyman(sizes, expected, total, floor=floor), strict=True
    ):
        low, high = _limits(share * n, n, level)
        shrunk = size / whole * (math.sqrt(1 - n / size) if size else 0.0)
        below += (shrunk * (share - low)) ** 2
        above += (shrunk * (high - share)) ** 2
    return (math.sqrt(below) + math.sqrt(above)) / 2


def _limits(hits: float, n: int, level: float) -> tuple[float, float]:
    """Clopper–Pearson limits, for hits that need not be whole; 0 and 1 where none is checked."""
    tail = (1 - level) / 2
    low = float(scipy.stats.beta.ppf(tail, hits, n - hits + 1)) if hits > 0 else 0.0
    high = float(scipy.stats.beta.ppf(1 - tail, hits + 1, n - hits)) if n - hits > 0 else 1.0
    return low, high
