"""Which part of a text can tell one commitment from another?

What the machine compares leaves out two things that bring everything near to everything. A web
address says where something stands, not what is said. And a word of the organisation's own name
that stands in the words of several commitments tells none of them apart: to "Organise another Rust
All-Hands", every sentence of the Rust project that names Rust would be near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from northing.foundations.text.words import is_stop_word
from northing.stages.clarify.commitments.facts import Commitment

Telling = Callable[[str], str]
"""The part of a text that tells; the text as it stands where nothing else would be left."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = 2


def own_names(
    organisation: str, commitments: Sequence[Commitment], *, language: str
) -> tuple[str, ...]:
    """The words of its name that stand in the words of two commitments or more, in their order."""
    spoken = [_words(" ".join((one.text, *one.living_it, *one.breaking_it))) for one in commitments]
    return tuple(
        word
        for word in dict.fromkeys(_WORD.findall(organisation.casefold()))
        if not is_stop_word(word, language=language)
        and sum(word in of for of in spoken) >= _SEVERAL
    )


def telling_part(names: Sequence[str]) -> Telling:
    """How texts and prompts are read where `names` tell nothing apart."""
    if not names:
        return without_addresses
    either = "|".join(map(re.escape, names))
    named = re.compile(rf"(?<![^\W_])(?:{either})(?:['’]s)?(?![^\W_])", re.IGNORECASE)

    def read(text: str) -> str:
        found = without_addresses(text)
        rest = named.sub(" ", found)
        return found if rest == found or not _WORD.search(rest) else " ".join(rest.split())

    return read


def without_addresses(text: str) -> str:
    """Empty where the text is an address and nothing else."""
    if "://" not in text and "www." not in text.casefold():
        return text
    return " ".join(_ADDRESS.sub(" ", text).split())


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
