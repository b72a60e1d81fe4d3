"""Which colour and which face belongs to which meaning, on paper and on a dark screen?

A chart is drawn in the light colours; each is a token, so it can be rewritten for another theme.
Every text colour keeps at least 4.5:1 on its ground, every mark 3:1 (held by a test).
"""

from __future__ import annotations

from typing import Final

from northing.foundations.documents.blocks import Tone

# name: (on paper, on a dark screen). No two light colours are alike: a chart knows them by these.
PALETTE: Final[dict[str, tuple[str, str]]] = {
    "paper": ("#FBFAF7", "#14171A"),
    "ink": ("#1D1F22", "#E8E6E1"),
    "ink-soft": ("#565B61", "#A9ADB2"),
    "line": ("#DDDBD4", "#33383D"),
    "gap": ("#BDBAB1", "#555C63"),
    "north": ("#0F4C5C", "#7FC4CF"),
    "words": ("#2F63A8", "#8FB4E8"),
    "words-text": ("#2A5A9A", "#9DBDEB"),
    "deeds": ("#B5651D", "#E3A45C"),
    "deeds-text": ("#8A4A10", "#E8B274"),
    "contradiction": ("#B3261E", "#F2867C"),
    "better": ("#1B7F5C", "#63C9A2"),
    "unknown": ("#6B7077", "#9299A1"),
    "hatch-ground": ("#EFEDE7", "#22272B"),
    "hatch": ("#B1AEA6", "#596068"),
    "map-1": ("#DAE8EA", "#1D3439"),
    "map-2": ("#A5C9CF", "#28505A"),
    "map-3": ("#2F7382", "#6BB3BF"),
    "map-4": ("#0D3F4D", "#BCE6EC"),
    "map-text": ("#FFFFFF", "#0E1113"),
}
# A fill of this colour is drawn as the grey hatch of the unknown; it is never seen itself.
HATCH_FILL: Final = "#E9E7E1"

TEXT_FACE: Final = "Inter"
CHART_FACES: Final = "Inter, 'Inter Ext', system-ui, sans-serif"


def light(name: str) -> str:
    return PALETTE[name][0]


def mark_colour(tone: Tone) -> str:
    """The token's light colour for a mark of this tone."""
    return light(tone.value) if tone.value in PALETTE else light("ink-soft")
