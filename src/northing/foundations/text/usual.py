"""What is usual for each topic over texts that need not be held together?

Scores have six digits, so they are added up as whole numbers of millionths: exactly, and in any
order.
"""

from __future__ import annotations

import numpy as np

from northing.foundations.text.prepared import Floats, Usual

_MILLION = 1_000_000


class Adding:
    """Adds up the scores of texts by topic, block after block."""

    def __init__(self, topics: int) -> None:
        self.texts = 0
        self._sum = np.zeros(topics, np.int64)
        self._squares = np.zeros(topics, np.int64)
        self._least = np.full(topics, np.iinfo(np.int64).max)
        self._most = np.full(topics, np.iinfo(np.int64).min)

    def add(self, score: Floats) -> None:
        """One row a text, one column a topic; scores between -1 and 1."""
        if not len(score):
            return
        whole = np.rint(score * _MILLION).astype(np.int64)
        self.texts += len(whole)
        self._sum += whole.sum(axis=0)
        self._squares += (whole**2).sum(axis=0)
        self._least = np.minimum(self._least, whole.min(axis=0))
        self._most = np.maximum(self._most, whole.max(axis=0))

    def usual(self) -> Usual:
        """Mean and deviation of what was added; a topic all texts are equally near has none."""
        mean = self._sum / self.texts
        away = np.maximum(self._squares / self.texts - mean**2, 0.0)
        spread = np.where(self._least == self._most, 0.0, np.sqrt(away))
        return Usual(mean / _MILLION, spread / _MILLION)
