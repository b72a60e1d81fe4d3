"""Which faces does a report carry, so that it looks the same on every machine?"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
WEB_FONTS = ASSETS / "fonts" / "web"
PDF_FONTS = ASSETS / "fonts" / "pdf"

LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
# Central European, Turkish, Vietnamese and other Latin letters the first two files do not have.
NEEDS_EXTENDED = re.compile(
    "[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]"
)


@dataclass(frozen=True, slots=True)
class Face:
    family: str
    file: str
    weights: str
    letters: str


FACES = (
    Face("Inter", "inter-latin-wght-normal.woff2", "100 900", LATIN),
    Face("Source Serif 4", "source-serif-4-latin-wght-normal.woff2", "200 900", LATIN),
)
EXTENDED_FACES = (
    Face("Inter", "inter-latin-ext-wght-normal.woff2", "100 900", LATIN_EXTENDED),
    Face("Source Serif 4", "source-serif-4-latin-ext-wght-normal.woff2", "200 900", LATIN_EXTENDED),
)


def font_faces(text: str) -> str:
    """The `@font-face` rules for a page with this text; further letters only where it has any."""
    faces = (*FACES, *EXTENDED_FACES) if NEEDS_EXTENDED.search(text) else FACES
    return "\n".join(_rule(face) for face in faces)


def _rule(face: Face) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:normal;font-weight:{face.weights};'
        f"font-display:swap;unicode-range:{face.letters};"
        f"src:url(data:font/woff2;base64,{_as_base64(face.file)}) format('woff2')}}"
    )


@cache
def _as_base64(file: str) -> str:
    return base64.b64encode((WEB_FONTS / file).read_bytes()).decode("ascii")
