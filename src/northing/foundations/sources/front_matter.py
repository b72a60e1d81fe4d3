"""Which facts stand above a Markdown text, between two lines of three dashes?"""

from __future__ import annotations

import re

from northing.foundations.sources.rows import Cell

_KEY = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_LIST_ITEM = re.compile(r"\s*-\s+(.*)$")
_LONGEST = 200


def split_front_matter(text: str) -> tuple[dict[str, Cell], str]:
    """The facts, and the text with their lines emptied so that line numbers stay true.

    Reads `key: value` and lists of one level; deeper nesting is left out. It is no YAML reader.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = next((at for at, line in enumerate(lines[1:_LONGEST], 1) if _closes(line)), None)
    if end is None or not any(_KEY.match(line) for line in lines[1:end]):
        return {}, text
    return _facts(lines[1:end]), "\n".join([""] * (end + 1) + lines[end + 1 :])


def _closes(line: str) -> bool:
    return line.rstrip() in ("---", "...")


def _facts(lines: list[str]) -> dict[str, Cell]:
    facts: dict[str, Cell] = {}
    key = ""
    for line in lines:
        named, item = _KEY.match(line), _LIST_ITEM.match(line)
        if named:
            key = named.group(1)
            facts[key] = _unquoted(named.group(2) or "") or None
        elif item and key:
            before = facts[key]
            facts[key] = (
                f"{before}; {_unquoted(item.group(1))}" if before else _unquoted(item.group(1))
            )
    return facts


def _unquoted(value: str) -> str:
    text = value.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if is_quoted else text
