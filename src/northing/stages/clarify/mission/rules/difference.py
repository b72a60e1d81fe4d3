"""In which words do two texts differ?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

_WORDS = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one fate, as they stand in their text."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The text before, with what went; the text after, with what came."""

    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]

    @property
    def is_same(self) -> bool:
        return self.before == self.after

    @property
    def gone(self) -> int:
        """How many words of the text before are not in the text after."""
        return _words(self.before, Fate.GONE)

    @property
    def come(self) -> int:
        return _words(self.after, Fate.COME)


def difference(before: str, after: str) -> Difference:
    """Both texts, whole, in stretches; put together again they are the texts."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Difference(
        before=tuple(_stretches((old[a:b], how, Fate.GONE) for how, a, b, _, _ in found)),
        after=tuple(_stretches((new[a:b], how, Fate.COME) for how, _, _, a, b in found)),
    )


def _stretches(parts: Iterator[tuple[list[str], str, Fate]]) -> Iterator[Stretch]:
    """Words that changed one after the other are one stretch, with the space between them."""
    fates: list[tuple[Fate, str]] = []
    for words, how, fate in parts:
        text = "".join(words)
        is_kept = how == "equal" and bool(text.strip() or not fates)
        fates.append((Fate.KEPT if is_kept else fate, text))
    for fate, some in groupby(fates, key=itemgetter(0)):
        text = "".join(text for _fate, text in some)
        if text:
            yield Stretch(fate, text)


def _words(stretches: tuple[Stretch, ...], fate: Fate) -> int:
    said = (one.text for one in stretches if one.fate is fate)
    return sum(any(map(str.isalnum, word)) for text in said for word in _WORDS.findall(text))
