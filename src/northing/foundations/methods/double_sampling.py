"""What share is true when a machine labelled everything and a person checked a sample?

The population is split by what the machine said (and by whatever else was known of all of it);
within each stratum a known number was drawn at random and checked.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from northing.foundations.methods.counting import (
    JEFFREYS,
    WILSON,
    clopper_pearson,
    jeffreys,
    wilson,
)
from northing.foundations.methods.estimate import Estimate, Measure, Unknown

Limits = Literal["clopper-pearson", "jeffreys", "wilson"]
INTERVALS: dict[str, Callable[..., Measure]] = {
    "clopper-pearson": clopper_pearson,
    "jeffreys": jeffreys,
    "wilson": wilson,
}
NAMES = {"clopper-pearson": "Clopper–Pearson", "jeffreys": JEFFREYS, "wilson": WILSON}
FEWEST_CHECKED = 2
NONE_CHECKED = "no person checked any of these"


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of a finite population: of its `size`, `checked` were drawn and `hits` were so.

    `weight` is its part of the whole in any unit, by default its size. Where it is an amount of
    money, the sample inside the stratum is drawn with probability proportional to amount.
    """

    size: int
    checked: int
    hits: int
    weight: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.checked <= self.size:
            raise ValueError(f"{self.hits} of {self.checked} of {self.size} is no stratum")
        if self.weight is not None and not (math.isfinite(self.weight) and self.weight >= 0):
            raise ValueError(f"a stratum weighs nothing or more, not {self.weight}")


def stratified_share(
    strata: Sequence[Stratum],
    *,
    level: float = 0.95,
    limits: Limits = "clopper-pearson",
    finite: bool = True,
) -> Measure:
    """Share of a population from samples checked within its strata, with a MOVER interval.

    The estimate is Σ W_h p_h; its ends lie √Σ W_h² f_h² (p_h − l_h)² below and
    √Σ W_h² f_h² (u_h − p_h)² above, with l_h, u_h the limits of each stratum and
    f_h = √(1 − n_h/N_h): what was checked in whole is known. Clopper–Pearson limits are for
    audits (wider than need be), Jeffreys limits for dashboards (approximate). A stratum of which
    nobody checked anything may hold none or all: the interval is widened by its whole weight,
    and the estimate takes it to be like the rest.

    Parameters
    ----------
    strata : sequence of Stratum
        Parts that together are the whole; parts of size 0 count nothing.
    level : float
        Confidence level between 0 and 1.
    limits : "clopper-pearson", "jeffreys" or "wilson"
        The interval within each stratum.
    finite : bool
        Whether the share is that of this very population; False where the population is itself
        a sample of a longer series, and f_h is then 1.

    Returns
    -------
    Estimate, or Unknown where nothing was checked
        A share between 0 and 1; `n` is how many were checked.

    Raises
    ------
    ValueError
        Some strata carry a weight and others none, or the level leaves (0, 1).

    References
    ----------
    Tenenbein 1970, JASA 65(331); Zou & Donner 2008, Statistics in Medicine 27(10).

    """
    parts = [stratum for stratum in strata if stratum.size > 0]
    weights = _weights(parts)
    seen = [(part, w) for part, w in zip(parts, weights, strict=True) if part.checked and w > 0]
    known = math.fsum(weight for _, weight in seen)
    if not seen:
        return Unknown(NONE_CHECKED)
    value = math.fsum(w * part.hits / part.checked for part, w in seen) / known
    below, above = _distances(seen, level=level, limits=limits, finite=finite)
    low = max(0.0, known * value - below)
    high = min(1.0, known * value + above + (1 - known))
    method = f"stratified double sampling, MOVER over {NAMES[limits]}"
    if len(seen) < len(parts) and known < 1:
        method += f"; {1 - known:.1%} unchecked, bounded at worst"
    n = sum(part.checked for part, _ in seen)
    return Estimate(value, min(low, value), max(high, value), level, n, method)


def standard_error(strata: Sequence[Stratum]) -> float:
    """Standard error of the estimate of `stratified_share`.

    Twice this on either side is no interval where hits are rare: it holds 85 instead of 95 % at a
    share of 1 % and 100 checked.

    Parameters
    ----------
    strata : sequence of Stratum
        Of each at least two were checked, or all.

    Returns
    -------
    float
        √Σ W_h² (1 − n_h/N_h) p_h (1 − p_h)/(n_h − 1).

    Raises
    ------
    ValueError
        Too few were checked of a stratum.

    """
    parts = [stratum for stratum in strata if stratum.size > 0]
    variance = 0.0
    for part, weight in zip(parts, _weights(parts), strict=True):
        if part.checked == part.size:
            continue
        if part.checked < FEWEST_CHECKED:
            raise ValueError("of each stratum at least two are checked, or all")
        share = part.hits / part.checked
        spread = share * (1 - share) / (part.checked - 1)
        variance += weight**2 * (1 - part.checked / part.size) * spread
    return math.sqrt(variance)


def _weights(parts: Sequence[Stratum]) -> list[float]:
    given = [part.weight for part in parts if part.weight is not None]
    if given and len(given) < len(parts):
        raise ValueError("either every stratum carries a weight or none does")
    masses = given or [float(part.size) for part in parts]
    whole = math.fsum(masses)
    return [mass / whole if whole > 0 else 0.0 for mass in masses]


def _distances(
    seen: Sequence[tuple[Stratum, float]], *, level: float, limits: Limits, finite: bool
) -> tuple[float, float]:
    """How far the ends lie below and above the estimate."""
    below, above = [], []
    for part, weight in seen:
        one = INTERVALS[limits](part.hits, part.checked, level=level)
        if isinstance(one, Unknown) or one.low is None or one.high is None:
            continue
        shrunk = weight * math.sqrt(1 - part.checked / part.size) if finite else weight
        below.append(shrunk * (one.value - one.low))
        above.append(shrunk * (one.high - one.value))
    return math.hypot(*below), math.hypot(*above)
