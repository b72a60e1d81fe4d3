"""Would chance alone let a share fall as much?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import scipy

from northing.foundations.methods.shares import Floats
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.rules.mass import account_of, is_counted

DRAWS = 1999
MOST_SHUFFLED = 2000
METHOD = (
    f"records shuffled over the periods, {DRAWS} times (normal above {MOST_SHUFFLED}), all of them "
    "and those of the commitment, twice the smaller p"
)
_HALF = 0.5


def is_table(evidence: Evidence, commitment: str, channel: str) -> bool:
    """Lines that come back word for word in period after period are a plan: chance has no part."""
    mine = [one for one in evidence.all_linked_to(commitment) if one.channel == channel]
    periods: dict[str, set[str | None]] = {}
    for one in mine:
        periods.setdefault(one.text, set()).add(one.period)
    again = Counter(len(of) > 1 for of in periods.values())
    return bool(mine) and again[True] >= _HALF * sum(again.values())


Rows = Sequence[tuple[str, Mapping[str, float]]]
"""The period of each record of a channel, and its mass by commitment, *none* included."""


def rows_of(evidence: Evidence, channel: str) -> Rows:
    return [
        (one.period, evidence.masses(one))
        for one in evidence.records
        if one.period is not None
        and account_of(one, evidence.currency) == channel
        and is_counted(one)
    ]


def p_of_fall(rows: Rows, commitment: str, periods: Sequence[str], *, seed: int) -> float | None:
    """One-sided p-value: how often shuffled records let the later half fall as low.

    Twice the smaller of two: all records shuffled (fewer of them serve it), and those of the
    commitment among themselves (each of them is smaller). None where a half has no means at all.
    Records are taken as independent of one another.
    """
    if not any(of.get(commitment) for _, of in rows):
        return None  # before all else: of ten thousand commitments most have no record here
    late = set(periods[-(len(periods) // 2) :])
    here = [(period, of) for period, of in rows if period in periods]
    whole = np.array([sum(of.values()) for _, of in here])
    mine = np.array([of.get(commitment, 0.0) for _, of in here])
    is_late = np.array([period in late for period, _ in here], dtype=np.float64)
    if not (whole * is_late).sum() or not (whole * (1 - is_late)).sum() or not mine.any():
        return None
    # A ratio of sums, linearised: what each record has more than its part of the whole.
    fewer = _p_below(mine - mine.sum() / whole.sum() * whole, is_late, seed)
    smaller = _p_below(mine[mine != 0], is_late[mine != 0], seed)
    return min(1.0, 2 * min(fewer, smaller))


def _p_below(excess: Floats, is_late: Floats, seed: int) -> float:
    """How often the late half of shuffled records falls as low: drawn, or normal where many."""
    found, n, late = float(excess @ is_late), excess.size, float(is_late.sum())
    if n > MOST_SHUFFLED:
        spread = math.sqrt(late * (n - late) / (n * (n - 1)) * float((excess**2).sum()))
        return float(scipy.stats.norm.cdf(found / spread)) if spread else 1.0
    rng = np.random.Generator(np.random.PCG64(seed))
    drawn = rng.permuted(np.tile(excess, (DRAWS, 1)), axis=1) @ is_late
    return float((1 + np.sum(drawn <= found + 1e-9 * abs(found))) / (1 + DRAWS))
