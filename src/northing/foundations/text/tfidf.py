"""How much does each word weigh in each text of a corpus?

TF-IDF over words and pairs of neighbours: (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), each text
scaled to length 1 (Salton and Buckley 1988; the smoothed form of scikit-learn). How rare a feature
is (`Rarity`) is counted once, over a corpus; any text can then be weighed by it, also one with
words the corpus lacks: those count as the rarest. Pairs are kept as numbers, not strings, so that
memory grows with the length of the texts; numbers follow the sorted stems, those of new words
after all known ones, so the sums of a text are taken in one order whatever stands beside it.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.words import words

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_BLOCK_TEXTS = 4096
# A word is its stem's number, a pair is (first + 1) * _PAIR + second: words before all pairs.
_PAIR = 1 << 31


@dataclass(frozen=True, slots=True)
class Rarity:
    """The features of a corpus: `codes` sorted, `idf` of each; `unseen` is that of any other."""

    language: str
    stems: Mapping[str, int]
    codes: Integers
    idf: Floats
    unseen: float

    def squared(self, key: str) -> float:
        """The squared IDF of a feature: what sharing it once adds to a cosine before scaling."""
        parts = [self.stems.get(part, -1) for part in key.split(" ")]
        code = parts[0] if len(parts) == 1 else (parts[0] + 1) * _PAIR + parts[1]
        at = int(np.searchsorted(self.codes, code))
        is_known = min(parts) >= 0 and at < len(self.codes) and self.codes[at] == code
        return (float(self.idf[at]) if is_known else self.unseen) ** 2

    def of(self, codes: Integers) -> Floats:
        """The IDF of each of `codes`."""
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        if not len(self.codes):
            return np.full(len(codes), self.unseen)
        found: Floats = np.where(self.codes[at] == codes, self.idf[at], self.unseen)
        return found


@dataclass(frozen=True, slots=True)
class Weights:
    """Texts as weights of features: one of `rows` a text, one column for each of `codes`."""

    codes: Integers
    rows: sparse.csr_matrix

    def columns(self, codes: Integers) -> sparse.csr_matrix:
        """The weights of these features alone, zero where no text has one."""
        place = np.minimum(np.searchsorted(codes, self.codes), max(len(codes) - 1, 0))
        is_kept = codes[place] == self.codes if len(codes) else np.zeros(len(place), dtype=bool)
        kept = self.rows[:, np.flatnonzero(is_kept)]
        return sparse.csr_matrix(
            (kept.data, place[is_kept][kept.indices], kept.indptr),
            shape=(self.rows.shape[0], len(codes)),
        )


def count_rarity(texts: Sequence[str], *, language: str) -> Rarity:
    """Count in how many of the texts each feature stands."""
    stems, entries, starts = _read(texts, language, {})
    codes = np.unique(entries)
    in_texts = np.zeros(len(codes), dtype=np.int64)
    for start in range(0, len(texts), _BLOCK_TEXTS):
        stop = min(start + _BLOCK_TEXTS, len(texts))
        counted = _counts(codes, entries, starts, start, stop)
        in_texts += np.bincount(counted.indices, minlength=len(codes))
    idf = np.log((1 + len(texts)) / (1 + in_texts)) + 1
    return Rarity(language, stems, codes, idf, math.log(1 + len(texts)) + 1)


def weigh(texts: Sequence[str], rarity: Rarity) -> Weights:
    """The weights of the texts, one row a text, each of length 1 (or 0 without any feature)."""
    _, entries, starts = _read(texts, rarity.language, rarity.stems)
    codes = np.unique(entries)
    rows = _counts(codes, entries, starts, 0, len(texts))
    rows.data = (1 + np.log(rows.data)) * rarity.of(codes)[rows.indices]
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    scale = np.divide(1.0, np.sqrt(squares), out=np.zeros_like(squares), where=squares > 0)
    return Weights(codes, sparse.diags(scale).dot(rows).tocsr())


_IS_STOP, _FOLLOWS = 1, 2


def _read(
    texts: Sequence[str], language: str, known: Mapping[str, int]
) -> tuple[dict[str, int], Integers, Integers]:
    """The numbers of the stems that are new, all features in a row, and where each text starts."""
    first_seen: dict[str, int] = {}
    ids, flags, ends = array("q"), bytearray(), array("q", [0])
    for text in texts:
        for word in words(text, language=language):
            ids.append(first_seen.setdefault(word.stem, len(first_seen)))
            flags.append(_IS_STOP * word.is_stop | _FOLLOWS * word.follows)
        ends.append(len(ids))
    unknown = sorted(stem for stem in first_seen if stem not in known)
    new = {stem: number for number, stem in enumerate(unknown, start=len(known))}
    numbers = np.array(
        [known.get(stem, -1) if stem in known else new[stem] for stem in first_seen], dtype=np.int64
    )
    stem_ids = numbers[np.frombuffer(ids, dtype=np.int64)] if ids else np.empty(0, np.int64)
    flagged = np.frombuffer(bytes(flags), dtype=np.uint8)
    entries, starts = _features(stem_ids, flagged, np.frombuffer(ends, dtype=np.int64))
    return new, entries, starts


def _features(
    ids: Integers, flags: npt.NDArray[np.uint8], ends: Integers
) -> tuple[Integers, Integers]:
    is_stop = (flags & _IS_STOP) > 0
    is_pair = (flags & _FOLLOWS) > 0
    is_pair[1:] &= ~(is_stop[1:] & is_stop[:-1])
    # Two places for each word, its own and that of the pair it ends; unused places drop out.
    places = np.stack([ids, (np.roll(ids, 1) + 1) * _PAIR + ids], axis=1).ravel()
    is_used = np.stack([~is_stop, is_pair], axis=1).ravel()
    used_before = np.concatenate([[0], np.cumsum(is_used)])
    return places[is_used], used_before[2 * ends].astype(np.int64)


def _counts(
    codes: Integers, entries: Integers, starts: Integers, start: int, stop: int
) -> sparse.csr_matrix:
    own = entries[starts[start] : starts[stop]]
    columns = np.searchsorted(codes, own)
    pointers = starts[start : stop + 1] - starts[start]
    counted = sparse.csr_matrix(
        (np.ones(len(own)), columns, pointers), shape=(stop - start, len(codes))
    )
    counted.sum_duplicates()
    return counted
