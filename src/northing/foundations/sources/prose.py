"""Which paragraphs, list items and headings does a run of plain lines hold?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from northing.foundations.sources.sentences import sentences_of

NumberedLine = tuple[int, str]

_BULLET = re.compile(r"^\s*(?:[-*+•‣◦▪●–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_SHORT_SHARE = 0.66
_WRAPPED_WIDTH = 50


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or list item: the numbered lines it is written on, without its bullet."""

    lines: tuple[NumberedLine, ...]
    is_item: bool


def blocks_of(lines: Sequence[NumberedLine]) -> Iterator[Block]:
    """The paragraphs and list items of these lines, in order.

    A paragraph ends at a blank line, before a bullet, and after a line that stops short of the
    width while the next begins with a capital: so a list of short claims stays a list.
    """
    width = max((len(line.strip()) for _, line in lines), default=0)
    held: list[NumberedLine] = []
    is_item = False
    for number, line in lines:
        bullet = _BULLET.match(line)
        if held and (not line.strip() or bullet or _ends_here(held[-1][1], line, width)):
            yield Block(tuple(held), is_item)
            held = []
        if not line.strip():
            continue
        if not held:
            is_item = bullet is not None
        held.append((number, line[bullet.end() :].strip() if bullet else line.strip()))
    if held:
        yield Block(tuple(held), is_item)


def sentences_in(block: Block) -> list[NumberedLine]:
    """The sentences of a paragraph with the line each begins on; a list item is kept whole."""
    text, starts = joined(block.lines)
    if block.is_item:
        return [(block.lines[0][0], text)]
    return [
        (block.lines[max(0, bisect_right(starts, offset) - 1)][0], sentence)
        for offset, sentence in sentences_of(text)
    ]


def joined(lines: Sequence[NumberedLine]) -> tuple[str, list[int]]:
    """The lines as one text, words parted by a line end made whole, and where each line begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for place, (_, line) in enumerate(lines):
        starts.append(length)
        following = lines[place + 1][1] if place + 1 < len(lines) else ""
        is_parted = _HYPHEN.search(line) is not None and following[:1].islower()
        piece = line[:-1] if is_parted else line + (" " if following else "")
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces).replace("\u00ad", ""), starts


def _ends_here(line: str, following: str, width: int) -> bool:
    first = following.strip()[:1]
    if first.islower() or _HYPHEN.search(line):
        return False
    if width < _WRAPPED_WIDTH:
        return first.isupper() or bool(_ENDS.search(line))
    return len(line) < _SHORT_SHARE * width
