"""How is a slide laid out: its title, what stands on it, and what is told beside it?"""

from __future__ import annotations

from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from northing.foundations.documents.blocks import Tone
from northing.foundations.documents.safe_text import shown_safely
from northing.foundations.documents.slides import facts
from northing.foundations.documents.slides.colours import ink, rgb
from northing.foundations.documents.slides.facts import (
    LEAD_SIZE,
    MARGIN,
    ROOM_HIGH,
    ROOM_WIDE,
    SMALL_SIZE,
    TITLE_SIZE,
    TOP,
    Grid,
    Line,
    Lines,
    Side,
    Sides,
)
from northing.foundations.documents.tokens import TEXT_FACE, mark_colour

TITLE_FACE = "Source Serif 4"
SIGNS = {
    Tone.WORDS: "○",
    Tone.DEEDS: "●",
    Tone.CONTRADICTION: "▲",
    Tone.BETTER: "✓",
    Tone.UNKNOWN: "?",
}
LANGUAGES = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "de": MSO_LANGUAGE_ID.GERMAN}
_LEFT, _RIGHT = PP_ALIGN.LEFT, PP_ALIGN.RIGHT
_STYLE = "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # a table without lines and fills of its own


class Sheet:
    """One slide that is being laid out, in one language."""

    def __init__(self, slide: Any, language: str) -> None:
        self.slide = slide
        self.language = LANGUAGES.get(language[:2].lower(), MSO_LANGUAGE_ID.ENGLISH_UK)

    def title(self, text: str, *, top: float = 0.45, high: float = 1.0, size: int = 0) -> None:
        shape = self.slide.shapes.title
        shape.left, shape.top = Inches(MARGIN), Inches(top)
        shape.width, shape.height = Inches(ROOM_WIDE), Inches(high)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        is_long = facts.height_of(text, TITLE_SIZE, wide=ROOM_WIDE) > high
        frame.paragraphs[0].alignment = _LEFT
        plain = " ".join(text.split("\n"))
        self._write(frame.paragraphs[0], plain, size or (LEAD_SIZE if is_long else TITLE_SIZE))
        run = frame.paragraphs[0].runs[0]
        run.font.name, run.font.bold = TITLE_FACE, True

    def notes(self, text: str) -> None:
        if text:
            self.slide.notes_slide.notes_text_frame.text = shown_safely(text)

    def lines(self, body: Lines, *, top: float = TOP) -> None:
        frame = self._box(MARGIN, top, ROOM_WIDE, ROOM_HIGH)
        for at, line in enumerate(body.lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            self._line(paragraph, line)

    def grid(self, body: Grid, *, top: float) -> None:
        size = (len(body.rows) + 1, len(body.columns))
        place = (Inches(MARGIN), Inches(top), Inches(ROOM_WIDE), Inches(0.3 * size[0]))
        shape = self.slide.shapes.add_table(*size, *place)
        tell(shape, body.alt)
        table = shape.table
        style = table._tbl.tblPr.find(_STYLE)  # noqa: SLF001 - no word of python-pptx for it
        style.text = _PLAIN
        table.horz_banding = False
        for at, (column, wide) in enumerate(zip(body.columns, body.widths, strict=True)):
            table.columns[at].width = Inches(wide)
            self._cell(table.cell(0, at), column.label, is_head=True, is_number=column.numeric)
            for number, row in enumerate(body.rows, start=1):
                self._cell(table.cell(number, at), row[at], is_number=column.numeric)

    def sides(self, body: Sides, *, top: float) -> None:
        wide = (ROOM_WIDE - 0.3 * (len(body.sides) - 1)) / len(body.sides)
        for at, side in enumerate(body.sides):
            self._side(side, (MARGIN + at * (wide + 0.3), top), wide)

    def _side(self, side: Side, corner: tuple[float, float], wide: float) -> None:
        frame = self._box(*corner, wide, ROOM_HIGH)
        self._line(frame.paragraphs[0], Line(side.name, is_bold=True, tone=side.tone))
        for quote in side.quotes:
            self._line(frame.add_paragraph(), Line(f"“{quote.text}”", 14))
            place = " · ".join(one for one in (quote.place, quote.detail) if one)
            self._line(frame.add_paragraph(), Line(place, SMALL_SIZE))
        if side.last:
            tone = None if side.quotes else Tone.UNKNOWN
            self._line(frame.add_paragraph(), Line(side.last, 14, tone=tone))

    def _box(self, left: float, top: float, wide: float, high: float) -> Any:
        place = (Inches(left), Inches(top), Inches(wide), Inches(high))
        frame = self.slide.shapes.add_textbox(*place).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        return frame

    def _line(self, paragraph: Any, line: Line) -> None:
        """A tone speaks by its sign first; the colour only follows it."""
        sign = f"{SIGNS.get(line.tone, '')} " if line.tone in SIGNS else ""
        mark = sign or ("• " if line.is_listed else "")
        self._write(paragraph, f"{mark}{line.text}", line.size)
        paragraph.space_after = Pt(6)
        colour = ink("ink-soft") if line.size == SMALL_SIZE else ink("ink")
        if line.tone in SIGNS and line.is_bold:
            colour = rgb(mark_colour(line.tone))
        for run in paragraph.runs:
            run.font.bold = line.is_bold
            run.font.color.rgb = colour

    def _cell(self, cell: Any, text: str, *, is_number: bool, is_head: bool = False) -> None:
        paragraph = cell.text_frame.paragraphs[0]
        self._write(paragraph, text, SMALL_SIZE)
        cell.margin_top = cell.margin_bottom = Inches(0.04)
        cell.margin_left = cell.margin_right = Inches(0.08)
        paragraph.alignment = _RIGHT if is_number else _LEFT
        for run in paragraph.runs:
            run.font.bold = is_head
        if is_head:
            cell.fill.solid()
            cell.fill.fore_color.rgb = ink("hatch-ground")

    def _write(self, paragraph: Any, text: str, size: int) -> None:
        for at, piece in enumerate(shown_safely(text).split("\n")):
            if at:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = piece
            run.font.size, run.font.name, run.font.language_id = Pt(size), TEXT_FACE, self.language
            run.font.color.rgb = ink("ink")


def tell(shape: Any, alt: str) -> None:
    """What a screen reader is told of a chart or a table."""
    about = shape.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0]
    about.set("descr", shown_safely(alt))
