"""Which words, in which order, does a block of texts hold?

Arrow cuts the texts at white space and numbers the distinct chunks; what a chunk holds is looked
up (`chunks`). Nothing here walks over single words in Python.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from northing.foundations.text.chunks import BREAK, STOP_WORD, Chunks, Read

Integers = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]


class Reading(NamedTuple):
    """The chunks of all texts in a row: text t owns chunk[ends[t]:ends[t+1]], numbers of `read`."""

    ends: Integers
    chunk: Integers
    read: Read


class Features(NamedTuple):
    """The hashes of words and of pairs of neighbours in a row, and where each text begins."""

    hashes: npt.NDArray[np.uint64]
    ends: Integers


def read_block(texts: pa.Array, chunks: Chunks) -> Reading:
    """Read a block; a null text is empty."""
    cut = pc.utf8_split_whitespace(pc.utf8_lower(pc.fill_null(texts.cast(pa.string()), "")))
    encoded = cut.flatten().dictionary_encode()
    ends = np.concatenate(
        [[0], np.cumsum(pc.list_value_length(cut).to_numpy(zero_copy_only=False))]
    )
    distinct = encoded.dictionary.to_pylist()
    return Reading(
        ends.astype(np.int64),
        encoded.indices.to_numpy().astype(np.int64),
        chunks.read(distinct),
    )


def features_of(block: Reading) -> Features:
    """Words that are no stop words, and neighbours of which one at least is none."""
    read = block.read
    counts = read.counts[read.numbers][block.chunk]
    ends = np.concatenate([[0], np.cumsum(counts)])[block.ends]
    first = read.starts[read.numbers][block.chunk]
    entry = np.arange(ends[-1]) + np.repeat(first - (np.cumsum(counts) - counts), counts)
    word, kind = read.hashes[entry], read.kinds[entry]
    is_pair = np.zeros(len(entry), dtype=bool)
    is_pair[1:] = (kind[1:] != BREAK) & (kind[:-1] != BREAK)
    is_pair[1:] &= (kind[1:] != STOP_WORD) | (kind[:-1] != STOP_WORD)
    is_pair[ends[:-1][ends[:-1] < len(entry)]] = False
    return _interleaved(word, kind == 0, is_pair, ends)


def sums_of(block: Reading) -> tuple[Vectors, Vectors]:
    """The sum of the chunks' vectors for each text, and of their counted sums."""
    read = block.read
    ones = np.ones(len(block.chunk), np.float32)
    of_text = sparse.csr_matrix(
        (ones, block.chunk, block.ends), shape=(len(block.ends) - 1, len(read.numbers))
    )
    vectors = read.vectors[read.numbers].astype(np.float32)
    return of_text @ vectors, of_text @ read.sums[read.numbers]


_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def pair_hash(
    first: npt.NDArray[np.uint64], second: npt.NDArray[np.uint64]
) -> npt.NDArray[np.uint64]:
    mixed: npt.NDArray[np.uint64] = (first * _FIRST) ^ (second * _SECOND)
    return mixed


def _interleaved(
    word: npt.NDArray[np.uint64],
    is_word: npt.NDArray[np.bool_],
    is_pair: npt.NDArray[np.bool_],
    ends: Integers,
) -> Features:
    """Two places for each word, its own and that of the pair it ends; unused places drop out."""
    places = np.empty((len(word), 2), np.uint64)
    places[:, 0] = word
    places[1:, 1] = pair_hash(word[:-1], word[1:])
    is_used = np.stack([is_word, is_pair], axis=1).ravel()
    used_before = np.concatenate([[0], np.cumsum(is_used)])
    return Features(places.ravel()[is_used], used_before[2 * ends].astype(np.int64))
