"""What does a plain text say, sentence by sentence, and under which headings?"""

from __future__ import annotations

from collections.abc import Iterator

from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.prose import NumberedLine, blocks_of, sentences_in
from northing.foundations.sources.rows import Place, Reading, Row

_UNDERLINES = {"=": 1, "-": 2, "~": 3}
_LONGEST_HEADING = 120


def read_text(opened: Opened) -> Reading:
    """One row per sentence or list item; a line underlined with = - or ~ is a heading."""
    source = decoded(opened.content, encoding=opened.options.encoding)
    rows: list[Row] = []
    for heading, lines in _sections(source.text):
        for block in blocks_of(lines):
            for number, sentence in sentences_in(block):
                rows.append(Row(Place(opened.path, line=number), {"text": sentence}, heading))
    if not rows:
        raise UnreadableSource("The text holds no words.", "Check that this is the right file.")
    return Reading(opened.path, opened.sha256, "text", ("text",), tuple(rows), notes=source.notes)


def _sections(text: str) -> Iterator[tuple[tuple[str, ...], list[NumberedLine]]]:
    lines = text.split("\n")
    path: dict[int, str] = {}
    held: list[NumberedLine] = []
    skipped = False
    for number, line in enumerate(lines, start=1):
        if skipped:
            skipped = False
            continue
        level = _heading_level(line, lines[number] if number < len(lines) else "")
        if level:
            yield tuple(path.values()), held
            path = {rank: name for rank, name in path.items() if rank < level}
            path[level], held, skipped = line.strip(), [], True
        else:
            held.append((number, line))
    yield tuple(path.values()), held


def _heading_level(line: str, following: str) -> int:
    """How deep the heading is, 0 for a line that is none: the underline is about as long."""
    title, rule = line.strip(), following.strip()
    if not title or len(set(rule)) != 1 or rule[0] not in _UNDERLINES:
        return 0
    is_underlined = len(rule) >= min(3, len(title)) and abs(len(rule) - len(title)) <= len(title)
    return _UNDERLINES[rule[0]] if is_underlined and len(title) <= _LONGEST_HEADING else 0
