"""What is the mean of all when a machine predicted all and people know the truth of a sample?

For amounts and for shares that are common. Shares that are rare have their place in
`double_sampling`, whose intervals hold where these fail.
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import scipy
from numpy.typing import ArrayLike

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.shares import Floats

Correction = Literal["none", "difference", "ratio", "regression"]

RARE = 20
FEWEST = {"none": 2, "difference": 2, "ratio": 2, "regression": 3}
NAMES = {
    "none": "sample mean",
    "difference": "difference estimator",
    "ratio": "ratio estimator",
    "regression": "regression estimator (GREG)",
}
TOO_FEW = "too few were checked"
TOO_RARE = "one of the two answers is too rare for a symmetric interval: check by strata"


def corrected_mean(
    truth: ArrayLike,
    predicted: ArrayLike,
    *,
    predicted_mean: float,
    size: int,
    correction: Correction = "regression",
    level: float = 0.95,
) -> Measure:
    """Mean of a finite population from a random sample, corrected by what a machine predicts.

    ȳ + b (f̄_U − f̄_s), with b = 0 (none), 1 (difference), ȳ/f̄_s (ratio) or the slope of truth on
    prediction (regression). The variance is (1 − n/N) s²_e / n with the residuals e; the interval
    is Student's t and approximate. It is left out where truth takes two values only and one of
    them was seen fewer than 20 times: there it is far too short.

    Parameters
    ----------
    truth, predicted : array-like, shape (n,)
        Of the same simple random sample.
    predicted_mean : float
        Mean prediction over the whole population.
    size : int
        N, how many the population holds.
    correction : "none", "difference", "ratio" or "regression"
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where too few were checked or the slope cannot be told
        In the unit of `truth`.

    Raises
    ------
    ValueError
        The lengths differ, a value is not finite, or the sample exceeds the population.

    References
    ----------
    Lohr 1999, Sampling: Design and Analysis, chapter 3; Särndal, Swensson & Wretman 1992.

    """
    y, f = _checked(truth, predicted)
    n, method = y.size, f"{NAMES[correction]}, Student's t, approximate"
    if n > size or not 0 < level < 1 or not math.isfinite(predicted_mean):
        raise ValueError(f"{n} of {size} at {level} is no sample")
    if n < FEWEST[correction]:
        return Unknown(TOO_FEW)
    slope = _slope(y, f, correction)
    if slope is None:
        return Unknown(f"the {NAMES[correction]} needs predictions that differ from nothing")
    value = float(y.mean() + slope * (predicted_mean - f.mean()))
    if _is_rare(y):
        return without_interval(value, n=n, method=method, why=TOO_RARE)
    freedom = n - 2 if correction == "regression" else n - 1
    error = standard_error(y, f, size=size, correction=correction)
    half = float(scipy.stats.t.ppf((1 + level) / 2, freedom)) * error * math.sqrt((n - 1) / freedom)
    return Estimate(value, value - half, value + half, level, n, method)


def standard_error(
    truth: ArrayLike, predicted: ArrayLike, *, size: int, correction: Correction = "regression"
) -> float:
    """Standard error of `corrected_mean` as Lohr prints it, in the unit of `truth`.

    Divides by n − 1 for every correction; the interval of the regression estimator makes up for
    the slope that was fitted.

    Parameters
    ----------
    truth, predicted, size, correction
        As for `corrected_mean`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        As for `corrected_mean`, or the slope cannot be told.

    """
    y, f = _checked(truth, predicted)
    slope = _slope(y, f, correction)
    if slope is None or y.size < FEWEST[correction]:
        raise ValueError("too few were checked, or all predictions are the same")
    left = y - slope * f
    if correction != "ratio":
        left = left - left.mean()
    variance = float((left**2).sum()) / (y.size - 1)
    return math.sqrt((1 - y.size / size) * variance / y.size)


def prediction_powered_mean(
    truth: ArrayLike,
    predicted: ArrayLike,
    predicted_elsewhere: ArrayLike,
    *,
    weight: float | None = None,
    level: float = 0.95,
) -> Measure:
    """Prediction-powered mean (PPI, PPI++) of a series that sample and predictions come from.

    ȳ + λ (f̄_U − f̄_s), with the variance s²_{y−λf}/n + λ² s²_f/N and normal ends. Kept for
    comparison: its interval is approximate and far too short for rare things (60 instead of
    95 % at a share of 1 % and n = 100).

    Parameters
    ----------
    truth, predicted : array-like, shape (n,)
        Of the sample.
    predicted_elsewhere : array-like, shape (N,)
        Predictions outside the sample.
    weight : float, optional
        λ; by default the one of least variance, held between 0 and 1 (PPI++).
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where fewer than two were checked or predicted
        In the unit of `truth`.

    Raises
    ------
    ValueError
        The lengths differ, a value is not finite, or the level leaves (0, 1).

    References
    ----------
    Angelopoulos et al. 2023, Science 382; Angelopoulos, Duchi & Zrnic 2023 (PPI++).

    """
    y, f = _checked(truth, predicted)
    rest = np.asarray(predicted_elsewhere, dtype=np.float64)
    if not np.all(np.isfinite(rest)) or not 0 < level < 1:
        raise ValueError("a prediction is not finite, or the level lies outside 0 to 1")
    if min(y.size, rest.size) < FEWEST["none"]:
        return Unknown(TOO_FEW)
    lam = _tuned(y, f, rest) if weight is None else weight
    value = float(y.mean() + lam * (rest.mean() - f.mean()))
    spread = math.sqrt((y - lam * f).var() / y.size + lam**2 * rest.var() / rest.size)
    half = float(scipy.stats.norm.ppf((1 + level) / 2)) * spread
    name = "prediction-powered (PPI), normal, approximate"
    return Estimate(value, value - half, value + half, level, y.size, name)


def _checked(truth: ArrayLike, predicted: ArrayLike) -> tuple[Floats, Floats]:
    y, f = np.asarray(truth, dtype=np.float64), np.asarray(predicted, dtype=np.float64)
    if y.ndim != 1 or y.shape != f.shape:
        raise ValueError("every case of the sample has a truth and a prediction")
    if not (np.all(np.isfinite(y)) and np.all(np.isfinite(f))):
        raise ValueError("a truth or a prediction is not a finite number")
    return y, f


def _slope(y: Floats, f: Floats, correction: Correction) -> float | None:
    """The b of the correction; None where the predictions do not allow one."""
    if correction == "ratio":
        return float(y.mean() / f.mean()) if f.mean() else None
    if correction == "regression":
        spread = float(((f - f.mean()) ** 2).sum())
        return float(((f - f.mean()) * (y - y.mean())).sum()) / spread if spread else None
    return 1.0 if correction == "difference" else 0.0


def _is_rare(y: Floats) -> bool:
    kinds, counts = np.unique(y, return_counts=True)
    return bool(kinds.size == 1 or (kinds.size == 2 and counts.min() < RARE))  # noqa: PLR2004


def _tuned(y: Floats, f: Floats, rest: Floats) -> float:
    """The weight of least variance, as the authors' own program tunes it."""
    spread = float(np.concatenate([f, rest]).var(ddof=1))
    if spread == 0:
        return 0.0
    together = float(((y - y.mean()) * (f - f.mean())).mean())
    return min(1.0, max(0.0, together / ((1 + y.size / rest.size) * spread)))
