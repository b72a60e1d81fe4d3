"""What share is true when a machine whose errors were measured elsewhere flagged so many?

Only where nobody checked a sample of this very population, and only if the machine errs here as
it did there. Else: `double_sampling`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import scipy

from northing.foundations.methods.counting import clopper_pearson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown

NO_BETTER = "the machine tells no better than chance"
TOO_FEW_FLAGGED = "fewer are flagged than its false alarms alone would give"
TOO_MANY_FLAGGED = "more are flagged than it finds where all are so"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share and of how many: what was flagged, a sensitivity, a specificity."""

    share: float
    n: int

    def __post_init__(self) -> None:
        if not (0 <= self.share <= 1 and self.n >= 1):
            raise ValueError(f"{self.share} of {self.n} is no rate")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A share freed of the machine's errors; `raw` may leave 0 to 1, and then `share` says so."""

    share: Measure
    raw: float
    is_valid: bool


def rogan_gladen(
    hits: int, n: int, *, sensitivity: float, specificity: float, level: float = 0.95
) -> Corrected | Unknown:
    """The true share behind a flagged one, for a machine whose errors are known exactly.

    (AP + Sp − 1)/(Se + Sp − 1), with the Clopper–Pearson ends of AP sent the same way. Where AP
    lies below 1 − Sp or above Se the result is no share: the machine errs here otherwise than it
    did where it was measured. That is flagged and never clipped in silence.

    Parameters
    ----------
    hits, n : int
        So many of n were flagged, n ≥ 1.
    sensitivity, specificity : float
        Se, the part flagged of what is so; Sp, the part not flagged of what is not.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Corrected, or Unknown where Se + Sp is no more than 1

    Raises
    ------
    ValueError
        The counts are no proportion, a rate leaves 0 to 1, or the level (0, 1).

    References
    ----------
    Rogan & Gladen 1978, American Journal of Epidemiology 107(1).

    """
    if not (0 <= sensitivity <= 1 and 0 <= specificity <= 1):
        raise ValueError("a sensitivity and a specificity lie between 0 and 1")
    if sensitivity + specificity <= 1:
        return Unknown(NO_BETTER)
    flagged = clopper_pearson(hits, n, level=level)
    if isinstance(flagged, Unknown) or flagged.low is None or flagged.high is None:
        return Unknown("nothing was counted")
    raw, low, high = (
        (one + specificity - 1) / (sensitivity + specificity - 1)
        for one in (flagged.value, flagged.low, flagged.high)
    )
    wrong = _contradiction(flagged.value, sensitivity, specificity)
    if wrong:
        return Corrected(Unknown(f"{raw:.1%} is no share: {wrong}"), raw, is_valid=False)
    ends = max(0.0, low), min(1.0, high)
    method = "Rogan–Gladen over Clopper–Pearson, errors taken as known"
    return Corrected(Estimate(raw, *ends, level, n, method), raw, is_valid=True)


def lang_reiczigel(
    flagged: Rate, sensitivity: Rate, specificity: Rate, *, level: float = 0.95
) -> Measure:
    """The true share behind a flagged one, for a machine whose errors were measured on samples.

    The interval of Lang and Reiczigel counts the doubt in both error rates.

    Parameters
    ----------
    flagged, sensitivity, specificity : Rate
        Each a share and the size of the sample it rests on.
    level : float
        Confidence level between 0 and 1.

    Returns
    -------
    Estimate, or Unknown where the machine tells no better than chance
        `n` is how many were looked at by the machine. Where the figure would leave 0 to 1, it is
        held at the end and `method` says so.

    Raises
    ------
    ValueError
        The level leaves (0, 1).

    References
    ----------
    Lang & Reiczigel 2014, Preventive Veterinary Medicine 113(1); the square of (1 − P) in their
    equation 4 as corrected in the R package asht.

    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    youden = sensitivity.share + specificity.share - 1
    se, of_se = _plus_two(sensitivity)
    sp, of_sp = _plus_two(specificity)
    if youden <= 0 or se + sp <= 1:
        return Unknown(NO_BETTER)
    z = float(scipy.stats.norm.ppf((1 + level) / 2))
    n = flagged.n + z**2
    share = (flagged.n * flagged.share + z**2 / 2) / n
    true = (share + sp - 1) / (se + sp - 1)
    of_misses, of_alarms = se * (1 - se) / of_se, sp * (1 - sp) / of_sp
    shift = 2 * z**2 * (true * of_misses - (1 - true) * of_alarms)
    spread = share * (1 - share) / n + true**2 * of_misses + (1 - true) ** 2 * of_alarms
    half = z * math.sqrt(spread) / (se + sp - 1)
    low, high = (min(1.0, max(0.0, true + shift + side * half)) for side in (-1, 1))
    value = (flagged.share + specificity.share - 1) / youden
    wrong = _contradiction(flagged.share, sensitivity.share, specificity.share)
    method = f"Lang–Reiczigel{f'; held at the end: {wrong}' if wrong else ''}"
    held = min(1.0, max(0.0, value))
    return Estimate(held, min(low, held), max(high, held), level, flagged.n, method)


def _contradiction(flagged: float, sensitivity: float, specificity: float) -> str:
    """Why so many flagged cannot be; empty where they can."""
    if flagged < 1 - specificity:
        return TOO_FEW_FLAGGED
    return TOO_MANY_FLAGGED if flagged > sensitivity else ""


def _plus_two(rate: Rate) -> tuple[float, int]:
    """The share and its number after one hit and one miss were added."""
    return (rate.share * rate.n + 1) / (rate.n + 2), rate.n + 2
