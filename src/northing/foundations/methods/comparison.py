"""By how much do two shares differ, and did the machine's error move?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import scipy

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval

METHOD = "difference, MOVER-D"
FEWEST_EXPECTED = 5
NOTHING_TO_COMPARE = "nothing was checked in both periods"

Checked = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ErrorShift:
    """Whether shares of checked strata moved between two periods.

    `p_value` is that of no change in any stratum; `differences` (now − before) has one measure
    for each stratum.
    """

    p_value: float
    test: str
    differences: tuple[Measure, ...]


def mover_difference(a: Estimate, b: Estimate) -> Measure:
    """The difference a − b of two independent estimates, from their own intervals.

    The ends lie √((a − l_a)² + (u_b − b)²) below and √((u_a − a)² + (b − l_b)²) above a − b, and
    so keep the lopsidedness of both. A figure known exactly adds no width; what is approximate
    on either side stays so. Worst-case bounds of both sides give worst-case bounds.

    Parameters
    ----------
    a, b : Estimate
        Of independent samples, at the same level and in the same unit.

    Returns
    -------
    Estimate
        In the unit of both; `n` counts both. Without interval where one side has none, or where
        chance on one side meets worst-case bounds on the other.

    Raises
    ------
    ValueError
        The two levels differ.

    References
    ----------
    Zou & Donner 2008, Statistics in Medicine 27(10); Newcombe 1998, Stat. Med. 17(8).

    """
    value, n = a.value - b.value, a.n + b.n
    if a.low is None or a.high is None or b.low is None or b.high is None:
        why = a.no_interval or b.no_interval
        return without_interval(value, n=n, method=METHOD, why=why)
    levels = {one.level for one in (a, b) if one.level is not None}
    if len(levels) > 1:
        raise ValueError("two intervals are compared at the same level")
    if not levels:
        ends = a.low - b.high, a.high - b.low
        return Estimate(value, *ends, None, n, "difference, worst-case bounds")
    if any(one.level is None and one.low != one.high for one in (a, b)):
        why = "one side is bounded at worst, the other by chance"
        return without_interval(value, n=n, method=METHOD, why=why)
    low = value - math.hypot(a.value - a.low, b.high - b.value)
    high = value + math.hypot(a.high - a.value, b.value - b.low)
    method = METHOD if "approximate" not in a.method + b.method else f"{METHOD}, approximate"
    return Estimate(value, low, high, levels.pop(), n, method)


def same_error(
    now: Sequence[Checked], before: Sequence[Checked], *, level: float = 0.95
) -> ErrorShift | Unknown:
    """Whether the share of hits within the machine's strata moved since an earlier period.

    For each stratum (what the machine flagged; what it did not) the hits among the checked of
    both periods form a table. Where every expected count is 5 or more, Pearson's χ² of all
    tables is added up; else each table has Fisher's exact test and the smallest p-value is
    multiplied by the number of tables (Bonferroni), which is cautious.

    Parameters
    ----------
    now, before : sequence of (hits, checked)
        One pair for each stratum, in the same order.
    level : float
        Confidence level of the differences, between 0 and 1.

    Returns
    -------
    ErrorShift, or Unknown where no stratum was checked in both periods

    Raises
    ------
    ValueError
        The lengths differ or a pair is no proportion.

    References
    ----------
    Pearson 1900; Fisher 1935; Newcombe 1998, Statistics in Medicine 17(8), method 10.

    """
    if len(now) != len(before):
        raise ValueError("both periods have the same strata")
    differences = tuple(_moved(a, b, level) for a, b in zip(now, before, strict=True))
    tables = [
        ((a[0], a[1] - a[0]), (b[0], b[1] - b[0]))
        for a, b in zip(now, before, strict=True)
        if a[1] and b[1]
    ]
    if not tables:
        return Unknown(NOTHING_TO_COMPARE)
    telling = [table for table in tables if all(map(sum, zip(*table, strict=True)))]
    if all(_least_expected(table) >= FEWEST_EXPECTED for table in telling):
        found = math.fsum(_pearson(table) for table in telling)
        p_value = float(scipy.stats.chi2.sf(found, len(telling))) if telling else 1.0
        return ErrorShift(p_value, "Pearson's chi-squared", differences)
    smallest = min(float(scipy.stats.fisher_exact(table)[1]) for table in telling)
    return ErrorShift(min(1.0, len(telling) * smallest), "Fisher's exact, Bonferroni", differences)


Table = tuple[tuple[int, int], tuple[int, int]]


def _moved(a: Checked, b: Checked, level: float) -> Measure:
    first, second = wilson(*a, level=level), wilson(*b, level=level)
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return Unknown(NOTHING_TO_COMPARE)
    return mover_difference(first, second)


def _least_expected(table: Table) -> float:
    rows, columns = [sum(row) for row in table], [sum(col) for col in zip(*table, strict=True)]
    return min(rows) * min(columns) / sum(rows)


def _pearson(table: Table) -> float:
    (a, b), (c, d) = table
    return (a + b + c + d) * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
