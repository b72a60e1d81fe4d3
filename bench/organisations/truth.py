"""What would a person who knows the organisation answer of any record and commitment?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from northing.stages.records.ledger.facts import Record
from organisations.facts import ANSWERS, NEITHER, Line
from organisations.writing import fold


class Truth:
    """Answers every pair: the generator knows which line stands as which text in which file."""

    def __init__(self, known: Mapping[str, Mapping[str, Line]]) -> None:
        self._known = known

    def line(self, record: Record) -> Line:
        """Raises `KeyError` for a record that nobody wrote: then reading made it up."""
        return self._known[record.place.path][fold(record.text)]

    def answer(self, record: Record, commitment: str) -> str:
        return self.line(record).bears.get(commitment, NEITHER)


class Person:
    """Answers as the truth does, but for a stated share of errors: any of the other three."""

    def __init__(self, truth: Truth, *, error: float, seed: int) -> None:
        self._truth, self._error = truth, error
        self._rng = np.random.default_rng([seed, 77])

    def answer(self, record: Record, commitment: str) -> str:
        right = self._truth.answer(record, commitment)
        if self._rng.random() >= self._error:
            return right
        wrong = [one for one in ANSWERS if one != right]
        return wrong[int(self._rng.integers(len(wrong)))]
