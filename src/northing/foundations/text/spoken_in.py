"""In which language is a text, as far as its small words tell?"""

from __future__ import annotations

import re

from northing.foundations.text.stop_words import STOP_WORDS
from northing.foundations.text.words import base_language

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, *, usual: str) -> str:
    """`en` or `de` by the function words that only one of them has; the usual one where they tell
    nothing. A sentence of three words often has none."""
    words = [one.casefold() for one in _WORD.findall(text)]
    counts = {code: sum(one in own for one in words) for code, own in _OWN.items()}
    best = max(counts, key=lambda code: counts[code])
    is_told = list(counts.values()).count(counts[best]) == 1
    return best if is_told else base_language(usual)


_OWN = {
    code: words - frozenset().union(*(of for other, of in STOP_WORDS.items() if other != code))
    for code, words in STOP_WORDS.items()
}
