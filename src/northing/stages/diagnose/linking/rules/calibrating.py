"""How probable is a link of a given match_score, judged by what people corrected?

A logistic curve over the logarithm of the match_score, fitted by penalised likelihood (Platt 1999,
with his smoothed targets, so that a clean split does not send the curve to infinity). Without
enough corrections of both kinds there is no probability, only the match_score.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

LEAST = 30
LEAST_OF_A_KIND = 5
_STEPS = 50
_FLOOR = 1e-6
_STILL = 1e-10


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve that rests on `labels` corrections, of which `right` confirmed the link."""

    intercept: float
    slope: float
    labels: int
    right: int

    def probability(self, match_score: float) -> float:
        return 1 / (
            1 + math.exp(-(self.intercept + self.slope * math.log(max(match_score, _FLOOR))))
        )


def calibrated(match_scores: Sequence[float], is_right: Sequence[bool]) -> Calibration | None:
    """`None` with fewer than 30 corrections, or fewer than 5 of either kind."""
    right = sum(is_right)
    wrong = len(is_right) - right
    if len(match_scores) < LEAST or min(right, wrong) < LEAST_OF_A_KIND:
        return None
    x = np.log(np.maximum(np.asarray(match_scores, dtype=np.float64), _FLOOR))
    high, low = (right + 1) / (right + 2), 1 / (wrong + 2)
    targets = np.where(np.asarray(is_right), high, low)
    intercept, slope = _fitted(x, targets)
    return Calibration(intercept, max(0.0, slope), len(match_scores), right)


def _fitted(x: np.ndarray, targets: np.ndarray) -> tuple[float, float]:
    """Newton's steps on the log-likelihood; the ridge keeps them finite where it is flat."""
    design = np.column_stack([np.ones_like(x), x])
    beta = np.zeros(2)
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        weight = p * (1 - p)
        hessian = design.T @ (design * weight[:, None]) + 1e-6 * np.eye(2)
        step = np.linalg.solve(hessian, design.T @ (targets - p))
        beta = beta + step
        if float(np.abs(step).max()) < _STILL:
            break
    return float(beta[0]), float(beta[1])
