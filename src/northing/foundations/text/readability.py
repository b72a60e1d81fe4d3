"""How long are the words and sentences of a text, as three old formulas weigh them?"""

from __future__ import annotations

import re
from dataclasses import dataclass

STABLE_FROM = 100
_LONG = 6
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Readability:
    """`ari` and `coleman_liau` are school years, `lix` an index (below 30 easy, above 50 hard).

    Below 100 words one sentence more or less moves them by years: `is_stable` is false there.
    """

    ari: float
    coleman_liau: float
    lix: float
    words: int
    sentences: int

    @property
    def is_stable(self) -> bool:
        return self.words >= STABLE_FROM


def readability(text: str) -> Readability | None:
    """Character-based indices of a text; None where it has no word.

    References
    ----------
    Smith & Senter 1967 (ARI); Coleman & Liau 1975; Björnsson 1968 (LIX).

    """
    found = _WORD.findall(text)
    if not found:
        return None
    letters = [sum(sign.isalnum() for sign in word) for word in found]
    n, sentences = len(found), max(1, len(_SENTENCE_END.findall(text.strip())))
    long_words = sum(one > _LONG for one in letters)
    per_word, per_sentence = sum(letters) / n, n / sentences
    return Readability(
        ari=4.71 * per_word + 0.5 * per_sentence - 21.43,
        coleman_liau=5.88 * per_word - 29.6 * sentences / n - 15.8,
        lix=per_sentence + 100 * long_words / n,
        words=n,
        sentences=sentences,
    )
