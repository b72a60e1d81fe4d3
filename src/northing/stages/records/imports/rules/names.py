"""Is what somebody wrote a name that reports can be kept free of?"""

from __future__ import annotations

import re
from enum import StrEnum

from northing.foundations.text.redaction import Redactor

_FEWEST_LETTERS = 3
_LETTERS = re.compile(r"[^\W\d_]")
_STRANGE = re.compile(r"[^\w\s'’.,()·-]|_")


class NoName(StrEnum):
    """Why a line is no name."""

    SHORT = "short"
    DIGITS = "digits"
    SIGNS = "signs"
    WORD = "word"


def why_no_name(line: str, *, language: str = "en") -> NoName | None:
    """None where the line is a name: a report in that language would say [person] instead.

    What is no name but hidden all the same would take its words out of every report.
    """
    if any(char.isdigit() for char in line):
        return NoName.DIGITS
    if _STRANGE.search(line):
        return NoName.SIGNS
    if _is_short(line):
        return NoName.SHORT
    return NoName.WORD if any(_stays(line, one) for one in {language, "en"}) else None


def _stays(line: str, language: str) -> bool:
    """English is asked too: a German report is not to lose the “of” of “Board of directors”."""
    return Redactor([line], language=language).redact(line) == line


def _is_short(line: str) -> bool:
    """Scripts without capitals write a name in two signs."""
    letters = _LETTERS.findall(line)
    is_cased = any(char.isupper() or char.islower() for char in letters)
    return len(letters) < (_FEWEST_LETTERS if is_cased else _FEWEST_LETTERS - 1)
