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
import pyarrow as pa
from scipy import sparse

from northing.foundations.text.asked import Asked
from northing.foundations.text.chunks import Chunks
from northing.foundations.text.echoes import can_be_read, drawn_signs
from northing.foundations.text.encoder import encode
from northing.foundations.text.meaning import (
    COSINE,
    Learned,
    Vectors,
    WordMeaning,
    learn,
    products,
    whole,
)
from northing.foundations.text.prepared import (
    Booleans,
    Floats,
    Integers,
    Nearness,
    Prepared,
    Prompts,
    Scores,
)
from northing.foundations.text.reading import read_block, sums_of
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.shipped import DIMENSIONS
from northing.foundations.text.tfidf import count_rarity, weigh
from northing.foundations.text.topics import Topics
from northing.foundations.text.verdicts import margins
from northing.foundations.text.words import base_language, words

_READS = "en"  # the language of the sentence model
_MOST_KEPT = 4
_SILENT = -10.0  # below any score


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
    """Scores blocks of texts; may be shared by threads.

    Products of whole numbers are exact and every further step is one operation of 32-bit floats,
    so a score is the same on every processor, in whatever block.
    """

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        learned = prepared.learned
        language = prepared.settings.language
        self.meaning = None if learned is None else WordMeaning(learned, prepared.rarity)
        self.chunks = Chunks(language, width=DIMENSIONS if learned else 0, meaning=self.meaning)
        self.topics = Topics(prepared.prompts)
        prompts = read_block(pa.array(prepared.prompts.prompt, pa.string()), Chunks(language))
        self._asked = Asked(prompts, prepared.rarity, self.topics.order)
        self._part = prepared.settings.words_part
        self._spoken = _spoken(prepared, self.topics.order, self._asked.is_silent)

    def scores(self, texts: pa.Array, *, is_whole: bool | None = None) -> Scores:
        block = read_block(texts, self.chunks)
        weights = weigh(block, self.prepared.rarity)
        by_words = self._asked.cosines(weights)
        is_wordless = np.diff(weights.ends) == 0
        if self._spoken is None:
            near = by_words.toarray()
            score = self.topics.best(near)
            nobody = np.zeros(len(texts), bool)
            unsure = np.full(len(texts), np.inf)
            return Scores(score, score, near, unsure, ~nobody, nobody, is_wordless)
        vectors, sums = sums_of(block)
        is_by_words = sums[:, 2] * 2 >= sums[:, 1]
        near = self._mixed(self._spoken.by_sums(vectors, sums), by_words)
        score = self.topics.best(near)
        margin = np.where(is_by_words, np.inf, margins(score, self.prepared.settings))
        whole_rows = self._read_whole(margin, is_by_words, asked_for=is_whole)
        if whole_rows.any():
            read = encode(texts.filter(pa.array(whole_rows)).fill_null("").to_pylist())
            near[whole_rows] = self._mixed(self._spoken.exact(read), by_words[whole_rows])
        if is_by_words.any():
            near[is_by_words] = by_words[is_by_words].toarray()
        changed = whole_rows | is_by_words
        if changed.any():
            score[changed] = self.topics.best(near[changed])
        return Scores(
            score,
            self._words(by_words, asked_for=is_whole),
            near,
            margin,
            is_by_words,
            whole_rows,
            is_wordless & is_by_words,
        )

    def nearest_prompt(self, scores: Scores, row: Integers, topic: Integers) -> Integers:
        """The numbers of the prompts that pairs of a text and a topic have their score from."""
        return self.topics.nearest(scores.near, row, topic)

    def _mixed(self, meant: Nearness, by_words: sparse.csr_array) -> Nearness:
        """(meaning + part * words) / (1 + part), not below 0."""
        mixed: Nearness = np.asarray(by_words * np.float32(self._part) + meant)
        mixed *= np.float32(1 / (1 + self._part))
        return np.maximum(mixed, 0, out=mixed)

    def _read_whole(
        self, margin: Floats, is_by_words: Booleans, *, asked_for: bool | None
    ) -> Booleans:
        """Which texts the model reads: as asked for, else all of a small corpus, else the
        uncertain ones."""
        if asked_for is None and not self.prepared.is_small:
            found: Booleans = margin < self.prepared.uncertain_below
            return found
        return ~is_by_words if asked_for is not False else np.zeros(len(margin), bool)

    def _words(self, by_words: sparse.csr_array, *, asked_for: bool | None) -> Nearness:
        """The scores by words of all texts, which only `prepare` asks for."""
        rows = by_words if asked_for is False else by_words[:0]
        return self.topics.best(rows.toarray())


class _Spoken:
    """How near what texts mean is to what prompts mean; a silent prompt is near nothing."""

    def __init__(
        self, learned: Learned, signs: Vectors, order: Integers, is_silent: Booleans
    ) -> None:
        self._learned = learned
        self._signs = signs[order]
        # In 64 bits, like the table of words: one thread and two must give the same numbers.
        basis = learned.basis.astype(np.float64)
        self._basis_signs = np.rint(self._signs @ basis).astype(np.float32)
        self._basis_centre = (learned.centre @ basis).astype(np.float32)
        self._silence = np.where(is_silent, np.float32(_SILENT), np.float32(0))
        self._basis_silence = self._silence + np.float32(learned.shift)

    def by_sums(self, vectors: Vectors, sums: Vectors) -> Nearness:
        """By the sums of the vectors of words, drawn in to what the model is expected to say."""
        vectors += np.sqrt(sums[:, :1]) * self._learned.bias
        near = products(whole(vectors, self._basis_centre), self._basis_signs)
        near *= np.float32(self._learned.slope * COSINE)
        near += self._basis_silence
        return near

    def exact(self, read: Vectors) -> Nearness:
        """By what the model said of the texts."""
        near = products(whole(read, self._learned.centre), self._signs)
        near *= np.float32(COSINE)
        near += self._silence
        return near


def _spoken(prepared: Prepared, order: Integers, is_silent: Booleans) -> _Spoken | None:
    if prepared.learned is None or prepared.signs is None:
        return None
    return _Spoken(prepared.learned, prepared.signs, order, is_silent)


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
