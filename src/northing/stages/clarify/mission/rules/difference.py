"""In which words do two texts differ?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

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


def difference(before: str, after: str) -> Difference:
    """Both texts, whole, in stretches; put together again they are the texts."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Difference(
        before=tuple(_stretches((old[a:b], how, Fate.GONE) for how, a, b, _, _ in found)),
        after=tuple(_stretches((new[a:b], how, Fate.COME) for how, _, _, a, b in found)),
    )


def _stretches(parts: Iterator[tuple[list[str], str, Fate]]) -> Iterator[Stretch]:
    for words, how, fate in parts:
        if words:
            yield Stretch(Fate.KEPT if how == "equal" else fate, "".join(words))
