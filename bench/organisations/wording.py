"""Do the planted lines borrow words that the rules look for?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from northing.foundations.text import cues
from northing.foundations.text.words import is_stop_word, words
from organisations.facts import Line, Twins

_NO_CUES = ("_CLAUSE_END", "_PERIOD_WORD")
"""Where a clause ends and what names a period: no words that any rule looks for."""


def cue_patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Every list of cue words there is, also one that is added tomorrow."""
    found: dict[str, re.Pattern[str]] = {}
    for name, value in vars(cues).items():
        pattern = value.get(language) if isinstance(value, dict) else value
        if isinstance(pattern, re.Pattern) and name not in _NO_CUES:
            found[name] = pattern
    return found


def borrowed(twins: Twins) -> Iterator[str]:
    """A sentence for each planted line that shares a word with a cue or with a sign of the case.

    Where the twins differ in a sum alone, the wording is the honest one's and gives nothing away.
    """
    language = twins.guilty.language
    signs = {
        stem: sign
        for promise in twins.guilty.promises
        for sign in (*promise.living, *promise.breaking)
        for stem in stems(sign, language)
    }
    same = {one.text for of in twins.instead.values() for one in of}
    for line in (one for of in twins.planted.values() for one in of if one.text not in same):
        yield from _borrowed(line, language, signs)


def _borrowed(line: Line, language: str, signs: dict[str, str]) -> Iterator[str]:
    for name, pattern in cue_patterns(language).items():
        if match := pattern.search(line.text):
            yield f"“{line.text}”: “{match.group(0)}” is a cue ({name})"
    for stem in sorted(stems(line.text, language) & set(signs)):
        yield f"“{line.text}”: “{stem}” stands in the sign “{signs[stem]}”"


def stems(text: str, language: str) -> set[str]:
    return {
        word.stem
        for word in words(text, language=language)
        if not is_stop_word(word.surface, language=language) and not word.surface.isdigit()
    }
