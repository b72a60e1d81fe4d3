"""How much does each word weigh in each text of a corpus?

TF-IDF over words and pairs of neighbours: (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), each text
scaled to length 1 (Salton and Buckley 1988; the smoothed form of scikit-learn). Features are
hashed into 2^20 places (Weinberger et al. 2009), so what was counted is a table of one size and
any text can be weighed, also one with words the corpus lacks: those count as the rarest. A sum is
taken in the order of the places, the same whatever stands beside the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.chunks import word_hash
from northing.foundations.text.reading import Features, Reading, features_of, pair_hash

Floats = npt.NDArray[np.float64]
Rarities = npt.NDArray[np.float32]

_BITS = 20
PLACES = 1 << _BITS


@dataclass(frozen=True, slots=True)
class Rarity:
    """The IDF of each place, from how many of the texts of a corpus have a feature there."""

    idf: Rarities

    def of_words(self, hashes: npt.NDArray[np.uint64]) -> Rarities:
        found: Rarities = self.idf[_places(hashes)]
        return found

    def squared(self, key: str) -> float:
        """The squared IDF of a feature: what sharing it once adds to a cosine before scaling."""
        parts = np.array([word_hash(part) for part in key.split(" ")], np.uint64)
        hashed = parts if len(parts) == 1 else pair_hash(parts[:1], parts[1:])
        return float(self.idf[_places(hashed)][0]) ** 2


def count_rarity(blocks: Iterable[Reading]) -> Rarity:
    """Count in how many of the texts each feature stands."""
    in_texts = np.zeros(PLACES, np.int64)
    n = 0
    for block in blocks:
        counted = _counts(features_of(block))
        in_texts += np.bincount(counted.indices, minlength=PLACES)
        n += counted.shape[0]
    # In blocks of logarithms from the library of the language: the same on every platform.
    logs = np.array([math.log((1 + n) / (1 + df)) + 1 for df in range(int(in_texts.max()) + 1)])
    return Rarity(logs[in_texts].astype(np.float32))


def weigh(block: Reading, rarity: Rarity) -> sparse.csr_matrix:
    """The weights of a block of texts, one row a text, each of length 1 (0 without a feature)."""
    rows = _counts(features_of(block))
    often = rows.data
    is_often = often > 1
    often[is_often] = 1 + np.log(often[is_often])
    rows.data = often * rarity.idf[rows.indices]
    text = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    squares = np.bincount(text, weights=rows.data**2, minlength=rows.shape[0]).astype(np.float64)
    scale = np.divide(1.0, np.sqrt(squares), out=np.zeros_like(squares), where=squares > 0)
    rows.data = rows.data * scale[text]
    return rows


def _places(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int32]:
    # The multiplication spreads what a mix of two hashes left in the lower bits.
    spread = (hashes * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(64 - _BITS)
    return spread.astype(np.int32)


def _counts(found: Features) -> sparse.csr_matrix:
    places = _places(found.hashes)
    counted = sparse.csr_matrix(
        (np.ones(len(places)), places, found.ends.astype(np.int32)),
        shape=(len(found.ends) - 1, PLACES),
    )
    counted.sum_duplicates()
    return counted
