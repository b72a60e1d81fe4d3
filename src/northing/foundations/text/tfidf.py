"""How much does each word weigh in each text of a corpus?

TF-IDF over words and pairs of neighbours: (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), each text
scaled to length 1 (Salton and Buckley 1988; the smoothed form of scikit-learn). Features are
hashed into 2^20 places (Weinberger et al. 2009), so what was counted is a table of one size and
any text can be weighed, also one with words the corpus lacks: those count as the rarest. A sum is
taken in the order of the places, the same whatever stands beside the text, and every logarithm
comes from the library of the language, the same with whatever instructions a processor has.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from northing.foundations.text.chunks import word_hash
from northing.foundations.text.reading import Integers, Reading, features_of, pair_hash

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
        in_texts += np.bincount(_counts(block).place, minlength=PLACES)
        n += len(block.ends) - 1
    logs = np.array([math.log((1 + n) / (1 + df)) + 1 for df in range(int(in_texts.max()) + 1)])
    return Rarity(logs[in_texts].astype(np.float32))


class Weights(NamedTuple):
    """Features of a block by text, then by place: text t owns weight[ends[t]:ends[t+1]]."""

    ends: Integers
    place: Integers
    weight: Floats
    text: Integers


def weigh(block: Reading, rarity: Rarity) -> Weights:
    """The weights of a block of texts, those of each text of length 1."""
    counts = _counts(block)
    weight = _dampened(counts.often) * rarity.idf[counts.place]
    n_texts = len(block.ends) - 1
    squares = np.bincount(counts.text, weights=weight * weight, minlength=n_texts)
    # A text without a feature has no entry, so no length is 0.
    weight /= np.sqrt(squares)[counts.text]
    ends = np.searchsorted(counts.text, np.arange(n_texts + 1))
    return Weights(ends, counts.place, weight, counts.text)


class _Counts(NamedTuple):
    text: Integers
    place: Integers
    often: Integers


def _counts(block: Reading) -> _Counts:
    """How often each feature stands in each text; texts and places in order."""
    found = features_of(block)
    keys = np.sort((found.text << _BITS) | _places(found.hashes))
    is_first = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    first = np.flatnonzero(is_first)
    distinct = keys[first]
    return _Counts(distinct >> _BITS, distinct & (PLACES - 1), np.diff(first, append=len(keys)))


def _dampened(often: Integers) -> Floats:
    dampened = np.ones(len(often))
    repeated = np.flatnonzero(often > 1)
    if len(repeated):
        times, of_times = np.unique(often[repeated], return_inverse=True)
        dampened[repeated] = np.array([1 + math.log(one) for one in times.tolist()])[of_times]
    return dampened


def _places(hashes: npt.NDArray[np.uint64]) -> Integers:
    # The multiplication spreads what a mix of two hashes left in the lower bits.
    spread = (hashes * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(64 - _BITS)
    return spread.view(np.int64)
