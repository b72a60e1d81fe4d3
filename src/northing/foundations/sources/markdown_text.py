"""What does a Markdown text say, sentence by sentence, and under which headings?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from northing.foundations.sources.cells import one_line
from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.front_matter import split_front_matter
from northing.foundations.sources.guards import refusing_damage
from northing.foundations.sources.inline_text import InlineText
from northing.foundations.sources.markdown_table import table_rows
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.rows import Place, Reading, Row

_TASK = re.compile(r"^\[[ xX]\]\s+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_CODE = ("fence", "code_block")


def read_markdown(opened: Opened) -> Reading:
    """One row per sentence, list item or table row; code and comments are left out."""
    source = decoded(opened.content, encoding=opened.options.encoding)
    facts, text = split_front_matter(source.text)
    with refusing_damage("Markdown text", "Save it as plain text (.txt) and read that copy."):
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
    walk = _Walk(opened.path)
    walk.over(tokens)
    if not walk.rows and not facts:
        raise UnreadableSource("The text holds no sentence.", "Check that this is the right file.")
    notes = (*source.notes, *walk.notes())
    columns = tuple(dict.fromkeys(name for row in walk.rows for name in row.cells))
    return Reading(
        path=opened.path,
        sha256=opened.sha256,
        kind="markdown",
        columns=columns or ("text",),
        rows=tuple(walk.rows),
        headings=tuple(walk.headings),
        notes=notes,
        facts=facts,
    )


class _Walk:
    """A way through the tokens that knows the headings above and whether it is in a list item."""

    def __init__(self, path: str):
        self._path = path
        self._headings: dict[int, str] = {}
        self._items = 0
        self._code_blocks = 0
        self.rows: list[Row] = []
        self.headings: list[Row] = []

    def over(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "heading_open":
                line = token.map[0] + 1 if token.map else 1
                self._enter(int(token.tag[1]), InlineText(tokens[at + 1]), line)
                at += 2
            elif token.type == "table_open":
                end = next(place for place in range(at, len(tokens)) if _closes(tokens[place]))
                self.rows += table_rows(tokens[at:end], self._path, self._heading())
                at = end
            else:
                self._take(token)
            at += 1

    def notes(self) -> list[str]:
        if not self._code_blocks:
            return []
        return [f"{self._code_blocks} blocks of code were left out."]

    def _take(self, token: Token) -> None:
        if token.type == "list_item_open":
            self._items += 1
        elif token.type == "list_item_close":
            self._items -= 1
        elif token.type == "inline":
            self._take_inline(InlineText(token), token)
        elif token.type == "html_block":
            self._take_html(token)
        elif token.type in _CODE:
            self._code_blocks += 1

    def _take_inline(self, inline: InlineText, token: Token) -> None:
        sentences = inline.sentences()
        if self._items and sentences:
            line = token.map[0] + 1 if token.map else sentences[0][0]
            sentences = [(line, _TASK.sub("", one_line(inline.text)))]
        for line, sentence in sentences:
            self._add(line, sentence)

    def _take_html(self, token: Token) -> None:
        plain = _COMMENT.sub(_line_ends, token.content)
        plain = _TAG.sub(_line_ends, plain)
        start = token.map[0] + 1 if token.map else 1
        for number, line in enumerate(plain.split("\n"), start=start):
            if line.strip():
                self._add(number, one_line(line))

    def _add(self, line: int, text: str) -> None:
        self.rows.append(Row(Place(self._path, line=line), {"text": text}, self._heading()))

    def _enter(self, level: int, title: InlineText, line: int) -> None:
        above = {rank: name for rank, name in self._headings.items() if rank < level}
        name = one_line(title.text)
        self.headings.append(
            Row(Place(self._path, line=line), {"text": name}, tuple(above.values()))
        )
        self._headings = {**above, level: name}

    def _heading(self) -> tuple[str, ...]:
        return tuple(self._headings.values())


def _closes(token: Token) -> bool:
    return token.type == "table_close"


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")
