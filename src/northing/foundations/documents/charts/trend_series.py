"""Which lines, bands, marks and end labels does a series of shares leave on a trend?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from northing.foundations.documents.blocks import Tone
from northing.foundations.documents.charts.axis import Axis
from northing.foundations.documents.charts.canvas import SMALL, Row
from northing.foundations.documents.charts.lettering import wrapped
from northing.foundations.documents.numbers import number

CAP = 4.0
LINE = 15
BETWEEN = 3


@dataclass(frozen=True, slots=True)
class TrendPoint:
    period: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One line; a tone brings its sign, others get a grey line and a shape of their own."""

    name: str
    points: tuple[TrendPoint, ...]
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Look:
    colour: str
    text: str
    shape: str
    fill: str


LOOKS = {
    Tone.WORDS: Look("words", "words-text", "circle", "paper"),
    Tone.DEEDS: Look("deeds", "deeds-text", "circle", "deeds"),
    Tone.CONTRADICTION: Look("contradiction", "contradiction", "triangle-up", "contradiction"),
    Tone.BETTER: Look("better", "better", "cross", "better"),
}
OTHERS = tuple(
    Look("unknown", "ink-soft", shape, fill)
    for fill in ("unknown", "paper")
    for shape in ("square", "diamond", "triangle-down")
)


@dataclass(slots=True)
class Drawn:
    """A series in pixels."""

    series: TrendSeries
    look: Look
    marks: list[Row] = field(default_factory=list)
    runs: list[list[Row]] = field(default_factory=list)
    bands: list[list[Row]] = field(default_factory=list)
    whiskers: list[Row] = field(default_factory=list)
    unknown: list[float] = field(default_factory=list)


def drawn_series(
    series: Sequence[TrendSeries], *, axis: Axis, x: Callable[[str], float]
) -> list[Drawn]:
    """Every series with its look, cut into unbroken runs."""
    out: list[Drawn] = []
    plain = 0
    for one in series:
        look = LOOKS.get(one.tone) if one.tone else None
        if look is None:
            look = OTHERS[plain % len(OTHERS)]
            plain += 1
        out.append(_drawn(Drawn(one, look), axis=axis, x=x))
    return out


def _drawn(out: Drawn, *, axis: Axis, x: Callable[[str], float]) -> Drawn:
    out.unknown = [x(point.period) for point in out.series.points if point.value is None]
    for run in _unbroken(out.series.points):
        rows = [{"x": x(p.period), "y": axis.at(p.value or 0.0), "value": p.value} for p in run]
        out.marks.extend(rows)
        out.runs.append(rows)
        ends = [
            {
                "x": x(p.period),
                "y": axis.at(p.high),
                "y2": axis.at(p.low),
                "low": p.low,
                "high": p.high,
            }
            for p in run
            if p.low is not None and p.high is not None
        ]
        if len(ends) == len(run) > 1:
            out.bands.append(ends)
        else:
            out.whiskers.extend(ends)
    return out


def _unbroken(points: Sequence[TrendPoint]) -> Iterator[list[TrendPoint]]:
    run: list[TrendPoint] = []
    for point in points:
        if point.value is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def end_labels(
    drawn: Sequence[Drawn],
    *,
    left: float,
    room: float,
    decimals: int,
    lowest: float,
    language: str,
) -> Iterator[tuple[str, list[Row]]]:
    """Each series' name and last number beside its last mark, none touching another.

    None stands below `lowest`, where the periods' names begin, unless there are too many to fit.
    """
    last = sorted((one for one in drawn if one.marks), key=lambda one: float(one.marks[-1]["y"]))
    labels = [_label(one, room=room, decimals=decimals, language=language) for one in last]
    tops: list[float] = []
    free = 0.0
    for one, lines in zip(last, labels, strict=True):
        tops.append(max(one.marks[-1]["y"] - (len(lines) - 1) * LINE / 2, free))
        free = tops[-1] + len(lines) * LINE + BETWEEN
    below = lowest + LINE / 2 + BETWEEN
    for turn in reversed(range(len(tops))):
        tops[turn] = min(tops[turn], below - len(labels[turn]) * LINE - BETWEEN)
        below = tops[turn]
    push = max(0.0, LINE / 2 - min(tops, default=LINE / 2))
    for one, lines, top in zip(last, labels, tops, strict=True):
        yield (
            one.look.text,
            [
                {"x": left, "y": top + push + turn * LINE, "text": line}
                for turn, line in enumerate(lines)
            ],
        )


def _label(one: Drawn, *, room: float, decimals: int, language: str) -> list[str]:
    """Name and number on two lines where they fit there, else the number on a third."""
    written = number(one.marks[-1]["value"], decimals=decimals, language=language)
    lines = wrapped(f"{one.series.name} {written}", room=room, size=SMALL, bold=True)
    if lines[-1].endswith(written):
        return lines
    return [*wrapped(one.series.name, room=room, size=SMALL, bold=True), written]
