"""Which words does a text hold, so that two writings of the same word meet?

A text becomes words (stem, surface as written, stop word or not) and words become features: the
words that are no stop words, and pairs of neighbours. Hyphens separate, so "all-hands",
"all hands" and "All-Hands" are the same pair. Whole words only: "mission" is not in "permission".
Any script passes; scripts written without spaces fall to pairs of characters, words of other
scripts than Latin are cut into runs beside (see `grams`). Pure numbers stay out: the same year or
amount in two texts says nothing about their topic.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import snowballstemmer

from northing.foundations.text.grams import grams
from northing.foundations.text.stop_words import STOP_WORDS

_SNOWBALL = {"en": "english", "de": "german"}
_CACHE_LIMIT = 500_000

# Scripts written without spaces: Thai to Myanmar, Khmer, kana, Han and their compatibility forms.
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_DENSE += "\U00020000-\U0003ffff"


def _combining_marks() -> str:
    """Ranges of combining marks for a character class; `\\w` leaves out vowel signs and accents."""
    marks = [n for n in range(0x300, 0x1E950) if unicodedata.category(chr(n))[0] == "M"]
    ranges: list[list[int]] = []
    for mark in marks:
        if ranges and mark == ranges[-1][1] + 1:
            ranges[-1][1] = mark
        else:
            ranges.append([mark, mark])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


COMBINING_MARKS = _combining_marks()

# Groups: 1 a word, 2 a run of a script without spaces. Neither: a sign that parts two neighbours.
_BREAK = r"""[^\w\s'’‐‑–&+\-]"""
_ASCII_TOKEN = re.compile(r"([A-Za-z0-9]+)(?:'[sS]\b)?|()" + _BREAK)
_TOKEN = re.compile(
    rf"((?:(?![{_DENSE}])[^\W_][{COMBINING_MARKS}]*)+)(?:['’][sS]\b)?"
    rf"|([{_DENSE}][{_DENSE}{COMBINING_MARKS}]*)|{_BREAK}"
)
_IS_DENSE = re.compile(f"[{_DENSE}]")


class Word(NamedTuple):
    """One word of a text. `follows` says that nothing but space or a hyphen parts it from the
    word before."""

    stem: str
    surface: str
    is_stop: bool
    follows: bool


class Feature(NamedTuple):
    """What two texts can share: `key` is compared, `surface` is shown."""

    key: str
    surface: str


def words(text: str, *, language: str = "en") -> list[Word]:
    """The words of a text in their order, stop words included and marked, numbers left out."""
    base = base_language(language)
    known = _KNOWN.setdefault(base, {})
    found: list[Word] = []
    follows = False
    for surface, dense in _tokens(text):
        if dense:
            found.extend(_character_pairs(dense))
            follows = False
            continue
        if not surface or surface.isnumeric():
            follows = False
            continue
        entry = known.get(surface) or _learn(surface, base, known)
        found.append(Word(entry[0], surface, entry[1], follows))
        follows = True
    return found


def features(text: str, *, language: str = "en") -> list[Feature]:
    """Words that are no stop words, and pairs of neighbours of which one at least is none.

    In the order of the text; a word that stands twice is listed twice.
    """
    found: list[Feature] = []
    before: Word | None = None
    for word in words(text, language=language):
        if not word.is_stop:
            found.append(Feature(word.stem, word.surface))
        if before is not None and word.follows and not (word.is_stop and before.is_stop):
            pair = f"{before.stem} {word.stem}"
            found.append(Feature(pair, f"{before.surface} {word.surface}"))
        before = word
    return found


def runs(word: Word) -> list[str]:
    """Parts by which two inflections of a word meet where no stemmer here knows its script; none
    of a stop word or a pair of characters."""
    return [] if word.is_stop or _IS_DENSE.match(word.stem) else grams(word.stem)


def stem(word: str, *, language: str = "en") -> str:
    """One word folded (NFKC, casefold) and stemmed; untouched but for folding in a language
    without a stemmer here."""
    base = base_language(language)
    known = _KNOWN.setdefault(base, {})
    return (known.get(word) or _learn(word, base, known))[0]


def is_stop_word(word: str, *, language: str = "en") -> bool:
    """Whether a single word carries no topic of its own in that language."""
    return _is_stop(unicodedata.normalize("NFKC", word).casefold(), base_language(language))


def base_language(language: str) -> str:
    """`de` of `de-AT`, `DE` and `de_CH`."""
    return re.split(r"[-_]", language.casefold(), maxsplit=1)[0]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    if text.isascii():
        return iter(_ASCII_TOKEN.findall(text))
    whole = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return iter(_TOKEN.findall(whole))


def _character_pairs(run: str) -> Iterator[Word]:
    for pair in (run[at : at + 2] for at in range(max(len(run) - 1, 1))):
        yield Word(pair, pair, is_stop=False, follows=False)


# Stems by language and surface. Reading is free of locks; the stemmer keeps state while it works,
# so the path of a miss is locked: unlocked, two threads get each other's stems.
_KNOWN: dict[str, dict[str, tuple[str, bool]]] = {}
_LEARNING = threading.Lock()
_STEMMERS = {base: snowballstemmer.stemmer(name) for base, name in _SNOWBALL.items()}


def _learn(surface: str, base: str, known: dict[str, tuple[str, bool]]) -> tuple[str, bool]:
    folded = unicodedata.normalize("NFKC", surface).casefold()
    with _LEARNING:
        stemmed = str(_STEMMERS[base].stemWord(folded)) if base in _STEMMERS else folded
        if len(known) >= _CACHE_LIMIT:
            known.clear()
        known[surface] = (stemmed, _is_stop(folded, base))
        return known[surface]


def _is_stop(folded: str, base: str) -> bool:
    # A lone Latin letter is an initial or a list mark; it still counts in a pair ("vitamin C").
    return folded in STOP_WORDS.get(base, ()) or (len(folded) == 1 and "a" <= folded <= "z")
