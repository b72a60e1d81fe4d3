"""Where does each row of a dumbbell chart stand, with its label, its notes and its signs?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from northing.foundations.documents.blocks import Tone
from northing.foundations.documents.charts.canvas import NARROW, SMALL, TEXT, WIDE, Row
from northing.foundations.documents.charts.dumbbell_values import Names
from northing.foundations.documents.charts.lettering import wrapped

LINE = 16
WIDE_ROW, WIDE_LABEL, WIDE_MARGIN = 50, 214, 584
BELOW_ROOM = 12
SIGNED = (Tone.CONTRADICTION, Tone.BETTER)


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One thing compared: what it is called, its two values, and what to say beside them.

    `sign` may be CONTRADICTION (▲) or BETTER (✓); it stands before the note. `before` is what the
    second value was before.
    """

    label: str
    first: float | None
    second: float | None
    second_low: float | None = None
    second_high: float | None = None
    first_low: float | None = None
    first_high: float | None = None
    note: str = ""
    sign: Tone | None = None
    before: float | None = None

    @property
    def values(self) -> tuple[float | None, ...]:
        ends = (self.first_low, self.first_high, self.second_low, self.second_high)
        return (self.first, self.second, self.before, *ends)

    @property
    def room_below(self) -> float:
        """What the number of the value before takes under the marks."""
        return 0 if self.before is None else BELOW_ROOM

    @property
    def has_two_intervals(self) -> bool:
        return self.first_low is not None and self.second_low is not None


@dataclass(slots=True)
class Placed:
    """A row with its place: the height of its marks, its lines of text, its signs."""

    row: DumbbellRow
    y: float
    bottom: float
    label: list[Row]
    notes: list[Row] = field(default_factory=list)
    unknown: Row | None = None
    sign: Row | None = None


def places_wide(rows: Sequence[DumbbellRow], names: Names) -> tuple[list[Placed], float, bool]:
    """Label left, marks in the middle, notes and signs in a margin at the right, if any."""
    places: list[Placed] = []
    top = 4.0
    for row in rows:
        height = WIDE_ROW + row.room_below
        y, middle = top + WIDE_ROW / 2 + 6, top + height / 2
        lines = wrapped(row.label, room=WIDE_LABEL, size=TEXT, bold=True)
        place = Placed(row, y, top + height, _stacked(lines, x=0, middle=middle))
        _place_side(place, names, x=WIDE_MARGIN, room=WIDE - WIDE_MARGIN, middle=middle)
        places.append(place)
        top += height
    return places, top, any(place.notes for place in places)


def places_narrow(rows: Sequence[DumbbellRow], names: Names) -> tuple[list[Placed], float]:
    """Label above, marks across the whole width, notes below; rows are as high as they need."""
    places: list[Placed] = []
    top = 6.0
    for row in rows:
        lines = wrapped(row.label, room=NARROW, size=TEXT, bold=True)
        y = top + len(lines) * LINE + 32
        label = _stacked(lines, x=0, middle=top + len(lines) * LINE / 2)
        below = y + row.room_below
        place = Placed(row, y, below + 14, label)
        _place_side(place, names, x=0, room=NARROW, middle=below + 24)
        if place.notes:
            place.bottom = below + 18 + LINE * len(place.notes)
            shift = (len(place.notes) - 1) * LINE / 2
            for line in (*place.notes, *filter(None, (place.unknown, place.sign))):
                line["y"] += shift
        places.append(place)
        top = place.bottom + 12
    return places, top - 4


def _place_side(place: Placed, names: Names, *, x: float, room: float, middle: float) -> None:
    """The sign and the words beside a row: what is unknown first, then the note."""
    row = place.row
    missing = names.missing(row.first, row.second)
    if missing:
        place.unknown = {"x": x + 9, "y": middle}
    elif row.sign in SIGNED:
        place.sign = {"x": x + 8, "y": middle}
    indent = 24 if place.unknown or place.sign else 0
    room -= indent
    lines = wrapped(missing, room=room, size=SMALL)
    lines += wrapped(row.note, room=room, size=SMALL, lines=1 if missing else 2)
    place.notes = _stacked(lines, x=x + indent, middle=middle)


def _stacked(lines: Sequence[str], *, x: float, middle: float) -> list[Row]:
    first = middle - (len(lines) - 1) * LINE / 2
    return [{"x": x, "y": first + turn * LINE, "text": line} for turn, line in enumerate(lines)]
