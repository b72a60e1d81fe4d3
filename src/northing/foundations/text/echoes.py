"""Which texts are clearly near a topic, and what do they add to what its prompts mean here?

Relevance feedback without a person (Rocchio 1971; "pseudo-relevance feedback", Manning, Raghavan
and Schütze 2008, chapter 9): the texts that are nearest to a topic, and clearly so, show in which
words this corpus speaks of it; every prompt of the topic is drawn towards their middle. No label is
used. A topic without such a text keeps its prompts as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.meaning import Floats, Vectors, is_outside, nearness, unit, whole
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.words import words

_ROWS = 256  # texts held against all prompts at once
_DIGITS = 4  # of a nearness: weights are whole numbers, so that sums are exact in any order


def drawn_signs(
    signs: Vectors,
    texts: Vectors,
    of_topic: Sequence[int],
    settings: MatchSettings,
    *,
    speaks: npt.NDArray[np.bool_],
) -> Vectors:
    """The prompts, each drawn by `settings.drawn_by` towards the middle of the clear texts.

    `signs` and `texts` are whole vectors (see `meaning.whole`); a prompt that does not speak draws
    no text. A text is clear for its nearest topic from `settings.clear_above` on, after
    `near_best_part` of that nearness is taken off; it weighs as much as it is clear.
    """
    heard = _Heard(signs, np.array(of_topic, np.int64), speaks)
    found = [heard.nearest(texts[at : at + _ROWS]) for at in range(0, len(texts), _ROWS)]
    if not found:
        return signs
    nearest, near = (np.concatenate(one) for one in zip(*found, strict=True))
    clear = np.round(near * (1 - settings.near_best_part), _DIGITS)
    weight = np.where(clear >= settings.clear_above, np.rint(clear * 10**_DIGITS), 0)
    places = (nearest, np.arange(len(texts)))
    weights = sparse.csr_matrix((weight, places), (heard.n_topics, len(texts)))
    middle = unit(cast("Vectors", weights @ texts.astype(np.float64)))[list(of_topic)]
    drawn = whole(
        unit(signs) + np.float32(settings.drawn_by) * middle.astype(np.float32),
        np.zeros(signs.shape[1], np.float32),
    )
    is_drawn: npt.NDArray[np.bool_] = np.abs(middle).sum(axis=1) > 0
    return np.where(is_drawn[:, None], drawn, signs)


def can_be_read(text: str, *, language: str) -> bool:
    """It has a word that means something, and the model knows more than half of its words."""
    found = words(text.lower(), language=language)
    outside = sum(map(is_outside, found))
    return outside * 2 < len(found) and not all(word.is_stop for word in found)


class _Heard:
    """The prompts that speak, and the topics they speak for."""

    def __init__(
        self, signs: Vectors, of_topic: npt.NDArray[np.int64], speaks: npt.NDArray[np.bool_]
    ) -> None:
        self._order = np.argsort(of_topic, kind="stable")
        self._starts = np.flatnonzero(np.diff(of_topic[self._order], prepend=-1))
        self._signs, self._speaks = signs[self._order], speaks[self._order]
        self.n_topics = len(self._starts)

    def nearest(self, texts: Vectors) -> tuple[npt.NDArray[np.int64], Floats]:
        """The nearest topic of each text (ties: the earlier one), and how near it is."""
        near = nearness(texts, self._signs)
        near[:, ~self._speaks] = -1
        best: Floats = np.maximum.reduceat(near, self._starts, axis=1)
        return best.argmax(axis=1), best.max(axis=1)
