"""Which words of a text carried its nearness to a prompt?"""

from __future__ import annotations

import math
from collections import Counter

from northing.foundations.text.tfidf import Rarity
from northing.foundations.text.words import features

_DIGITS = 6


def shared_words(text: str, prompt: str, rarity: Rarity, *, most: int) -> list[str]:
    """The words and pairs of the text that carry most of its cosine with the prompt, as written.

    The heaviest first, ties by their place in the text; a word already shown in a pair is not
    shown again.
    """
    asked = Counter(found.key for found in features(prompt, language=rarity.language))
    told = features(text, language=rarity.language)
    said = Counter(found.key for found in told)
    surface: dict[str, str] = {}
    for found in told:
        surface.setdefault(found.key, found.surface)

    def lightness(key: str) -> float:
        often = (1 + math.log(asked[key])) * (1 + math.log(said[key]))
        return -round(often * rarity.squared(key), _DIGITS)

    shown: list[str] = []
    covered: set[str] = set()
    for key in sorted((key for key in surface if key in asked), key=lightness):
        parts = set(key.split(" "))
        if not parts <= covered and len(shown) < most:
            shown.append(surface[key])
            covered |= parts
    return shown
