"""Where does each sentence of a paragraph begin and end?"""

from __future__ import annotations

import re

from northing.foundations.sources.abbreviations import (
    BEFORE_NUMBER,
    BINDING,
    MONTHS,
    OPEN,
    STARTERS,
)

_STOP = re.compile(r"""(?:(?<![.!?])[.!?]+|…)["'”’»“)\]]*(?=\s)""")
_WORD_BEFORE = re.compile(r"\S+$")
_OPENING = "\"'“‘«„([*_-–—"

_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LONGEST_GAP = 200
_ORDINAL = re.compile(r"\d{1,2}")


def sentences_of(text: str) -> list[tuple[int, str]]:
    """Each sentence with the offset of its first sign; abbreviations do not end a sentence."""
    found: list[tuple[int, str]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            _keep(found, text, start, stop.end())
            start = stop.end()
    _keep(found, text, start, len(text))
    return found


def _keep(found: list[tuple[int, str]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    sentence = piece.strip()
    if sentence:
        found.append((start + len(piece) - len(piece.lstrip()), sentence))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 60].split()
    if not following:
        return True
    after = following[0].lstrip(_OPENING)
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return not after[:1].islower()
    if after[:1].islower():
        return False
    word_start = max(start, stop.start() - 30)
    before = _WORD_BEFORE.search(text[word_start : stop.start()])
    return before is None or _may_end(before.group().lstrip(_OPENING), after, text, start, stop)


def _may_end(word: str, after: str, text: str, start: int, stop: re.Match[str]) -> bool:
    lowered = word.lower()
    next_word = after.rstrip(".,;:!?)\"'”")
    if lowered in BINDING or (lowered in BEFORE_NUMBER and after[:1].isdigit()):
        return False
    if _ORDINAL.fullmatch(word):
        word_end = stop.start() - len(word)
        is_list_number = not text[max(start, word_end - _LONGEST_GAP) : word_end].strip()
        return not is_list_number and next_word not in MONTHS
    is_unsure = lowered in OPEN or _LETTERS_WITH_STOPS.fullmatch(word) or _is_initial(word)
    return next_word in STARTERS if is_unsure else True


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"
