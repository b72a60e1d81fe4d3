"""How much room does a line of text take, and where does it break?

A chart has no layout engine of its own. The widths are Inter's, in thousandths of the size; where a
reader's machine shows another face the lines come out a little longer or shorter, never cut.
"""

from __future__ import annotations

import re
import unicodedata

# Advance widths of Inter Regular for U+0020 to U+007E.
# fmt: off
INTER = (
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407,
    610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730,
    722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744,
    690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613,
    591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562,
    552, 426, 333, 426, 662,
)
# fmt: on
BLANKS = re.compile(r"[ \t\n]+")
ELLIPSIS = "…"
OTHER, FULL_WIDTH, ELLIPSIS_WIDTH, SPACE = 620, 1000, 880, 281
BOLD_FACTOR = 1.06
HYPHEN_FROM = 4
FIRST_KNOWN = 0x20


def width_of(text: str, *, size: float, bold: bool = False) -> float:
    """The width in pixels; an estimate for signs outside ASCII."""
    thousandths = sum(_advance(sign) for sign in text)
    return thousandths * size / 1000 * (BOLD_FACTOR if bold else 1)


def wrapped(
    text: str, *, room: float, size: float, lines: int = 2, bold: bool = False
) -> list[str]:
    """The text in at most `lines` lines of `room` pixels; what is left out ends in an ellipsis."""
    out: list[str] = []
    rest = BLANKS.sub(" ", text).strip()
    while rest and len(out) < lines:
        head, rest = _first_line(rest, room=room, size=size, bold=bold)
        out.append(head)
    if rest:
        out[-1] = _with_ellipsis(out[-1], room=room, size=size, bold=bold)
    return out


def _first_line(text: str, *, room: float, size: float, bold: bool) -> tuple[str, str]:
    if width_of(text, size=size, bold=bold) <= room:
        return text, ""
    fits = _signs_that_fit(text, room=room, size=size, bold=bold)
    # A space right after the last sign that fits is a break too.
    end = text.rfind(" ", 0, fits + 1)
    if end > 0:
        return text[:end].rstrip(), text[end:].lstrip()
    inside = fits > HYPHEN_FROM and text[fits - 2 : fits + 1].isalpha()
    return (f"{text[: fits - 1]}-", text[fits - 1 :]) if inside else (text[:fits], text[fits:])


def _signs_that_fit(text: str, *, room: float, size: float, bold: bool) -> int:
    used = 0.0
    for at, sign in enumerate(text):
        used += width_of(sign, size=size, bold=bold)
        if used > room:
            return max(at, 1)
    return len(text)


def _with_ellipsis(line: str, *, room: float, size: float, bold: bool) -> str:
    fits = _signs_that_fit(line, room=room - ELLIPSIS_WIDTH * size / 1000, size=size, bold=bold)
    if fits < len(line) and line[fits] != " ":
        # A torn word is read as another one; one that fills the line has to be torn.
        last = line.rfind(" ", 0, fits)
        fits = last if last > fits / 2 else fits
    return line[:fits].rstrip(" ,;:.–-") + ELLIPSIS


def _advance(sign: str) -> int:  # noqa: PLR0911  (one line a kind of sign)
    at = ord(sign) - FIRST_KNOWN
    if 0 <= at < len(INTER):
        return INTER[at]
    if sign == ELLIPSIS:
        return ELLIPSIS_WIDTH
    if sign.isspace():
        return SPACE
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    return FULL_WIDTH if unicodedata.east_asian_width(sign) in "WF" else OTHER
