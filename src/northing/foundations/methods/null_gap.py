"""How large a gap would chance alone show in a sample of this size?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaincinv, rel_entr

from northing.foundations.methods.shares import Floats, checked_shares

UPPER = 0.95


@dataclass(frozen=True, slots=True)
class NullGap:
    """What a sample of `n` shows on average, and in 95 of 100 samples at most, without any gap.

    In shares of the whole for total variation, in bits for the divergence.
    """

    mean: float
    q95: float
    n: int
    method: str


def null_total_variation(p: ArrayLike, n: int, *, draws: int = 2000, seed: int) -> NullGap:
    """Total variation between true shares and a sample of n from them, by simulation.

    Draws multinomial(n, p) and compares each draw with p. The n are taken as independent: where
    they come in clusters (mentions in documents), chance alone shows more than this.

    Parameters
    ----------
    p : array-like, shape (categories,)
        The shares without a gap: those of the channel that is not a sample.
    n : int
        Size of the sample, at least 1.
    draws : int
        Simulated samples.
    seed : int
        Seed of the generator (PCG64); the same seed gives the same answer.

    Returns
    -------
    NullGap
        In shares of the whole.

    Raises
    ------
    ValueError
        `p` is not a list of shares, or `n` or `draws` is below 1.

    """
    truth, samples = _samples(p, n, draws=draws, seed=seed)
    gaps = np.abs(samples - truth).sum(axis=1) / 2
    return _null_gap(gaps, n, f"multinomial simulation, {draws} draws")


def null_jensen_shannon(p: ArrayLike, n: int, *, draws: int = 2000, seed: int) -> NullGap:
    """Jensen–Shannon divergence between true shares and a sample of n from them, by simulation.

    Parameters
    ----------
    p : array-like, shape (categories,)
        The shares without a gap.
    n : int
        Size of the sample, at least 1; taken as independent.
    draws : int
        Simulated samples.
    seed : int
        Seed of the generator (PCG64).

    Returns
    -------
    NullGap
        In bits.

    Raises
    ------
    ValueError
        As for `null_total_variation`.

    """
    truth, samples = _samples(p, n, draws=draws, seed=seed)
    middle = (samples + truth) / 2
    nats = (rel_entr(samples, middle) + rel_entr(truth, middle)).sum(axis=1) / 2
    return _null_gap(
        np.maximum(nats, 0.0) / math.log(2), n, f"multinomial simulation, {draws} draws"
    )


def null_total_variation_approximation(p: ArrayLike, n: int) -> NullGap:
    """Total variation between true shares and a sample of n from them, by the normal limit.

    The mean is ½ Σ √(2/π) √(p(1 − p)/n). The 95 % quantile is that of the gamma distribution
    with this mean and the variance of the sum of the correlated folded normals. Poor where an
    expected count n·p is below about 5: use `null_total_variation` there.

    Parameters
    ----------
    p : array-like, shape (categories,)
        The shares without a gap.
    n : int
        Size of the sample, at least 1.

    Returns
    -------
    NullGap
        In shares of the whole; both 0 where one category holds everything.

    Raises
    ------
    ValueError
        `p` is not a list of shares or `n` is below 1.

    References
    ----------
    Leone, Nelson & Nottingham 1961 (folded normal); the covariance of |X|, |Y| for correlated
    normals is Nabeya 1951.

    """
    truth = _checked(p, n)
    truth = truth[(truth > 0) & (truth < 1)]
    if truth.size == 0:
        return NullGap(0.0, 0.0, n, "normal limit")
    spread = np.sqrt(truth * (1 - truth) / n)
    mean = float(spread.sum() * math.sqrt(2 / math.pi) / 2)
    odds = np.sqrt(truth / (1 - truth))
    rho = np.clip(-np.outer(odds, odds), -1.0, 1.0)
    np.fill_diagonal(rho, 1.0)
    folded = (2 / math.pi) * (rho * np.arcsin(rho) + np.sqrt(1 - rho**2) - 1)
    variance = float(spread @ folded @ spread) / 4
    q95 = float(gammaincinv(mean**2 / variance, UPPER)) * variance / mean
    return NullGap(mean, q95, n, "normal limit")


def null_jensen_shannon_approximation(p: ArrayLike, n: int) -> NullGap:
    """Jensen–Shannon divergence between true shares and a sample of n, by the chi-square limit.

    Near p the divergence is χ²/(8n ln 2) bits with one degree of freedom less than there are
    categories of share above 0. Poor where an expected count n·p is below about 5.

    Parameters
    ----------
    p : array-like, shape (categories,)
        The shares without a gap.
    n : int
        Size of the sample, at least 1.

    Returns
    -------
    NullGap
        In bits; both 0 where one category holds everything.

    Raises
    ------
    ValueError
        `p` is not a list of shares or `n` is below 1.

    """
    freedom = int(np.count_nonzero(_checked(p, n))) - 1
    if freedom == 0:
        return NullGap(0.0, 0.0, n, "chi-square limit")
    scale = 8 * n * math.log(2)
    return NullGap(
        freedom / scale, 2 * float(gammaincinv(freedom / 2, UPPER)) / scale, n, "chi-square limit"
    )


def _samples(p: ArrayLike, n: int, *, draws: int, seed: int) -> tuple[Floats, Floats]:
    truth = _checked(p, n)
    if draws < 1:
        raise ValueError("a simulation needs at least one draw")
    rng = np.random.Generator(np.random.PCG64(seed))
    return truth, rng.multinomial(n, truth / truth.sum(), size=draws) / n


def _checked(p: ArrayLike, n: int) -> Floats:
    truth = checked_shares(p)
    if truth.ndim != 1:
        raise ValueError("the shares are a list, one number for each category")
    if n < 1:
        raise ValueError("a sample of none shows no gap, by chance or otherwise: n is at least 1")
    return truth


def _null_gap(gaps: Floats, n: int, method: str) -> NullGap:
    return NullGap(float(gaps.mean()), float(np.quantile(gaps, UPPER)), n, method)
