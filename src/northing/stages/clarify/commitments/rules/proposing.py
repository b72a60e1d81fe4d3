"""Which sentences of a statement promise something, and could become commitments?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from northing.foundations.sources.rows import Place
from northing.foundations.text.cues import promises
from northing.foundations.text.words import is_stop_word

_WORDS_IN_ID = 4
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence a person may keep, edit, split or drop; `cue` are the words that promise."""

    id: str
    text: str
    place: Place
    cue: tuple[str, ...]


def proposals_in(
    sentences: Iterable[tuple[str, Place]], *, language: str = "en"
) -> tuple[Proposal, ...]:
    """Every sentence with a promising cue, once, in the order of the document."""
    found: list[Proposal] = []
    met: set[str] = set()
    for text, place in sentences:
        cue = promises(text, language)
        if cue is not None and len(text.split()) >= _LEAST_WORDS and text.casefold() not in met:
            met.add(text.casefold())
            found.append(Proposal(id_for(text, [one.id for one in found]), text, place, cue.words))
    return tuple(found)


def id_for(text: str, taken: Sequence[str] = (), *, language: str = "en") -> str:
    """A short readable id from the words that carry meaning; numbered where it is taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = [
        word
        for word in re.findall(r"[a-z0-9]+", plain)
        if not is_stop_word(word, language=language)
    ]
    stem = "-".join(words[:_WORDS_IN_ID])[:60] or "commitment"
    name, number = stem, 2
    while name in taken or name == "none":
        name, number = f"{stem}-{number}", number + 1
    return name


def split_in_two(text: str) -> tuple[str, ...]:
    """A promise of several things, one each: parted at semicolons, else at the last *and*."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) > 1:
        return tuple(parts)
    first, found, last = text.rpartition(" and ")
    return (f"{first.rstrip(' ,')}.", last.strip()) if found else (text,)
