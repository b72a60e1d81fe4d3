"""How near is what a text speaks of to what can be seen and touched?

Ratings of English words from 1 (an idea) to 7 (a thing at hand): the Glasgow Norms where they
rate a word, else a fit on the senses of the Lancaster Norms (see norms/NOTICE). On 35,236 words
the fit never saw it agrees with other raters at r = 0.77 (bench/rebuild_grounding.py prints it).
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean, stdev

import scipy

from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.text.words import base_language, words

METHOD = "mean of word ratings, 1 to 7 (Glasgow and Lancaster norms), t interval, approximate"
LEAST_COVERAGE = 0.6
LEAST_WORDS = 3
_FILE = Path(__file__).parent / "norms" / "grounding.csv.gz"
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))
_SHORTEST = 3


def grounding(text: str, *, language: str = "en", level: float = 0.95) -> Measure:
    """The mean rating of the content words of a text.

    Parameters
    ----------
    text : str
        One sentence or several. Stop words and numbers are passed over.
    language : str
        The ratings are of English words; any other language is Unknown.
    level : float
        Of the interval, which treats the words as a sample: approximate, for words of one text
        are no chance sample of anything.

    Returns
    -------
    Estimate (1 to 7, n the words rated), or Unknown
        Unknown where fewer than three words, or less than 60 % of them, are rated.

    """
    if base_language(language) != "en":
        return Unknown("the ratings of words are of English words only")
    content = [one.surface for one in words(text) if not one.is_stop]
    rated = [rating for rating in map(rating_of, content) if rating is not None]
    if len(rated) < LEAST_WORDS:
        return Unknown("fewer than three of its words are rated")
    if len(rated) < LEAST_COVERAGE * len(content):
        return Unknown(f"only {len(rated)} of its {len(content)} words are rated")
    mean = fmean(rated)
    quantile = float(scipy.stats.t.ppf((1 + level) / 2, len(rated) - 1))
    half = quantile * stdev(rated) / math.sqrt(len(rated))
    return Estimate(mean, max(1.0, mean - half), min(7.0, mean + half), level, len(rated), METHOD)


def rating_of(word: str) -> float | None:
    """From 1 to 7, of the word or of its plain form; None where nobody rated it."""
    known = _ratings()
    return next((known[form] for form in _forms(word.casefold()) if form in known), None)


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: -len(ending)] + instead


@cache
def _ratings() -> dict[str, float]:
    lines = gzip.decompress(_FILE.read_bytes()).decode().splitlines()
    pairs = (line.split(",") for line in lines)
    return {word: float(rating.rstrip("f")) for word, rating in pairs}
