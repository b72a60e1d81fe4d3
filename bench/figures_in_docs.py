"""Where do the figures in the docs come from? From the bench that measured them.

A page holds a place for each table, between `<!-- figures: NAME -->` and `<!-- end: NAME -->`;
`write` puts the table there and touches nothing else, so no figure is typed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def number(value: float | int | None, digits: int = 3) -> str:
    """A figure as the docs write it; what was not measured is a dash."""
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.{digits}f}"


def write(page: str, name: str, text: str) -> None:
    """Put `text` between the markers of `name` in docs/`page`; refuses where they are not."""
    path = DOCS / page
    begin, end = f"<!-- figures: {name} -->", f"<!-- end: {name} -->"
    before, found_begin, rest = path.read_text("utf-8").partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise SystemExit(f"docs/{page}: write {begin} and {end} where the table belongs.")
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")
