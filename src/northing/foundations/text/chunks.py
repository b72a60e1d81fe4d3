"""Of which words is each chunk between two spaces made?

Texts are cut at white space by Arrow; each distinct chunk ("(all-hands,") is read once, by
`words`, into entries: words, and breaks that part neighbours. What a word weighs and means is
added to the chunk once, too. The cache is shared by threads: only the path of a miss is locked,
and rows are written before the number that leads to them is published.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from northing.foundations.text.words import Word, words

Hashes = npt.NDArray[np.uint64]
Vectors = npt.NDArray[np.float32]

WORD, STOP_WORD, BREAK = 0, 1, 2
_MOST_CHUNKS = 120_000
_LONGEST = 200  # characters: more is no word, and is read as several
_FIRST_ROOM = 1 << 12


class Meant(NamedTuple):
    """What words add to the meaning of their text: a vector each, the square of their weight, and
    whether the vocabulary lacks them."""

    vectors: Vectors
    squares: Vectors
    is_outside: npt.NDArray[np.bool_]


Meaning = Callable[[Sequence[Word]], Meant]


class Read(NamedTuple):
    """Chunks by number, and the tables those numbers lead to; numbers are places in the tables."""

    numbers: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]
    hashes: Hashes
    kinds: npt.NDArray[np.uint8]
    vectors: npt.NDArray[np.float16]
    sums: npt.NDArray[np.float32]  # of squares, of words, of words outside


def word_hash(stem: str) -> int:
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")


class Chunks:
    """The chunks read so far in one language; full at 120,000, when it begins anew."""

    def __init__(self, language: str, *, width: int = 0, meaning: Meaning | None = None) -> None:
        self._language = language
        self._meaning = meaning
        self._width = width
        self._lock = threading.Lock()
        self._known = _Known(width)

    def read(self, chunks: Sequence[str]) -> Read:
        known = self._known
        numbers = [known.number.get(chunk, -1) for chunk in chunks]
        if -1 in numbers:
            known = self._learn(chunks)
            numbers = [known.number[chunk] for chunk in chunks]
        return Read(np.array(numbers, dtype=np.int64), *known.tables())

    def _learn(self, chunks: Sequence[str]) -> _Known:
        with self._lock:
            known = self._known
            missing = [chunk for chunk in chunks if chunk not in known.number]
            if len(known.number) + len(missing) > _MOST_CHUNKS:
                known, missing = _Known(self._width), list(chunks)
            missing = list(dict.fromkeys(missing))
            known.add(missing, [self._entries(chunk) for chunk in missing], self._meaning)
            self._known = known
            return known

    def _entries(self, chunk: str) -> list[Word | None]:
        """The words of a chunk, None for a break between two of them or at an end."""
        found: list[Word | None] = []
        for start in range(0, len(chunk), _LONGEST):
            around = words(f"x {chunk[start : start + _LONGEST]} x", language=self._language)
            for word in around[1:]:
                found.extend([word] if word.follows else [None, word])
            found.pop()
        return found


class _Known:
    def __init__(self, width: int) -> None:
        self.number: dict[str, int] = {}
        self._n_chunks = self._n_entries = 0
        self._starts = np.zeros(_FIRST_ROOM, np.int64)
        self._counts = np.zeros(_FIRST_ROOM, np.int64)
        self._vectors = np.zeros((_FIRST_ROOM, width), np.float16)
        self._sums = np.zeros((_FIRST_ROOM, 3), np.float32)
        self._hashes = np.zeros(_FIRST_ROOM, np.uint64)
        self._kinds = np.zeros(_FIRST_ROOM, np.uint8)

    def tables(
        self,
    ) -> tuple[
        npt.NDArray[np.int64],
        npt.NDArray[np.int64],
        Hashes,
        npt.NDArray[np.uint8],
        npt.NDArray[np.float16],
        npt.NDArray[np.float32],
    ]:
        return (
            self._starts,
            self._counts,
            self._hashes,
            self._kinds,
            self._vectors,
            self._sums,
        )

    def add(
        self,
        chunks: Sequence[str],
        entries: Sequence[Sequence[Word | None]],
        meaning: Meaning | None,
    ) -> None:
        first, at = self._n_chunks, self._n_entries
        flat = [entry for of_chunk in entries for entry in of_chunk]
        counts = np.array([len(of_chunk) for of_chunk in entries], dtype=np.int64)
        self._make_room(first + len(chunks), at + len(flat))
        stop, end = first + len(chunks), at + len(flat)
        self._hashes[at:end] = [0 if one is None else word_hash(one.stem) for one in flat]
        self._kinds[at:end] = [BREAK if one is None else int(one.is_stop) for one in flat]
        self._counts[first:stop] = counts
        self._starts[first:stop] = at + np.cumsum(counts) - counts
        if meaning is not None:
            self._mean(first, counts, flat, meaning)
        self._n_chunks, self._n_entries = stop, end
        self.number.update(zip(chunks, range(first, stop), strict=True))

    def _mean(
        self,
        first: int,
        counts: npt.NDArray[np.int64],
        flat: Sequence[Word | None],
        meaning: Meaning,
    ) -> None:
        spoken = [one for one in flat if one is not None]
        if not spoken:
            return
        meant = meaning(spoken)
        chunk_of = np.repeat(np.arange(len(counts)), counts)
        chunk_of = chunk_of[[one is not None for one in flat]]
        vectors = np.zeros((len(counts), self._vectors.shape[1]), np.float32)
        sums = np.zeros((len(counts), 3), np.float32)
        np.add.at(vectors, chunk_of, meant.vectors)
        np.add.at(sums[:, 0], chunk_of, meant.squares)
        np.add.at(sums[:, 1], chunk_of, 1)
        np.add.at(sums[:, 2], chunk_of, meant.is_outside)
        self._vectors[first : first + len(counts)] = vectors
        self._sums[first : first + len(counts)] = sums

    def _make_room(self, n_chunks: int, n_entries: int) -> None:
        """Larger tables are copies: whoever still reads the old ones finds all they know there."""
        for name in ("_starts", "_counts", "_vectors", "_sums"):
            setattr(self, name, _grown(getattr(self, name), n_chunks))
        for name in ("_hashes", "_kinds"):
            setattr(self, name, _grown(getattr(self, name), n_entries))


def _grown(table: np.ndarray, room: int) -> np.ndarray:
    if room <= len(table):
        return table
    grown = np.zeros((max(room, 2 * len(table)), *table.shape[1:]), table.dtype)
    grown[: len(table)] = table
    return grown
