"""How good are verdicts, and how sure is that?"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Booleans = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
RESAMPLED, SEED = 2_000, 20260101


def f1(said: Booleans, label: Booleans) -> float:
    both = int((said & label).sum())
    return 2 * both / max(int(said.sum() + label.sum()), 1)


def macro(said: Booleans, label: Booleans) -> float:
    """The mean F1 over the columns."""
    return float(np.mean([f1(said[:, at], label[:, at]) for at in range(said.shape[1])]))


def mean_per(value: Numbers, group: Places) -> float:
    """The mean of the means of the groups."""
    return float(np.mean([value[group == one].mean() for one in np.unique(group)]))


def area(score: Numbers, label: Booleans) -> float:
    """The area under the ROC curve: how often a true pair is nearer than a false one, ties half."""
    order = np.argsort(score, kind="stable")
    _, place, times = np.unique(score[order], return_inverse=True, return_counts=True)
    rank = (np.cumsum(times) - (times - 1) / 2)[place]
    n, own = len(label), int(label.sum())
    return float((rank[label[order]].sum() - own * (own + 1) / 2) / (own * (n - own)))


def interval(measure: Callable[..., float], *sizes: int) -> tuple[float, float]:
    """A 95 % interval by bootstrap over the rows of each table of such a size."""
    chance = np.random.default_rng(SEED)
    drawn = [measure(*(chance.integers(0, n, n) for n in sizes)) for _ in range(RESAMPLED)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def with_fitted_border(score: Numbers, label: Booleans, group: Places) -> float:
    """The accuracy if one border for all were fitted to labels, each fifth judged by the others."""
    fold = np.random.default_rng(SEED).permutation(len(label)) % 5
    right = np.zeros(len(label))
    for one in range(5):
        known = fold != one
        borders = np.unique(score[known])
        gains = [float(((score[known] >= border) == label[known]).mean()) for border in borders]
        said = score[~known] >= borders[int(np.argmax(gains))]
        right[~known] = said == label[~known]
    return mean_per(right, group)
