"""Which weights do past choices reveal?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from scipy.optimize import linprog

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.shares import MATRIX, Floats

METHOD = "conditional logit, Wald, approximate"
STEPS = 100
CLOSE = 1e-10
FLAT = 1e-9
NOTHING = "no choice between at least two options was recorded"
SAME = "the options differ in no way that tells {} apart from the other attributes"
ALWAYS = "one rule explains every choice without exception, so the weights have no upper end"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice made: its options by attributes, and the row that was taken."""

    options: tuple[tuple[float, ...], ...]
    taken: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """What one unit of each attribute added to the appeal of an option, as choices show it.

    `effects` has one estimate an attribute (log odds for a unit); `covariance` is theirs.
    `log_likelihood` is of the fit, `by_chance` of choosing by lot.
    """

    effects: tuple[Estimate, ...]
    covariance: Floats
    log_likelihood: float
    by_chance: float
    choices: int


def conditional_logit(choices: Sequence[Choice], *, level: float = 0.95) -> Revealed | Unknown:
    """McFadden's conditional logit: which attributes made an option be taken.

    P(taken) = exp(x'β) / Σ exp(x'β) over the options of a choice; β by maximum likelihood
    (Newton), intervals by Wald, which hold approximately and poorly for few choices.

    Parameters
    ----------
    choices : sequence of Choice
        Each with at least two options; every option has all attributes. Choices with one option
        reveal nothing and are left out.
    level : float
        Confidence level of the intervals.

    Returns
    -------
    Revealed, or Unknown where the choices cannot carry it
        No choice, an attribute that never varies within a choice or goes along with others, or
        choices that one rule explains without exception.

    Raises
    ------
    ValueError
        Options of unequal length, a number that is not finite, or a taken row that is not there.

    References
    ----------
    McFadden 1974, in Zarembka (ed.), Frontiers in Econometrics, chapter 4.

    """
    tables = [_table(one) for one in choices if len(one.options) > 1]
    taken = [one.taken for one in choices if len(one.options) > 1]
    if not tables:
        return Unknown(NOTHING)
    redundant = _redundant(tables)
    if redundant is not None:
        return Unknown(SAME.format(f"attribute {redundant + 1}"))
    spread = _spread(tables)
    scaled = [table / spread for table in tables]
    if _explained_without_exception(scaled, taken):
        return Unknown(ALWAYS)
    beta, information, likelihood = _newton(scaled, taken)
    covariance = np.linalg.inv(information) / np.outer(spread, spread)
    half = float(scipy.stats.norm.ppf((1 + level) / 2)) * np.sqrt(np.diag(covariance))
    effects = tuple(
        Estimate(float(b), float(b - h), float(b + h), level, len(tables), METHOD)
        for b, h in zip(beta / spread, half, strict=True)
    )
    by_chance = -math.fsum(math.log(len(table)) for table in tables)
    return Revealed(effects, covariance, likelihood, by_chance, len(tables))


def choices_needed(choices: int, half_width: float, *, wished: float) -> int:
    """How many choices of this kind would bring an interval to the wished half-width.

    Intervals narrow with the root of the number of choices: n · (half_width / wished)².
    """
    if wished <= 0:
        raise ValueError("an interval has some width")
    return max(1, math.ceil(choices * (half_width / wished) ** 2))


def _table(one: Choice) -> Floats:
    table = np.asarray(one.options, dtype=np.float64)
    if table.ndim != MATRIX or not np.isfinite(table).all():
        raise ValueError("every option has a finite number for every attribute")
    if not 0 <= one.taken < len(table):
        raise ValueError("what was taken is one of the options")
    return table


def _within(tables: Sequence[Floats]) -> Floats:
    """All options with the mean of their choice taken off: only that can tell one from another."""
    return np.vstack([table - table.mean(axis=0) for table in tables])


def _spread(tables: Sequence[Floats]) -> Floats:
    return np.asarray(_within(tables).std(axis=0), dtype=np.float64)


def _redundant(tables: Sequence[Floats]) -> int | None:
    """The first attribute that varies nowhere, or only together with those before it."""
    within = _within(tables)
    size = np.sqrt((within**2).sum(axis=0))
    scaled = within / np.where(size > 0, size, 1.0)
    for k in range(scaled.shape[1]):
        if np.linalg.svd(scaled[:, : k + 1], compute_uv=False)[-1] < FLAT:
            return k
    return None


def _explained_without_exception(tables: Sequence[Floats], taken: Sequence[int]) -> bool:
    """Whether some weights never put what was taken behind, and somewhere put it ahead.

    The likelihood then rises for ever along them, so that no largest one exists (Albert &
    Anderson 1984, Biometrika 71(1)).
    """
    leads = np.vstack([table[row] - table for table, row in zip(tables, taken, strict=True)])
    ends = [(-1.0, 1.0)] * leads.shape[1]
    found = linprog(-leads.sum(axis=0), A_ub=-leads, b_ub=np.zeros(len(leads)), bounds=ends)
    return bool(-found.fun > FLAT)


def _newton(tables: Sequence[Floats], taken: Sequence[int]) -> tuple[Floats, Floats, float]:
    """The likelihood has one top, so steps that always rise end there."""
    stacked = _Stacked(tables, taken)
    beta = np.zeros(tables[0].shape[1])
    likelihood, slope, information = stacked.at(beta)
    for _ in range(STEPS):
        step = np.linalg.solve(information, slope)
        if float(slope @ step) < CLOSE:
            break
        while stacked.at(beta + step)[0] < likelihood - CLOSE:
            step = step / 2
        beta = beta + step
        likelihood, slope, information = stacked.at(beta)
    return beta, information, likelihood


class _Stacked:
    """All options of all choices below each other, so that one product looks at them all."""

    def __init__(self, tables: Sequence[Floats], taken: Sequence[int]) -> None:
        sizes = [len(table) for table in tables]
        self.rows = np.vstack(tables)
        self.starts = np.cumsum([0, *sizes[:-1]])
        self.choice = np.repeat(np.arange(len(tables)), sizes)
        self.taken = self.starts + np.asarray(taken)

    def at(self, beta: Floats) -> tuple[float, Floats, Floats]:
        """Log likelihood, its slope, and the information at these weights."""
        appeal = self.rows @ beta
        highest = np.maximum.reduceat(appeal, self.starts)[self.choice]
        raised = np.exp(appeal - highest)
        whole = np.add.reduceat(raised, self.starts)[self.choice]
        chance = raised / whole
        log_chance = appeal - highest - np.log(whole)
        mean = np.add.reduceat(chance[:, None] * self.rows, self.starts)
        slope = self.rows[self.taken].sum(axis=0) - mean.sum(axis=0)
        information = (self.rows.T * chance) @ self.rows - mean.T @ mean
        return float(log_chance[self.taken].sum()), slope, information
