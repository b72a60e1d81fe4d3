"""Within what bounds do all shares of a count lie at once?

This module alone loads statsmodels; import it only where simultaneous intervals are wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy
from numpy.typing import NDArray
from statsmodels.stats.proportion import multinomial_proportions_confint

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.foundations.methods.shares import Floats

Counts = NDArray[np.int64]

FEWEST_CATEGORIES = 2
LEAST_WIDTH = 0.9
BROKEN = "the approximation of Sison and Glaz breaks down at these counts"


def goodman(counts: Sequence[int], *, level: float = 0.95) -> tuple[Measure, ...]:
    """Simultaneous intervals by Goodman's method: for few categories or small counts.

    Parameters
    ----------
    counts : sequence of int, shape (categories,)
        How often each category was seen; independent of one another.
    level : float
        Probability, between 0 and 1, that all intervals hold together.

    Returns
    -------
    tuple of Estimate, one for each category
        Shares between 0 and 1; all Unknown where nothing was counted.

    Raises
    ------
    ValueError
        Fewer than two categories, a negative count, or a level outside (0, 1).

    References
    ----------
    Goodman 1965, Technometrics 7(2).

    """
    seen = _checked(counts, level)
    if seen.sum() == 0:
        return _unknown(seen)
    bounds = multinomial_proportions_confint(seen, alpha=1 - level, method="goodman")
    return _estimates(seen, np.asarray(bounds), level=level, method="Goodman, simultaneous")


def sison_glaz(counts: Sequence[int], *, level: float = 0.95) -> tuple[Measure, ...]:
    """Simultaneous intervals by Sison and Glaz: shorter, for seven or more categories.

    Approximate: with a rare category they fall short (89 instead of 95 % at one of 1 of 100).

    Parameters
    ----------
    counts : sequence of int, shape (categories,)
        How often each category was seen; meant for counts of about 5 and more.
    level : float
        Probability, between 0 and 1, that all intervals hold together.

    Returns
    -------
    tuple of Estimate, one for each category
        Shares between 0 and 1; all Unknown where nothing was counted; without interval where
        the approximation breaks down (very small counts, and some of tens of thousands, where
        its moments overflow the precision of the machine): `goodman` serves there.

    Raises
    ------
    ValueError
        Fewer than two categories, a negative count, or a level outside (0, 1).

    References
    ----------
    Sison & Glaz 1995, JASA 90(429).

    """
    seen = _checked(counts, level)
    if seen.sum() == 0:
        return _unknown(seen)
    method = "Sison–Glaz, simultaneous, approximate"
    bounds = _sison_glaz_bounds(seen, level)
    if bounds is None:
        n = int(seen.sum())
        return tuple(
            without_interval(int(count) / n, n=n, method=method, why=BROKEN) for count in seen
        )
    return _estimates(seen, bounds, level=level, method=method)


def _checked(counts: Sequence[int], level: float) -> Counts:
    seen = np.asarray(counts)
    if seen.ndim != 1 or seen.size < FEWEST_CATEGORIES:
        raise ValueError("simultaneous intervals need a list of at least two categories")
    if not np.issubdtype(seen.dtype, np.integer) or np.any(seen < 0):
        raise ValueError("a count is a whole number and never negative")
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    return seen.astype(np.int64)


def _unknown(seen: Counts) -> tuple[Measure, ...]:
    return (Unknown("nothing was counted"),) * seen.size


def _estimates(seen: Counts, bounds: Floats, *, level: float, method: str) -> tuple[Measure, ...]:
    n = int(seen.sum())
    estimates: list[Measure] = []
    for count, (low, high) in zip(seen, bounds, strict=True):
        value = int(count) / n
        held = min(max(0.0, float(low)), value), max(min(1.0, float(high)), value)
        estimates.append(Estimate(value, *held, level, n, method))
    return tuple(estimates)


def _sison_glaz_bounds(seen: Counts, level: float) -> Floats | None:
    try:
        with np.errstate(all="ignore"):
            bounds = multinomial_proportions_confint(seen, alpha=1 - level, method="sison-glaz")
    except Exception:  # noqa: BLE001  # statsmodels raises a bare Exception where it finds no bounds
        return None
    return np.asarray(bounds) if _is_credible(seen, np.asarray(bounds), level) else None


def _is_credible(seen: Counts, bounds: Floats, level: float) -> bool:
    """Whether the bounds are at least about as wide as one category alone would need."""
    n = int(seen.sum())
    values = seen / n
    alone = scipy.stats.norm.ppf((1 + level) / 2) * float(np.sqrt(values * (1 - values) / n).max())
    below, above = (values - bounds[:, 0]).max(), (bounds[:, 1] - values).max()
    return bool(np.all(np.isfinite(bounds)) and below > 0 and above >= LEAST_WIDTH * alone)
