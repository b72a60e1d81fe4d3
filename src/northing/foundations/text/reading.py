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

from northing.foundations.text.chunks import BREAK, RUN, STOP_WORD, WORD, Chunks, Tables

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Vectors = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint64]

_LAST_ASCII = 0x7F
_FIRST_SEPARATOR, _LAST_SEPARATOR = 0x1C, 0x1F  # white space to Unicode, not to ASCII


class Reading(NamedTuple):
    """The chunks of all texts in a row: text t owns chunk[ends[t]:ends[t+1]], rows of `tables`."""

    ends: Numbers
    chunk: Numbers
    tables: Tables


class Features(NamedTuple):
    """The hashes of words, of their runs, and of pairs of neighbours, each with its text."""

    hashes: Hashes
    text: Integers
    n_texts: int


def read_block(texts: pa.Array, chunks: Chunks) -> Reading:
    """Read a block; a null text is empty."""
    cut = _cut(pc.fill_null(texts.cast(pa.string()), ""))
    ends = cut.offsets.to_numpy()
    encoded = cut.flatten().dictionary_encode()
    numbers, tables = chunks.read(encoded.dictionary.to_pylist())
    return Reading(ends - ends[0], numbers[encoded.indices.to_numpy()], tables)


def _cut(texts: pa.Array) -> pa.ListArray:
    """The texts in lower case, cut at white space; twice as fast where all is plain ASCII."""
    if _is_plain(texts):
        return pc.ascii_split_whitespace(pc.ascii_lower(texts))
    return pc.utf8_split_whitespace(pc.utf8_lower(texts))


def _is_plain(texts: pa.Array) -> bool:
    _, offsets, written = texts.buffers()
    if written is None or not len(texts):
        return True
    ends = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    signs = np.frombuffer(written, np.uint8)[ends[0] : ends[-1]]
    separates = (signs >= _FIRST_SEPARATOR) & (signs <= _LAST_SEPARATOR)
    return not len(signs) or bool(signs.max() <= _LAST_ASCII and not separates.any())


def features_of(block: Reading) -> Features:
    """Words that are no stop words and their runs, and neighbours of which one at least is none.

    They come in no order: whoever counts them sorts.
    """
    tables, n_texts = block.tables, len(block.ends) - 1
    counts = tables.counts[block.chunk]
    after = np.cumsum(counts, dtype=np.int64)
    first = tables.starts[block.chunk]
    entry = np.arange(after[-1] if len(after) else 0) + np.repeat(first - (after - counts), counts)
    ends = np.concatenate([[0], after])[block.ends]
    text = np.repeat(np.arange(n_texts), np.diff(ends))
    word, kind = tables.hashes[entry], tables.kinds[entry]
    counted = (kind == WORD) | (kind == RUN)
    spoken = np.flatnonzero(kind != RUN)
    before, after = spoken[:-1], spoken[1:]
    is_pair = (text[before] == text[after]) & (kind[before] != BREAK) & (kind[after] != BREAK)
    is_pair &= (kind[before] != STOP_WORD) | (kind[after] != STOP_WORD)
    before, after = before[is_pair], after[is_pair]
    return Features(
        np.concatenate([word[counted], pair_hash(word[before], word[after])]),
        np.concatenate([text[counted], text[after]]),
        n_texts,
    )


def sums_of(block: Reading) -> tuple[Vectors, Vectors]:
    """The sum of the chunks' vectors for each text, and of their counted sums."""
    tables = block.tables
    ones = np.ones(len(block.chunk), np.float32)
    of_text = sparse.csr_matrix(
        (ones, block.chunk, block.ends), shape=(len(block.ends) - 1, len(tables.vectors))
    )
    return of_text @ tables.vectors, of_text @ tables.sums


_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def pair_hash(first: Hashes, second: Hashes) -> Hashes:
    mixed: Hashes = (first * _FIRST) ^ (second * _SECOND)
    return mixed
