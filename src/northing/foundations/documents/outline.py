"""In which order do the headings stand, and where does each one live?

A room may skip a level or forget an anchor; a reader who moves by headings must not notice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from northing.foundations.documents.blocks import Block, Details, Document, Heading

FIRST_LEVEL = 2
LAST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    text: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class Outlined:
    """The blocks with whole headings, and the contents made of those a reader sees at once."""

    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]


def outlined(document: Document) -> Outlined:
    """Each heading at most one level below the one before, each with an anchor of its own."""
    work = _Outliner()
    blocks = work.walk(document.blocks, is_visible=True)
    return Outlined(blocks, tuple(work.entries))


def slug(text: str) -> str:
    """A plain name for an address: "What was said?" -> "what-was-said"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:60].strip("-") or "part"


class _Outliner:
    def __init__(self) -> None:
        self.level = FIRST_LEVEL - 1
        self.taken: set[str] = {"report", "contents"}
        self.entries: list[Entry] = []

    def walk(self, blocks: Iterable[Block], *, is_visible: bool) -> tuple[Block, ...]:
        return tuple(self._whole(block, is_visible=is_visible) for block in blocks)

    def _whole(self, block: Block, *, is_visible: bool) -> Block:
        if isinstance(block, Details):
            return replace(block, blocks=self.walk(block.blocks, is_visible=False))
        if not isinstance(block, Heading):
            return block
        self.level = min(max(block.level, FIRST_LEVEL), self.level + 1, LAST_LEVEL)
        whole = replace(
            block, level=self.level, anchor=self._free(slug(block.anchor or block.text))
        )
        if is_visible and self.level <= FIRST_LEVEL + 1:
            self.entries.append(Entry(whole.text, whole.anchor, whole.level))
        return whole

    def _free(self, wanted: str) -> str:
        """The anchor, or the next one that is free ("gap", "gap-2")."""
        anchor, turn = wanted, 1
        while anchor in self.taken:
            turn += 1
            anchor = f"{wanted}-{turn}"
        self.taken.add(anchor)
        return anchor
