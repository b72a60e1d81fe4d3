"""What do the words of a corpus mean there, learned without a label?

The sentence model reads a sample of the corpus. From it every word gets a vector, so that the sum
over a text comes near to what the model would have said of the whole: a linear map from the
vectors of the word's pieces, then a correction for the words of the sample (ridge regression, then
kernel ridge regression on shared words; closed forms, no chance in it). How near it comes is
measured on each text left out in turn, and the scores are drawn in by that much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.chunks import Meant, word_hash
from northing.foundations.text.shipped import DIMENSIONS, piece_vectors
from northing.foundations.text.tfidf import Rarity
from northing.foundations.text.wordpiece import UNKNOWN, cleaned, word_pieces
from northing.foundations.text.words import Word, words

Vectors = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

_STOP_WORD_WEIGHT = 0.5
_LEAST_WEIGHT = 0.3
_RIDGE, _CORRECTION_RIDGE = 1.0, 0.3
_CENTRED = 0.5
_MOST_OF_A_WORD = 3  # pieces; a word of more is none of the vocabulary
_PARTS = 8
_LATIN_END = "\u0250"
_STEPS = float(1 << 20)
_DIGITS = 6
# Vectors become whole numbers of length 4,000: their products sum exactly in 32-bit floats, in
# whatever order a processor takes them (4,000 squared is below 2 ** 24).
_LENGTH = 4_000.0
COSINE = _LENGTH**-2
"""Turns a product of whole vectors into a cosine."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How words become vectors in one corpus, and how its sentences lie.

    `basis` leads from the space of the model to the main directions of the corpus, `pieces` and
    `bias` from vectors of pieces to these, `corrections` belong to the stems of the sample by
    `hashes`; `centre` is half the mean of the corpus; `slope` and `shift` draw a score of words in
    to what the model is expected to say.
    """

    basis: Vectors = field(repr=False)
    pieces: Vectors = field(repr=False)
    bias: Vectors = field(repr=False)
    hashes: npt.NDArray[np.uint64] = field(repr=False)
    corrections: npt.NDArray[np.float16] = field(repr=False)
    centre: Vectors = field(repr=False)
    slope: float = 1.0
    shift: float = 0.0


def centre_of(exact: Vectors) -> Vectors:
    """Half the mean: what all texts of a corpus share tells nothing apart."""
    mean: Vectors = (_CENTRED * exact.mean(axis=0)).astype(np.float32)
    return mean


def whole(vectors: Vectors, centre: Vectors) -> Vectors:
    """Centred vectors as whole numbers of one length; see `nearness`."""
    away = unit(vectors)
    away -= centre
    away = unit(away)
    away *= np.float32(_LENGTH)
    return np.rint(away, out=away)


def products(texts: Vectors, prompts: Vectors) -> Vectors:
    """The products of whole vectors: whole numbers too, the same on every processor."""
    found: Vectors = texts @ prompts.T
    return found


def nearness(texts: Vectors, prompts: Vectors) -> Floats:
    """The cosines of whole vectors, to 4 digits, the same on every processor."""
    return np.round(products(texts, prompts).astype(np.float64) / _LENGTH**2, 4)


def unit(vectors: Vectors) -> Vectors:
    """Each row scaled to length 1; a row of zeros stays."""
    length = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    length[length == 0] = 1
    scaled: Vectors = vectors / length
    return scaled


class WordMeaning:
    """What words add to a text: vectors in the main directions of the corpus."""

    def __init__(self, learned: Learned, rarity: Rarity) -> None:
        self._rarity = rarity
        # In 64 bits, part by part: what a processor adds in another order leaves no trace.
        self._table = np.vstack(
            [
                (part.astype(np.float64) @ learned.pieces).astype(np.float32)
                for part in np.array_split(piece_vectors(), _PARTS)
            ]
        )
        self._row = {int(one): row for row, one in enumerate(learned.hashes)}
        self._corrections = learned.corrections

    def __call__(self, found: Sequence[Word]) -> Meant:
        weights = _weights(found, self._rarity)
        vectors = np.zeros((len(found), self._table.shape[1]), np.float32)
        for at, word in enumerate(found):
            vectors[at] = self._table[list(_pieces(word))].sum(axis=0)
            row = self._row.get(word_hash(word.stem))
            if row is not None:
                vectors[at] += self._corrections[row]
        return Meant(vectors * weights[:, None], weights**2, np.array([*map(is_outside, found)]))


def is_outside(word: Word) -> bool:
    """The vocabulary of the model lacks the word: another script, or four pieces and more."""
    if any(char.isalpha() and char >= _LATIN_END for char in word.surface):
        return True
    pieces = _pieces(word)
    return len(pieces) > _MOST_OF_A_WORD or UNKNOWN in pieces


def learn(
    texts: Sequence[str], exact: Vectors, prompts: Vectors, rarity: Rarity, *, language: str
) -> Learned:
    """Learn from what the model said of `texts` (`exact`, one row each)."""
    read = [words(text.lower(), language=language) for text in texts]
    spoken = [at for at, found in enumerate(read) if found]
    centre = _plain(centre_of(exact))
    _, _, directions = np.linalg.svd(
        np.vstack([exact, prompts]).astype(np.float64), full_matrices=False
    )
    basis = np.zeros((exact.shape[1], DIMENSIONS), np.float32)
    basis[:, : len(directions[:DIMENSIONS])] = _plain(directions[:DIMENSIONS].T)
    bags, stems, pieces = _bags([read[at] for at in spoken], rarity)
    said = exact[spoken].astype(np.float64) @ basis
    given = np.hstack([bags @ pieces, np.ones((len(spoken), 1))])
    linear = np.linalg.solve(given.T @ given + _RIDGE * np.eye(given.shape[1]), given.T @ said)
    unsaid = said - given @ linear
    by_stem = bags @ stems.matrix
    dual, certain = _dual(by_stem, unsaid)
    left_out = said - dual / certain[:, None]
    slope, shift = _drawn_in(left_out, exact[spoken], prompts, basis, centre)
    return Learned(
        basis,
        _plain(linear[:-1]),
        _plain(linear[-1]),
        stems.hashes,
        _plain(by_stem.T @ dual).astype(np.float16),
        centre,
        slope,
        shift,
    )


def _dual(by_stem: sparse.csr_matrix, unsaid: Floats) -> tuple[Floats, Floats]:
    """The solution of kernel ridge regression, and the diagonal of the inverse it came by."""
    kernel = (by_stem @ by_stem.T).toarray()
    kernel.ravel()[:: len(kernel) + 1] += _CORRECTION_RIDGE
    inverse = np.linalg.inv(kernel)
    return inverse @ unsaid, np.diag(inverse).copy()


@dataclass(frozen=True, slots=True)
class _Stems:
    hashes: npt.NDArray[np.uint64]
    matrix: sparse.csr_matrix


def _bags(
    read: Sequence[Sequence[Word]], rarity: Rarity
) -> tuple[sparse.csr_matrix, _Stems, Floats]:
    """Texts by words (weights of length 1), words by stems, and words by pieces' vectors."""
    place: dict[tuple[str, bool, str], int] = {}
    first: list[Word] = []
    columns: list[int] = []
    for found in read:
        for word in found:
            at = place.setdefault((word.stem, word.is_stop, word.surface), len(place))
            if at == len(first):
                first.append(word)
            columns.append(at)
    ends = np.cumsum([0, *(len(found) for found in read)])
    weights = _weights(first, rarity).astype(np.float64)[columns]
    text = np.repeat(np.arange(len(read)), np.diff(ends))
    length = np.sqrt(np.bincount(text, weights=weights**2, minlength=len(read)))
    bags = sparse.csr_matrix((weights / length[text], columns, ends), shape=(len(read), len(first)))
    hashes = np.array([word_hash(word.stem) for word in first], np.uint64)
    distinct, stem = np.unique(hashes, return_inverse=True)
    matrix = sparse.csr_matrix((np.ones(len(first)), (np.arange(len(first)), stem)))
    table = piece_vectors()
    pieces = np.array([table[list(_pieces(word))].sum(axis=0) for word in first], np.float64)
    return bags, _Stems(distinct, matrix), pieces.reshape(len(first), table.shape[1])


