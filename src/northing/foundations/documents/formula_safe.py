"""What must happen to a cell before a spreadsheet may open it?"""

from __future__ import annotations

DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r")


def formula_safe(text: str) -> str:
    """The text with a leading apostrophe where a spreadsheet would run it as a formula.

    Nothing is taken away, so a reader can restore the words by dropping that one apostrophe.
    Blanks before the sign do not make it harmless: some programs trim them.
    """
    return f"'{text}" if text.startswith("\r") or _first_sign(text) in DANGEROUS_STARTS else text


def _first_sign(text: str) -> str:
    return text.lstrip(" \n\u00a0\ufeff\u200b\x00")[:1]
