"""Which number does an address or a form name, if it names one?"""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 18


def number_in(asked: Mapping[str, str], name: str) -> int | None:
    """The count, place or row that was asked for. None where nothing was, or what is no number of
    a row: a link somebody typed or cut short shows the first page, and never an error."""
    said = asked.get(name, "")
    is_number = said.isascii() and said.isdigit() and len(said) <= _LONGEST
    return int(said) if is_number else None
