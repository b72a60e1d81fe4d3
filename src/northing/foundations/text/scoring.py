"""How near is each text to each topic, in meaning and in words?

score = (meaning + part * words) / (1 + part), not below 0, of the nearest prompt. words is the
cosine of TF-IDF weights; meaning is the cosine of sentence vectors, centred on the corpus, with
the prompt drawn towards the texts that are clearly near its topic (see `echoes`). Of a
large corpus only uncertain texts are read whole by the model, of all others the vectors of their
words are added (see `meaning`). A text of which the vocabulary lacks half the words or more has no
meaning here: its score is the cosine of its words alone, and so are all in a language other than
English.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse

from northing.foundations.text.chunks import Chunks
from northing.foundations.text.echoes import can_be_read, drawn_signs
from northing.foundations.text.encoder import encode
from northing.foundations.text.meaning import WordMeaning, learn, nearness, unit, whole
from northing.foundations.text.prepared import Floats, Integers, Prepared, Prompts, Scores
from northing.foundations.text.reading import Reading, read_block, sums_of
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.shipped import DIMENSIONS
from northing.foundations.text.tfidf import PLACES, count_rarity, weigh
from northing.foundations.text.verdicts import margins
from northing.foundations.text.words import base_language, words

Booleans = npt.NDArray[np.bool_]

_DIGITS = 6
_READS = "en"  # the language of the sentence model
_MOST_KEPT = 4


def learned_from(
    texts: Sequence[str], prompts: Prompts, settings: MatchSettings, *, digest: str
) -> Prepared:
    """Count words over texts and prompts, and let the model read a part of the texts."""
    chunks = Chunks(settings.language)
    step = settings.block_rows
    read = [*texts, *sorted(set(prompts.prompt))]
    blocks = (
        read_block(pa.array(read[at : at + step], pa.string()), chunks)
        for at in range(0, len(read), step)
    )
    rarity = count_rarity(blocks)
    plain = Prepared(digest, settings, prompts, len(texts), rarity)
    if not (settings.meaning and is_read_by_the_model(settings.language) and texts):
        return plain
    if not prompts.n_topics:
        return plain
    chosen = read_whole(texts, settings)
    if not any(words(text, language=settings.language) for text in chosen):
        return plain
    asked = encode(prompts.prompt)
    exact = encode(chosen)
    learned = learn(chosen, exact, asked, rarity, language=settings.language)
    is_read = np.array([can_be_read(text, language=settings.language) for text in chosen])
    signs = drawn_signs(
        whole(asked, learned.centre),
        whole(exact[is_read], learned.centre),
        prompts.of_topic,
        settings,
        speaks=np.array([can_be_read(one, language=settings.language) for one in prompts.prompt]),
    )
    return Prepared(digest, settings, prompts, len(texts), rarity, learned, signs)


def is_read_by_the_model(language: str) -> bool:
    """The sentence model reads one language, in all its countries."""
    return base_language(language) == _READS


def read_whole(texts: Sequence[str], settings: MatchSettings) -> list[str]:
    """The texts of a sample that the model reads: evenly through the sorted sample."""
    if len(texts) <= settings.read_whole:
        return list(texts)
    at = np.linspace(0, len(texts) - 1, settings.read_whole).astype(np.int64)
    return [texts[one] for one in at]


class Scorer:
    """Scores blocks of texts; may be shared by threads."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        learned = prepared.learned
        language = prepared.settings.language
        self.meaning = None if learned is None else WordMeaning(learned, prepared.rarity)
        self.chunks = Chunks(language, width=DIMENSIONS if learned else 0, meaning=self.meaning)
        prompts = weigh(
            read_block(pa.array(prepared.prompts.prompt, pa.string()), Chunks(language)),
            prepared.rarity,
        )
        places = np.unique(prompts.indices)
        self._column = np.full(PLACES, -1, np.int32)
        self._column[places] = np.arange(len(places))
        self._signs = prompts[:, places].T.tocsr()
        self._is_silent = np.diff(prompts.indptr) == 0  # a prompt of stop words says nothing
        self._order = np.argsort(prepared.prompts.of_topic, kind="stable")
        of_topic = np.array(prepared.prompts.of_topic, np.int64)[self._order]
        self._starts = np.flatnonzero(np.diff(of_topic, prepend=-1))

    def scores(self, texts: pa.Array, *, is_whole: bool | None = None) -> Scores:
        block = read_block(texts, self.chunks)
        by_words, is_wordless = self._by_words(block)
        if self.prepared.learned is None or self.prepared.signs is None:
            near_words, prompt = self._nearest(by_words)
            nobody = np.zeros(len(texts), bool)
            unsure = np.full(len(texts), np.inf)
            return Scores(near_words, near_words, prompt, unsure, ~nobody, nobody, is_wordless)
        vectors, sums = sums_of(block)
        is_by_words = sums[:, 2] * 2 >= sums[:, 1]
        meant = self._by_sums(vectors, sums)
        part = self.prepared.settings.words_part
        score, nearest = self._nearest(np.maximum(meant + part * by_words, 0) / (1 + part))
        margin = np.where(is_by_words, np.inf, margins(score, self.prepared.settings))
        whole_rows = self._read_whole(margin, is_by_words, asked_for=is_whole)
        if whole_rows.any():
            exact = self._exact(texts.filter(pa.array(whole_rows)).to_pylist())
            mixed = np.maximum(exact + part * by_words[whole_rows], 0) / (1 + part)
            score[whole_rows], nearest[whole_rows] = self._nearest(mixed)
        if is_by_words.any():
            score[is_by_words], nearest[is_by_words] = self._nearest(by_words[is_by_words])
        return Scores(
            score,
            self._words(by_words, asked_for=is_whole),
            nearest,
            margin,
            is_by_words,
            whole_rows,
            is_wordless & is_by_words,
        )

    def _read_whole(
        self, margin: Floats, is_by_words: Booleans, *, asked_for: bool | None
    ) -> Booleans:
        """Which texts the model reads: as asked for, else all of a small corpus, else the
        uncertain ones."""
        if asked_for is None and not self.prepared.is_small:
            found: Booleans = margin < self.prepared.uncertain_below
            return found
        return ~is_by_words if asked_for is not False else np.zeros(len(margin), bool)

    def _by_words(self, block: Reading) -> tuple[Floats, Booleans]:
        """The cosines with the prompts, and which texts have no word to compare."""
        rows = weigh(block, self.prepared.rarity)
        column = self._column[rows.indices]
        is_asked = column >= 0
        before = np.concatenate([[0], np.cumsum(is_asked)])
        asked = sparse.csr_matrix(
            (rows.data[is_asked], column[is_asked], before[rows.indptr]),
            shape=(rows.shape[0], self._signs.shape[0]),
        )
        cosines: Floats = np.round((asked @ self._signs).toarray(), _DIGITS)
        return cosines, np.diff(rows.indptr) == 0

    def _by_sums(self, vectors: npt.NDArray[np.float32], sums: npt.NDArray[np.float32]) -> Floats:
        learned, signs = self.prepared.learned, self.prepared.signs
        assert learned is not None  # noqa: S101 - asked before
        assert signs is not None  # noqa: S101 - for the type checker
        said = unit((vectors + np.sqrt(sums[:, :1]) * learned.bias).astype(np.float32))
        near = nearness(whole(said, learned.centre @ learned.basis), np.rint(signs @ learned.basis))
        return self._heard(learned.shift + learned.slope * near)

    def _words(self, by_words: Floats, *, asked_for: bool | None) -> Floats:
        """The scores by words of all texts, which only `prepare` asks for."""
        return self._nearest(by_words)[0] if asked_for is False else by_words[:0]

    def _exact(self, texts: Sequence[str | None]) -> Floats:
        learned, signs = self.prepared.learned, self.prepared.signs
        assert learned is not None  # noqa: S101 - asked before
        assert signs is not None  # noqa: S101 - for the type checker
        read = encode([text or "" for text in texts])
        return self._heard(nearness(whole(read, learned.centre), signs))

    def _heard(self, near: Floats) -> Floats:
        near[:, self._is_silent] = -1
        return near

    def _nearest(self, near: Floats) -> tuple[Floats, Integers]:
        """Per topic the best score, and the first prompt that has it."""
        ordered: Floats = np.round(near[:, self._order], _DIGITS)
        if len(self._starts) == near.shape[1]:
            return ordered, np.broadcast_to(self._order, near.shape).astype(np.int64)
        best: Floats = np.maximum.reduceat(ordered, self._starts, axis=1)
        stops = [*self._starts[1:], near.shape[1]]
        at = [
            self._order[start + ordered[:, start:stop].argmax(axis=1)]
            for start, stop in zip(self._starts, stops, strict=True)
        ]
        return best, np.stack(at, axis=1)


_kept: OrderedDict[str, Scorer] = OrderedDict()
_keeping = threading.Lock()


def scorer_of(prepared: Prepared) -> Scorer:
    """The scorer of what was prepared, with all it has read so far; the newest four are kept."""
    with _keeping:
        found = _kept.pop(prepared.digest, None) or Scorer(prepared)
        _kept[prepared.digest] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
        return found
