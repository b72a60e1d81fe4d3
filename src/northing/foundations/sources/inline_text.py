"""What do the signs inside one Markdown paragraph say, and on which line does each stand?"""

from __future__ import annotations

from bisect import bisect_right

from markdown_it.token import Token

from northing.foundations.sources.sentences import sentences_of

_SPOKEN = ("text", "code_inline", "text_special")


class InlineText:
    """The plain text of an inline token: links by their words, emphasis and tags taken away."""

    def __init__(self, token: Token):
        self._starts: list[int] = []
        self._lines: list[int] = []
        self._length = 0
        self._pieces: list[str] = []
        line = token.map[0] + 1 if token.map else 1
        self._begin(line)
        for child in token.children or []:
            self._add(_words_of(child))
            breaks = child.content.count("\n") + (child.type in ("softbreak", "hardbreak"))
            if breaks:
                line += breaks
                self._begin(line)
        self.text = "".join(self._pieces)

    def sentences(self) -> list[tuple[int, str]]:
        """Each sentence with its line; a hard line break ends one too."""
        found: list[tuple[int, str]] = []
        offset = 0
        for stretch in self.text.split("\n"):
            for start, sentence in sentences_of(stretch):
                found.append((self._line_at(offset + start), sentence))
            offset += len(stretch) + 1
        return found

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _begin(self, line: int) -> None:
        self._starts.append(self._length)
        self._lines.append(line)

    def _line_at(self, offset: int) -> int:
        return self._lines[max(0, bisect_right(self._starts, offset) - 1)]


def _words_of(child: Token) -> str:
    if child.type in _SPOKEN:
        return child.content
    if child.type == "image":
        return child.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(child.type, "")
