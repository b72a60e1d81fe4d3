"""Which month does a word name, in English or German?"""

from __future__ import annotations

_FULL = (
    ("january", "januar", "jänner", "jaenner"),
    ("february", "februar", "feber"),
    ("march", "märz", "maerz"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "dezember"),
)
_MONTHS = {
    **{word: number for number, words in enumerate(_FULL, start=1) for word in words},
    **{word[:3]: number for number, words in enumerate(_FULL, start=1) for word in words},
    "sept": 9,
    "mrz": 3,
}
MONTH_PATTERN = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?(?![^\W\d_])"


def month_of(word: str) -> int | None:
    """The number of the month, or None for any other word."""
    return _MONTHS.get(word.lower().rstrip("."))
