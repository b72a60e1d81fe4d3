"""How much money is tagged wrongly, at most, when a sample drawn by amount was checked?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np
import scipy

from northing.foundations.methods.estimate import Estimate

CENT = Decimal("0.01")
LARGEST_SAMPLE = 10_000_000

Factors = Literal["poisson", "binomial"]


@dataclass(frozen=True, slots=True)
class MonetarySample:
    """Which amounts are checked: `whole` for certain, `drawn` by chance; places in the list.

    `inclusion` has the probability of every amount to be checked: 1 from the interval upward,
    below it the amount as a part of the interval.
    """

    whole: tuple[int, ...]
    drawn: tuple[int, ...]
    inclusion: tuple[float, ...]


def monetary_sample(
    amounts: Sequence[Decimal], *, interval: Decimal, start: Decimal
) -> MonetarySample:
    """A systematic sample with probability proportional to amount.

    Amounts of the interval or more are taken whole. The others are laid end to end in their
    order and whichever covers `start`, `start + interval`, … is drawn.

    Parameters
    ----------
    amounts : sequence of Decimal
        None negative: credits are tested on their own. An amount of 0 is never drawn.
    interval : Decimal
        In the same unit, greater than 0.
    start : Decimal
        Drawn at random from 0 (included) to the interval (excluded), as by `random_start`.

    Returns
    -------
    MonetarySample

    Raises
    ------
    ValueError
        An amount is negative or not finite, or the interval or the start makes no sense.

    References
    ----------
    AICPA Audit Guide: Audit Sampling, chapter 6; ISA 530, appendix 1.

    """
    if not (interval.is_finite() and interval > 0 and start.is_finite() and 0 <= start < interval):
        raise ValueError("a start lies from 0 up to an interval greater than 0")
    if not all(amount.is_finite() and amount >= 0 for amount in amounts):
        raise ValueError("an amount is negative or not finite: credits are tested on their own")
    whole, drawn = [], []
    covered, due = Decimal(0), start
    for place, amount in enumerate(amounts):
        if amount >= interval:
            whole.append(place)
            continue
        covered += amount
        if covered > due:
            drawn.append(place)
            due += interval
    inclusion = tuple(min(1.0, float(amount / interval)) for amount in amounts)
    return MonetarySample(tuple(whole), tuple(drawn), inclusion)


def random_start(interval: Decimal, *, seed: int) -> Decimal:
    """A start for `monetary_sample`, to the cent, uniform over the interval.

    Parameters
    ----------
    interval : Decimal
        At least one cent.
    seed : int
        Seed of the generator (PCG64); the same seed gives the same start.

    Returns
    -------
    Decimal

    Raises
    ------
    ValueError
        The interval is below one cent or not finite.

    """
    if not interval.is_finite() or interval < CENT:
        raise ValueError("an interval is at least one cent")
    rng = np.random.Generator(np.random.PCG64(seed))
    return CENT * int(rng.integers(math.ceil(interval / CENT)))


def monetary_size(*, tolerable: float, expected: float, level: float = 0.95) -> int:
    """How many to draw so that the upper bound stays tolerable if what is expected is found.

    The smallest n for which a gamma variable of shape 1 + n·expected and rate n stays below
    `tolerable` with probability `level`. The interval is then the amount of the whole over n.

    Parameters
    ----------
    tolerable, expected : float
        Shares of the whole amount, 0 ≤ expected < tolerable < 1.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        The shares or the level make no sense, or no sample of up to ten million would do.

    References
    ----------
    AICPA Audit Guide: Audit Sampling, table C-1; Stewart 2012, Technical Notes on it.

    """
    if not (0 <= expected < tolerable < 1 and 0 < level < 1):
        raise ValueError("less is expected than is tolerable, and both are shares")
    low, high = 0, 1
    while not _suffices(high, tolerable, expected, level):
        low, high = high, high * 2
        if high > LARGEST_SAMPLE:
            raise ValueError("no sample of up to ten million could show that")
    while high - low > 1:
        middle = (low + high) // 2
        if _suffices(middle, tolerable, expected, level):
            high = middle
        else:
            low = middle
    return high


def stringer(
    taints: Sequence[float],
    n: int,
    *,
    level: float = 0.95,
    book: float = 1.0,
    factors: Factors = "poisson",
) -> Estimate:
    """The most money that is tagged wrongly, from taints found in a sample drawn by amount.

    A taint is the part (book − audit)/book of an amount that proved wrong. The bound is
    book/n · (F_0 + Σ t_(j) (F_j − F_{j−1})), with the taints in falling order and F_j the upper
    limit of a count of j. It holds its level in every known case and is often much too wide.
    Amounts checked whole are no sample: add what was wrong in them to the bound. Understatements
    (negative taints) are bounded on their own.

    Parameters
    ----------
    taints : sequence of float
        Those found, each between 0 and 1; zeros may be left out.
    n : int
        How many were drawn, at least one.
    level : float
        One-sided confidence level between 0 and 1.
    book : float
        The amount the sample was drawn from; 1 gives shares.
    factors : "poisson" or "binomial"
        Limits of a count; binomial are a little lower.

    Returns
    -------
    Estimate
        `value` is the amount most likely wrong, `high` the one-sided bound, `low` is 0.

    Raises
    ------
    ValueError
        More taints than drawn, a taint outside 0 to 1, or n, book or level make no sense.

    References
    ----------
    Stringer 1963, Proc. Business and Economic Statistics Section, ASA; Bickel 1992, Int. Stat.
    Review 60(2).

    """
    found = sorted((taint for taint in taints if taint != 0), reverse=True)
    if n < 1 or len(taints) > n or not all(0 <= taint <= 1 for taint in found):
        raise ValueError("taints lie between 0 and 1, no more of them than were drawn")
    if not (0 < level < 1 and math.isfinite(book) and book >= 0):
        raise ValueError("a level lies between 0 and 1 and an amount is never negative")
    limits = [_limit(count, n, level, factors) for count in range(len(found) + 1)]
    steps = (
        taint * (after - before)
        for taint, before, after in zip(found, limits, limits[1:], strict=False)
    )
    most = min(1.0, math.fsum([limits[0], *steps]))
    value = math.fsum(found) / n
    method = f"Stringer bound, {factors}, one-sided"
    return Estimate(value * book, 0.0, max(most, value) * book, level, n, method)


def _suffices(n: int, tolerable: float, expected: float, level: float) -> bool:
    return float(scipy.stats.gamma.cdf(tolerable, 1 + n * expected, scale=1 / n)) >= level


def _limit(count: int, n: int, level: float, factors: Factors) -> float:
    """Upper limit of the rate that may lie behind a count of so many of n."""
    if factors == "poisson":
        return float(scipy.stats.gamma.ppf(level, count + 1)) / n
    return float(scipy.stats.beta.ppf(level, count + 1, n - count)) if count < n else 1.0
