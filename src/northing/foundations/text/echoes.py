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

from northing.foundations.text.meaning import Floats, Vectors, is_outside, nearness, unit, whole
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.words import words

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
    weight = _clearness(texts, signs, np.array(of_topic, np.int64), settings, speaks)
    middle = unit(cast("Vectors", weight.T @ texts.astype(np.float64)))[list(of_topic)]
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


def _clearness(
    texts: Vectors,
    signs: Vectors,
    of_topic: npt.NDArray[np.int64],
    settings: MatchSettings,
    speaks: npt.NDArray[np.bool_],
) -> Floats:
    """Per text and topic by how much it is clear, as a whole number of ten-thousandths, or 0."""
    near = nearness(texts, signs)
    near[:, ~speaks] = -1
    best = np.stack([near[:, of_topic == one].max(axis=1) for one in range(of_topic.max() + 1)], 1)
    nearest = best.argmax(axis=1)
    row = np.arange(len(best))
    clear = np.round(best[row, nearest] * (1 - settings.near_best_part), _DIGITS)
    found = np.zeros_like(best)
    found[row, nearest] = np.where(clear >= settings.clear_above, np.rint(clear * 10**_DIGITS), 0)
    return found
