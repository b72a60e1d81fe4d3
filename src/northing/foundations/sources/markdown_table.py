"""Which rows does a table in a Markdown text hold?"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from northing.foundations.sources.cells import one_line
from northing.foundations.sources.headers import column_names
from northing.foundations.sources.inline_text import InlineText
from northing.foundations.sources.rows import Cell, Place, Row

_JOINT = " | "


def table_rows(tokens: Sequence[Token], path: str, heading: tuple[str, ...]) -> list[Row]:
    """One row per line below the header: cells by the header's names, and all of them as `text`.

    A column that is itself called `text` keeps its own content.
    """
    lines: list[tuple[int, list[Cell]]] = []
    for token in tokens:
        if token.type == "tr_open":
            lines.append((token.map[0] + 1 if token.map else 0, []))
        elif token.type == "inline":
            lines[-1][1].append(one_line(InlineText(token).text) or None)
    if not lines:
        return []
    names, _ = column_names(lines[0][1])
    return [
        Row(Place(path, line=number), named_with_text(names, cells), heading)
        for number, cells in lines[1:]
        if any(cells)
    ]


def named_with_text(names: Sequence[str], cells: Sequence[Cell]) -> dict[str, Cell]:
    """The cells by name, and as one text in which bars part them."""
    text = _JOINT.join(str(cell) for cell in cells if cell is not None)
    return {"text": text, **dict(zip(names, cells, strict=False))}
