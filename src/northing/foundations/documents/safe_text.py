"""How is text from a stranger's file shown so that it can neither hide nor overflow?"""

from __future__ import annotations

import re

# Overrides and embeddings can make a line read backwards; controls can break XML or hide words.
# Direction marks and joiners (U+200C to U+200F, U+061C) stay: Persian, Arabic and Hebrew need them.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
ZERO_WIDTH_SPACE = "\u200b"


def shown_safely(text: str) -> str:
    """The text with every control or direction override written out, as in "[U+202E]"."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSAFE.sub(lambda sign: f"[U+{ord(sign.group()):04X}]", tidy)


def breakable(text: str, *, longest: int = 28, every: int = 12) -> str:
    """The text with break points inside words longer than `longest`."""

    def broken(word: re.Match[str]) -> str:
        whole = word.group()
        return ZERO_WIDTH_SPACE.join(whole[at : at + every] for at in range(0, len(whole), every))

    return re.sub(rf"[^\s{ZERO_WIDTH_SPACE}]{{{longest + 1},}}", broken, text)