def _weights(found: Sequence[Word], rarity: Rarity) -> Vectors:
    hashes = np.array([word_hash(word.stem) for word in found], np.uint64)
    weights = rarity.of_words(hashes) - np.float32(1 - _LEAST_WEIGHT)
    weights[[word.is_stop for word in found]] = _STOP_WORD_WEIGHT
    return weights


def _pieces(word: Word) -> tuple[int, ...]:
    return word_pieces(cleaned(word.surface))


def _drawn_in(
    left_out: Floats, exact: Vectors, prompts: Vectors, basis: Vectors, centre: Vectors
) -> tuple[float, float]:
    """The straight line from scores by words to scores by the model, over all pairs."""
    signs = whole(prompts, centre)
    said = nearness(whole(exact, centre), signs).ravel()
    by_words = nearness(
        whole(left_out.astype(np.float32), centre @ basis), np.rint(signs @ basis)
    ).ravel()
    spread = float(by_words.var())
    together = float(((by_words - by_words.mean()) * (said - said.mean())).mean())
    slope = round(together / spread, _DIGITS) if spread else 0.0
    return slope, round(float(said.mean() - slope * by_words.mean()), _DIGITS)


def _plain(found: Floats | Vectors) -> Vectors:
    """Rounded to steps of a millionth (2 ** -20), which the last bits of 64 do not reach: solvers
    give other last bits (and signs of zero) with other processors and numbers of threads."""
    plain: Vectors = (np.rint(found * _STEPS) / _STEPS + 0.0).astype(np.float32)
    return plain
