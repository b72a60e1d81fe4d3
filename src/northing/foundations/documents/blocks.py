"""Of what is a report made, whatever it is printed on?

A report is one `Document` of blocks. Renderers (`html`, `pdf`) know blocks and nothing else; rooms
make blocks and know no renderer. Texts are plain: a renderer escapes them, never evaluates them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """What a mark or callout means; each has a sign and words everywhere, never colour alone."""

    WORDS = "words"
    DEEDS = "deeds"
    CONTRADICTION = "contradiction"
    BETTER = "better"
    UNKNOWN = "unknown"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text. `lead` is the answer at the top of a page or section, set larger."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A sentence that must not be missed, with its sign."""

    tone: Tone
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text. `caption` is a sentence; `empty` is said where there are no rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "Nothing to show."
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure with its bounds; a bound that is not there is none that is known."""

    value: float
    low: float | None = None
    high: float | None = None


Redraw = Callable[[Callable[[str], str], str], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Bars:
    """The figures of a chart, for who draws it anew: for each label one point of each series.

    No point is a figure that is unknown.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[tuple[Point | None, ...], ...]

    def part(self, first: int, last: int) -> Bars:
        """Those labels alone, from the first up to the last."""
        series = tuple(points[first:last] for points in self.series)
        return Bars(self.names, self.labels[first:last], series)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: a Vega-Lite spec, its sentence, and the table that says the same in words.

    `title` is a sentence that says one thing, `unit` stands under it, `source` below with n.
    `alt` is what a screen reader is told. `name` is a file-safe id, unique in the document.
    `bars` are the figures behind it, where a renderer may draw them by its own means. `again`
    draws it in another language: it is given how a text is told there, and the language's tag.
    """

    name: str
    title: str
    unit: str
    source: str
    alt: str
    spec: Mapping[str, Any]
    table: Table
    bars: Bars | None = None
    again: Redraw | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """One record as it stands in its file: the words, the place, and what it says for the gap."""

    text: str
    place: str
    tone: Tone
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was said beside what was done, and what speaks against the finding."""

    said: tuple[Quote, ...]
    done: tuple[Quote, ...]
    against: tuple[Quote, ...] = ()
    said_empty: str = "No record of words."
    done_empty: str = "No record of deeds."
    against_empty: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Short pairs of label and value: who, when, how many."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A command or a fingerprint, set in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """Something one click away: a method, a long table. Printed open on paper."""

    summary: str
    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | Callout
    | Table
    | Figure
    | Quote
    | Evidence
    | Facts
    | Listing
    | Code
    | Details
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `facts` stand under the title; `language` is a BCP 47 tag."""

    title: str
    subtitle: str
    language: str
    facts: Facts
    blocks: tuple[Block, ...]
    footer: str = ""
