"""Which slides does a report make: one thing on each, and none so full that nobody can read it?

What does not fit goes on to a following slide. What is folded in the report stays there: the last
slide names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Code,
    Details,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from northing.foundations.documents.slides import facts
from northing.foundations.documents.slides.facts import (
    LEAD_SIZE,
    ROOM_HIGH,
    ROOM_WIDE,
    SMALL_SIZE,
    Chart,
    Grid,
    Line,
    Lines,
    Side,
    Sides,
    Slide,
    height_of,
)
from northing.foundations.documents.wording import wording_for

MOST_BARS = 10
LONGEST_CELL, LONGEST_QUOTE, LONGEST_LINE = 240, 260, 1_200
LONGEST_TITLE, LONGEST_PLACE = 120, 90
_CELL_PADDING, _NARROWEST, _BETWEEN, _CAPTION = 0.1, 0.9, 0.3, 0.4
LEAD_HIGH = 1.3


def slides_of(document: Document) -> tuple[Slide, ...]:
    """All slides behind the first, in the order in which the report is read."""
    work = _Parting(document)
    for block in document.blocks:
        work.take(block)
    work.close()
    return tuple(_numbered(work.slides, wording_for(document.language).continued))


@dataclass(slots=True)
class _Parting:
    document: Document
    section: str = ""
    below: str = ""
    lines: list[Line] = field(default_factory=list)
    slides: list[Slide] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.below or self.section or self.document.title

    def _called(self, caption: str) -> str:
        """A sentence too long for a title stands in the notes."""
        return caption if 0 < len(caption) <= LONGEST_TITLE else self.title

    def take(self, block: Block) -> None:
        match block:
            case Heading():
                self._turn()
                is_section = block.level <= 2  # noqa: PLR2004 - below the title
                self.section = block.text if is_section else self.section
                self.below = "" if is_section else block.text
            case Table():
                self.slides += _tables(block, self._called(block.caption), self._lead())
            case Figure():
                self.slides += _figure(block, self._lead())
            case Evidence():
                self.slides += self._evidence(block, self._lead())
            case Details():
                self.folded.append(block.summary)
            case _:
                self.lines += _lines(block)

    def close(self) -> None:
        self._turn()
        if self.folded:
            self.section, self.below = wording_for(self.document.language).besides, ""
            self.lines = [Line(one, is_listed=True) for one in dict.fromkeys(self.folded)]
            self._turn()

    def _turn(self) -> None:
        """What was gathered becomes slides."""
        for some in _filled(self.lines):
            notes = "\n".join(line.text for line in some)
            self.slides.append(Slide(self.title, Lines(tuple(some)), notes))
        self.lines = []

    def _lead(self) -> tuple[Line, ...]:
        """What was said last, where it is short enough to stand above what is shown now."""
        found = tuple(self.lines)
        if sum(map(facts.high, found)) > LEAD_HIGH:
            self._turn()
            return ()
        self.lines = []
        return found

    def _evidence(self, block: Evidence, lead: tuple[Line, ...]) -> Iterator[Slide]:
        words = wording_for(self.document.language)
        three = (
            (words.said, Tone.WORDS, block.said, block.said_empty),
            (words.done, Tone.DEEDS, block.done, block.done_empty),
            (words.against, Tone.CONTRADICTION, block.against, block.against_empty),
        )
        whole = [Side(*one) for one in three if one[2] or one[3]]
        room = ROOM_HIGH - sum(map(facts.high, lead))
        wide = ROOM_WIDE / max(1, len(whole)) - _BETWEEN
        sides = tuple(_fitted(one, wide, room) for one in whole)
        notes = "\n".join(f"“{one.text}” ({one.place})" for side in whole for one in side.quotes)
        if sides:
            yield Slide(self.title, Sides(sides), notes, lead)


def _fitted(side: Side, wide: float, room: float) -> Side:
    """As many quotes as there is room for; how many more there are is said, and the notes have
    all of them."""
    left = room - 2 * _CAPTION
    shown: list[Quote] = []
    for one in side.quotes:
        cut = replace(one, text=_cut(one.text, LONGEST_QUOTE), place=_cut(one.place, LONGEST_PLACE))
        left -= height_of(f"“{cut.text}”", 14, wide=wide) + 2 * facts.GAP
        left -= height_of(f"{cut.place} · {cut.detail}", SMALL_SIZE, wide=wide)
        if shown and left < 0:
            break
        shown.append(cut)
    more = len(side.quotes) - len(shown)
    last = f"{more} more in the notes and in the report" if more else ""
    return replace(side, quotes=tuple(shown), last=last if side.quotes else side.last)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph():
            size = LEAD_SIZE if block.lead else facts.TEXT_SIZE
            yield from (Line(one, size) for one in _pieces(block.text))
        case Callout():
            yield Line(block.title, is_bold=True, tone=block.tone)
            yield from (Line(one) for one in _pieces(block.text))
        case Facts():
            yield from (Line(f"{label}: {value}") for label, value in block.pairs)
        case Listing():
            yield from (Line(one, is_listed=True) for one in block.items)
        case Quote():
            yield Line(f"“{_cut(block.text, LONGEST_QUOTE)}” ({block.place})", tone=block.tone)
        case Code():
            yield from (Line(one, SMALL_SIZE) for one in _pieces(block.text))


def _pieces(text: str) -> Iterator[str]:
    """A long paragraph in parts that fit a slide each, parted between words."""
    words, piece = text.split(" "), ""
    for word in words:
        if len(piece) + len(word) > LONGEST_LINE:
            yield piece
            piece = ""
        piece = f"{piece} {word}" if piece else word
    if piece:
        yield piece


def _filled(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """A line that heads what follows does not stay behind at the foot of a slide."""
    page: list[Line] = []
    high = 0.0
    for line in lines:
        needed = facts.high(line)
        if page and high + needed > ROOM_HIGH:
            follows = [page.pop()] if len(page) > 1 and page[-1].is_bold else []
            yield page
            page, high = follows, sum(map(facts.high, follows))
        page.append(line)
        high += needed
    if page:
        yield page


def _figure(block: Figure, lead: tuple[Line, ...]) -> Iterator[Slide]:
    """The chart where its figures are at hand, always the table that says the same."""
    notes = f"{block.source}\n{block.alt}"
    bars = block.bars
    for at in range(0, len(bars.labels) if bars else 0, MOST_BARS):
        part = bars.part(at, at + MOST_BARS) if bars else None
        if part:
            yield Slide(block.title, Chart(part, block.unit, block.alt), notes, lead)
            lead = ()
    for one in _tables(block.table, block.table.caption or block.title, lead):
        yield replace(one, notes=f"{block.source}\n{one.notes}".strip())


def _tables(table: Table, title: str, lead: tuple[Line, ...]) -> Iterator[Slide]:
    if not table.rows:
        yield Slide(title, Lines((*lead, Line(table.empty, tone=Tone.UNKNOWN))), table.note)
        return
    widths = _widths(table)
    head = _row_high(tuple(one.label for one in table.columns), widths)
    page: list[tuple[str, ...]] = []
    high = head + sum(map(facts.high, lead))
    for row in table.rows:
        cut = tuple(_cut(cell, LONGEST_CELL) for cell in row)
        needed = _row_high(cut, widths)
        if page and high + needed > ROOM_HIGH:
            yield _grid(table, page, widths, title, lead)
            page, high, lead = [], head, ()
        page.append(cut)
        high += needed
    yield _grid(table, page, widths, title, lead)


def _grid(
    table: Table,
    rows: list[tuple[str, ...]],
    widths: tuple[float, ...],
    title: str,
    lead: tuple[Line, ...],
) -> Slide:
    notes = "\n".join(one for one in (table.caption, table.note) if one)
    body = Grid(table.columns, tuple(rows), widths, table.caption or title)
    return Slide(title, body, notes, lead)


def _widths(table: Table) -> tuple[float, ...]:
    """As wide as what stands in them asks for, none so narrow that words break."""
    longest = [
        min(max(len(column.label), *(len(row[at]) for row in table.rows)), 60) + 4
        for at, column in enumerate(table.columns)
    ]
    free = ROOM_WIDE - _NARROWEST * len(longest)
    return tuple(_NARROWEST + max(free, 0) * one / sum(longest) for one in longest)


def _row_high(cells: tuple[str, ...], widths: tuple[float, ...]) -> float:
    texts = zip(cells, widths, strict=True)
    return max(height_of(text, SMALL_SIZE, wide=wide - 0.2) for text, wide in texts) + _CELL_PADDING


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _numbered(slides: Iterable[Slide], continued: str) -> Iterator[Slide]:
    """A slide that goes on under the title of the one before says so: no two are called alike."""
    last, turn = "", 1
    for one in slides:
        turn = turn + 1 if one.title == last else 1
        last = one.title
        yield replace(one, title=f"{one.title} ({continued}, {turn})") if turn > 1 else one
