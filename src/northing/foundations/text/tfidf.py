"""How much does each word weigh in each text of a corpus?

TF-IDF over words and pairs of neighbours: (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), each text
scaled to length 1 (Salton and Buckley 1988; the smoothed form of scikit-learn). Pairs are kept as
numbers, not strings, so that memory grows with the length of the texts and not with the number of
distinct pairs; feature numbers follow the sorted stems, so sums are taken in one order always.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.words import words

Integers = npt.NDArray[np.int64]

_BLOCK_TEXTS = 4096


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts as numbers. `codes` are the sorted features of all texts: a word is its stem's number,
    a pair is (first + 1) * number of stems + second. Text t owns entries[starts[t]:starts[t+1]]."""

    texts: Sequence[str]
    stems: dict[str, int]
    codes: Integers
    entries: Integers
    starts: Integers
    idf: npt.NDArray[np.float64]

    def rarity(self, key: str) -> float:
        """The squared IDF of a feature: what sharing it once adds to a cosine before scaling."""
        parts = [self.stems[part] for part in key.split(" ")]
        code = parts[0] if len(parts) == 1 else (parts[0] + 1) * len(self.stems) + parts[1]
        return float(self.idf[np.searchsorted(self.codes, code)] ** 2)


def read_corpus(texts: Sequence[str], *, language: str) -> Corpus:
    """Tokenise all texts once and count in how many of them each feature stands."""
    stems, ids, flags, ends = _read_words(texts, language)
    entries, starts = _features(ids, flags, ends, len(stems))
    codes = np.unique(entries)
    in_texts = np.zeros(len(codes), dtype=np.int64)
    for start in range(0, len(texts), _BLOCK_TEXTS):
        stop = min(start + _BLOCK_TEXTS, len(texts))
        counted = _counts(codes, entries, starts, start, stop)
        in_texts += np.bincount(counted.indices, minlength=len(codes))
    idf = np.log((1 + len(texts)) / (1 + in_texts)) + 1
    return Corpus(texts, stems, codes, entries, starts, idf)


def weights_of(corpus: Corpus, start: int, stop: int) -> sparse.csr_matrix:
    """The weights of the texts from `start` up to `stop`, one row a text, each of length 1 or 0."""
    rows = _counts(corpus.codes, corpus.entries, corpus.starts, start, stop)
    rows.data = (1 + np.log(rows.data)) * corpus.idf[rows.indices]
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    scale = np.divide(1.0, np.sqrt(squares), out=np.zeros_like(squares), where=squares > 0)
    return sparse.diags(scale).dot(rows).tocsr()


_IS_STOP, _FOLLOWS = 1, 2


def _read_words(
    texts: Sequence[str], language: str
) -> tuple[dict[str, int], Integers, npt.NDArray[np.uint8], Integers]:
    first_seen: dict[str, int] = {}
    ids, flags, ends = array("q"), bytearray(), array("q")
    for text in texts:
        for word in words(text, language=language):
            ids.append(first_seen.setdefault(word.stem, len(first_seen)))
            flags.append(_IS_STOP * word.is_stop | _FOLLOWS * word.follows)
        ends.append(len(ids))
    stems = {stem: number for number, stem in enumerate(sorted(first_seen))}
    renumbered = np.empty(len(stems), dtype=np.int64)
    for stem, seen in first_seen.items():
        renumbered[seen] = stems[stem]
    sorted_ids = renumbered[np.frombuffer(ids, dtype=np.int64)] if ids else np.empty(0, np.int64)
    return (
        stems,
        sorted_ids,
        np.frombuffer(bytes(flags), dtype=np.uint8),
        np.frombuffer(ends, dtype=np.int64) if ends else np.empty(0, np.int64),
    )


def _features(
    ids: Integers, flags: npt.NDArray[np.uint8], ends: Integers, n_stems: int
) -> tuple[Integers, Integers]:
    is_stop = (flags & _IS_STOP) > 0
    is_word = ~is_stop
    is_pair = (flags & _FOLLOWS) > 0
    is_pair[1:] &= ~(is_stop[1:] & is_stop[:-1])
    before = np.roll(ids, 1)
    # Two places for each word, its own and that of the pair it ends; unused places drop out.
    places = np.stack([ids, (before + 1) * n_stems + ids], axis=1).ravel()
    is_used = np.stack([is_word, is_pair], axis=1).ravel()
    used_before = np.concatenate([[0], np.cumsum(is_used)])
    starts = used_before[2 * np.concatenate([[0], ends])]
    return places[is_used], starts.astype(np.int64)


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
