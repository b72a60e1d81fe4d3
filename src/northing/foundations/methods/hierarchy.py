"""How much of a gap lies between groups, how much within them, and how much does netting hide?"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, rel_entr

from northing.foundations.methods.divergence import (
    generalised_jensen_shannon,
    jensen_shannon,
    total_variation,
)
from northing.foundations.methods.shares import MATRIX, Floats, checked_shares


@dataclass(frozen=True, slots=True)
class GroupPart:
    """One group's part of the within term: `weight * jsd` bits.

    `jsd` is the generalised divergence of the group's two rows, 0 by definition where the group
    has mass in one channel only (that gap lies between groups), and None where it has none at
    all. `words_share` and `deeds_share` are the group's parts of the two wholes.
    """

    weight: float
    jsd: float | None
    words_share: float
    deeds_share: float


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A gap of two joint tables in parts; divergences in bits, `tv_*` in shares of the whole."""

    jsd_total: float
    between: float
    within: float
    groups: tuple[GroupPart, ...]
    tv_joint: float
    tv_overall: float
    jsd_overall: float
    hidden_by_netting_tv: float
    hidden_by_netting_jsd: float


@dataclass(frozen=True, slots=True)
class GroupInformation:
    """One group's weight (share of all mass) and the mutual information inside it, in nats."""

    label: Hashable
    weight: float
    information: float


@dataclass(frozen=True, slots=True)
class MutualInformation:
    """Segregation indices M (nats) and H (M over the entropy of the categories) in two levels.

    `total = between + within` for both; H is None where all mass lies in one category.
    """

    m_total: float
    m_between: float
    m_within: float
    h_total: float | None
    h_between: float | None
    h_within: float | None
    groups: tuple[GroupInformation, ...]


def decompose(words_joint: ArrayLike, deeds_joint: ArrayLike) -> Hierarchy:
    """Split the divergence of two joint tables by group, and show what netting hides.

    The chain rule of mutual information makes the split exact:
    I((U,C);S) = I(U;S) + Σ_u p(u) I(C;S|U=u), where p(u) = (w_u + k_u)/2 and the term of group u
    is the generalised Jensen–Shannon divergence with weights a_u = w_u/(w_u + k_u) and 1 − a_u.
    Total variation and divergence are convex: the joint gap is never below the gap of the column
    sums; the difference is hidden by netting, groups offsetting one another.

    Parameters
    ----------
    words_joint, deeds_joint : array-like, shape (groups, categories)
        Joint shares; each table adds up to 1 over all its cells (see `joint_shares`).

    Returns
    -------
    Hierarchy

    Raises
    ------
    ValueError
        The shapes differ, or a table is not made of shares of one whole.

    References
    ----------
    Lin 1991; Theil & Finizza 1971; Mora & Ruiz-Castillo 2011.

    """
    words = checked_shares(words_joint, name="the first joint table")
    deeds = checked_shares(deeds_joint, name="the second joint table")
    if words.ndim != MATRIX or words.shape != deeds.shape:
        raise ValueError("joint tables have the same groups (rows) and categories (columns)")
    groups = tuple(_group_part(w, k) for w, k in zip(words, deeds, strict=True))
    jsd_total = jensen_shannon(words.ravel(), deeds.ravel()).value
    jsd_overall = jensen_shannon(words.sum(axis=0), deeds.sum(axis=0)).value
    tv_joint = total_variation(words.ravel(), deeds.ravel()).value
    tv_overall = total_variation(words.sum(axis=0), deeds.sum(axis=0)).value
    return Hierarchy(
        jsd_total=jsd_total,
        between=jensen_shannon(words.sum(axis=1), deeds.sum(axis=1)).value,
        within=math.fsum(group.weight * (group.jsd or 0.0) for group in groups),
        groups=groups,
        tv_joint=tv_joint,
        tv_overall=tv_overall,
        jsd_overall=jsd_overall,
        hidden_by_netting_tv=max(0.0, tv_joint - tv_overall),
        hidden_by_netting_jsd=max(0.0, jsd_total - jsd_overall),
    )


def mutual_information_decomposition(
    table: ArrayLike, groups_of_rows: Sequence[Hashable]
) -> MutualInformation:
    """Split the mutual information of rows and categories into between and within groups of rows.

    M = Σ p(r,c) ln[p(r,c)/(p(r)p(c))]; exactly M of the groups plus the groups' own M weighted by
    their share of all mass. H divides by the entropy of the categories.

    Parameters
    ----------
    table : array-like, shape (rows, categories)
        Counts or masses ≥ 0.
    groups_of_rows : sequence, length rows
        The group of each row; groups are reported in the order of their first row.

    Returns
    -------
    MutualInformation
        In nats, as the segregation literature prints it.

    Raises
    ------
    ValueError
        The table holds a negative or no mass, or the labels do not fit the rows.

    References
    ----------
    Theil & Finizza 1971; Mora & Ruiz-Castillo 2011, Sociological Methodology 41.

    """
    joint = _joint_of_counts(table)
    if len(groups_of_rows) != joint.shape[0]:
        raise ValueError(f"{joint.shape[0]} rows need as many groups, not {len(groups_of_rows)}")
    places: dict[Hashable, list[int]] = {}
    for row, label in enumerate(groups_of_rows):
        places.setdefault(label, []).append(row)
    between = _information(np.array([joint[rows].sum(axis=0) for rows in places.values()]))
    groups = tuple(_group_information(label, joint[rows]) for label, rows in places.items())
    total, within = _information(joint), math.fsum(g.weight * g.information for g in groups)
    entropy = _entropy(joint.sum(axis=0))
    return MutualInformation(
        m_total=total,
        m_between=between,
        m_within=within,
        h_total=total / entropy if entropy else None,
        h_between=between / entropy if entropy else None,
        h_within=within / entropy if entropy else None,
        groups=groups,
    )


def _group_part(words: Floats, deeds: Floats) -> GroupPart:
    w, k = math.fsum(words), math.fsum(deeds)
    if w + k == 0:
        return GroupPart(0.0, None, w, k)
    if w == 0 or k == 0:
        return GroupPart((w + k) / 2, 0.0, w, k)
    a = w / (w + k)
    jsd = generalised_jensen_shannon(np.stack([words / w, deeds / k]), (a, 1 - a)).value
    return GroupPart((w + k) / 2, jsd, w, k)


def _joint_of_counts(table: ArrayLike) -> Floats:
    counts = np.asarray(table, dtype=np.float64)
    if counts.ndim != MATRIX:
        raise ValueError("the table has rows and, as columns, categories")
    if not np.all(np.isfinite(counts)) or np.any(counts < 0):
        raise ValueError("the table holds a mass that is negative or not a finite number")
    total = math.fsum(counts.ravel())
    if total == 0:
        raise ValueError("the table holds no mass: nothing can be decomposed")
    return counts / total


def _group_information(label: Hashable, joint: Floats) -> GroupInformation:
    weight = math.fsum(joint.ravel())
    return GroupInformation(label, weight, _information(joint / weight) if weight > 0 else 0.0)


def _entropy(categories: Floats) -> float:
    """Entropy in nats; exactly 0 for one category, whose share may round to a little below 1."""
    held = categories[categories > 0]
    return float(entr(held).sum()) if held.size > 1 else 0.0


def _information(joint: Floats) -> float:
    independent = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    # An expected mass of 0 under a cell above 0 is an underflow: the cell weighs nothing.
    cells = np.where(independent > 0, rel_entr(joint, independent), 0.0)
    return max(0.0, math.fsum(cells.ravel()))
