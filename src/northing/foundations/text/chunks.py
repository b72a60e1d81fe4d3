"""Of which words is each chunk between two spaces made?

Texts are cut at white space by Arrow; each distinct chunk ("(all-hands,") is read once, by
`words`, into entries: words, their runs, and breaks that part neighbours. What a word weighs and
means is added to the chunk once, too. The cache is shared by threads: only the path of a miss is
locked, the tables never move, and rows are written before the number that leads to them is
published. A full cache is left to those who still read it, and a new one begins: what a chunk
holds never depends on what else was read.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from northing.foundations.text.words import Word, runs, words

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]
Vectors = npt.NDArray[np.float32]

WORD, STOP_WORD, BREAK, RUN = 0, 1, 2, 3
MOST_CHUNKS = 120_000
_ENTRIES_A_CHUNK = 4
_AT_ONCE = 4_096  # chunks, and their words, learned in one step: what is held beside the tables
_LONGEST = 200  # characters: more is no word, and is read as several

Entry = tuple[int, int]  # a hash and its kind
_BREAK: Entry = (0, BREAK)


class Meant(NamedTuple):
    """What words add to the meaning of their text: a vector each, the square of their weight, and
    whether the vocabulary lacks them."""

    vectors: Vectors
    squares: Vectors
    is_outside: npt.NDArray[np.bool_]


Meaning = Callable[[Sequence[Word]], Meant]


class Tables(NamedTuple):
    """What is known of each chunk: chunk c has the entries starts[c]:starts[c] + counts[c]."""

    starts: Numbers
    counts: Numbers
    vectors: Vectors
    sums: Vectors  # of squares, of words, of words outside
    hashes: Hashes
    kinds: npt.NDArray[np.uint8]


class _Chunk(NamedTuple):
    words: dict[Word, int]  # each with how often it stands there
    entries: list[Entry]


def word_hash(stem: str) -> int:
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")


class Chunks:
    """The chunks read so far in one language; full at `most`, when it begins anew."""

    def __init__(
        self,
        language: str,
        *,
        width: int = 0,
        meaning: Meaning | None = None,
        most: int = MOST_CHUNKS,
    ) -> None:
        self._language = language
        self._meaning = meaning
        self._width = width
        self._most = most
        self._lock = threading.Lock()
        self._known = _Known(most, _ENTRIES_A_CHUNK * most, width)

    def read(self, chunks: Sequence[str]) -> tuple[Numbers, Tables]:
        """The rows of the chunks, and the tables they are rows of."""
        known = self._known
        try:
            numbers = known.rows(chunks)
        except KeyError:
            known = self._learn(chunks)
            numbers = known.rows(chunks)
        return numbers, known.tables

    def _learn(self, chunks: Sequence[str]) -> _Known:
        with self._lock:
            known = self._known
            read = {
                one: self._chunk(one) for one in dict.fromkeys(chunks) if one not in known.number
            }
            if not known.has_room(read):
                read |= {one: self._chunk(one) for one in dict.fromkeys(chunks) if one not in read}
                entries = sum(len(one.entries) for one in read.values())
                most = max(self._most, len(read))
                known = _Known(most, max(_ENTRIES_A_CHUNK * most, entries), self._width)
            known.learn(read, self._meaning)
            self._known = known
            return known

    def _chunk(self, chunk: str) -> _Chunk:
        """The words of a chunk, and its entries: a break between two of them or at an end."""
        found, entries = dict[Word, int](), list[Entry]()
        of_word: dict[Word, list[Entry]] = {}
        for start in range(0, len(chunk), _LONGEST):
            around = words(f"x {chunk[start : start + _LONGEST]} x", language=self._language)
            for word in around[1:-1]:
                if word not in found:
                    of_word[word] = _entries(word)
                found[word] = found.get(word, 0) + 1
                entries.extend(of_word[word])
            if not around[-1].follows:
                entries.append(_BREAK)
        return _Chunk(found, entries)


def _entries(word: Word) -> list[Entry]:
    own = (word_hash(word.stem), STOP_WORD if word.is_stop else WORD)
    beside = [(word_hash(run), RUN) for run in runs(word)]
    return [own, *beside] if word.follows else [_BREAK, own, *beside]


class _Known:
    """Tables of one size, of which the system gives memory only to the rows that were written."""

    def __init__(self, most: int, most_entries: int, width: int) -> None:
        self.number: dict[str, int] = {}
        self.tables = Tables(
            np.zeros(most, np.int32),
            np.zeros(most, np.int32),
            np.zeros((most, width), np.float32),
            np.zeros((most, 3), np.float32),
            np.zeros(most_entries, np.uint64),
            np.zeros(most_entries, np.uint8),
        )
        self._n_entries = 0

    def rows(self, chunks: Sequence[str]) -> Numbers:
        """Raises KeyError where one is not known."""
        return np.fromiter(map(self.number.__getitem__, chunks), np.int32, len(chunks))

    def has_room(self, read: dict[str, _Chunk]) -> bool:
        entries = self._n_entries + sum(len(one.entries) for one in read.values())
        chunks = len(self.number) + len(read)
        return chunks <= len(self.tables.starts) and entries <= len(self.tables.hashes)

    def learn(self, read: dict[str, _Chunk], meaning: Meaning | None) -> None:
        chunks = list(read)
        for start in range(0, len(chunks), _AT_ONCE):
            part = chunks[start : start + _AT_ONCE]
            self._add(part, [read[one] for one in part], meaning)

    def _add(self, chunks: Sequence[str], read: Sequence[_Chunk], meaning: Meaning | None) -> None:
        first, stop = len(self.number), len(self.number) + len(chunks)
        counts = np.array([len(one.entries) for one in read], dtype=np.int32)
        flat = [entry for one in read for entry in one.entries]
        at, end = self._n_entries, self._n_entries + len(flat)
        tables = self.tables
        tables.hashes[at:end] = [hashed for hashed, _ in flat]
        tables.kinds[at:end] = [kind for _, kind in flat]
        tables.counts[first:stop] = counts
        tables.starts[first:stop] = at + np.cumsum(counts) - counts
        if meaning is not None:
            self._mean(first, read, meaning)
        self._n_entries = end
        self.number.update(zip(chunks, range(first, stop), strict=True))

    def _mean(self, first: int, read: Sequence[_Chunk], meaning: Meaning) -> None:
        spoken = [
            (at, word, times) for at, one in enumerate(read) for word, times in one.words.items()
        ]
        vectors = np.zeros((len(read), self.tables.vectors.shape[1]), np.float32)
        sums = np.zeros((len(read), 3), np.float32)
        for start in range(0, len(spoken), _AT_ONCE):
            chunk, of_words, times = zip(*spoken[start : start + _AT_ONCE], strict=True)
            meant = meaning(of_words)
            at, often = np.array(chunk), np.array(times, np.float32)
            np.add.at(vectors, at, meant.vectors * often[:, None])
            np.add.at(sums[:, 0], at, meant.squares * often)
            np.add.at(sums[:, 1], at, often)
            np.add.at(sums[:, 2], at, meant.is_outside * often)
        rows = slice(first, first + len(read))
        # In 16 bits, then in 32: a last bit that a processor rounds otherwise leaves no trace.
        self.tables.vectors[rows] = vectors.astype(np.float16)
        self.tables.sums[rows] = sums
