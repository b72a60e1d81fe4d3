"""What can stand on one slide?"""

from __future__ import annotations

from dataclasses import dataclass

from northing.foundations.documents.blocks import Bars, Column, Quote, Tone

WIDTH, HEIGHT = 13.333, 7.5  # inches: 16 to 9
MARGIN, TOP, BOTTOM = 0.6, 1.6, 0.6
ROOM_WIDE, ROOM_HIGH = WIDTH - 2 * MARGIN, HEIGHT - TOP - BOTTOM
TITLE_SIZE, LEAD_SIZE, TEXT_SIZE, SMALL_SIZE = 26, 20, 16, 12
_POINTS = 72
_WIDTH_OF_A_SIGN = 0.52  # of its size, in the mean of running text
_LEADING, GAP = 1.25, 0.09


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide."""

    text: str
    size: int = TEXT_SIZE
    is_bold: bool = False
    tone: Tone | None = None
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A part of a table, with the widths of its columns in inches."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Chart:
    bars: Bars
    unit: str
    alt: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: what was said, what was done, or what speaks against it.

    `last` says that it is empty, or how much more there is.
    """

    name: str
    tone: Tone
    quotes: tuple[Quote, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Sides:
    sides: tuple[Side, ...]


Body = Lines | Grid | Chart | Sides


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing under the sentence that says it; `notes` say where it comes from.

    `lead` stands between the title and what is shown.
    """

    title: str
    body: Body
    notes: str = ""
    lead: tuple[Line, ...] = ()

    @property
    def top(self) -> float:
        """Where what is shown begins."""
        return TOP + sum(map(high, self.lead))


def high(line: Line) -> float:
    """With the room to the next one."""
    return height_of(line.text, line.size, wide=ROOM_WIDE) + GAP


def height_of(text: str, size: int, *, wide: float) -> float:
    """How high the text stands in a column so wide, in inches; rather too high than too low."""
    signs = max(1, int(wide * _POINTS / (size * _WIDTH_OF_A_SIGN)))
    lines = sum(max(1, -(-len(line) // signs)) for line in text.split("\n"))
    return lines * size * _LEADING / _POINTS
