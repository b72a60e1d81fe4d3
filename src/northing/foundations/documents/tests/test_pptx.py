"""Can people look behind a presentation: native tables and charts, intervals, notes, texts?"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from northing.foundations.documents.blocks import (
    Bars,
    Column,
    Details,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Point,
    Quote,
    Table,
    Tone,
)
from northing.foundations.documents.pptx import to_pptx
from northing.foundations.documents.slides import facts
from northing.foundations.documents.slides.facts import Lines
from northing.foundations.documents.slides.parting import slides_of

MAY = date(2026, 5, 4)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
GAPS = Table(
    caption="Share of words and share of money.",
    columns=(Column("Commitment"), Column("Words, %", numeric=True), Column("Money, %", True)),
    rows=(("Whole-person care", "18.0\n0.0 to 25.5", "1.7\n1.4 to 2.1"), ("Rest", "3.0", "?")),
    note="Worst-case bounds.",
)
BARS = Bars(
    ("words", "money"),
    ("Whole-person care", "Rest"),
    ((Point(18.0, 0.0, 25.5), Point(3.0)), (Point(1.7, 1.4, 2.1), None)),
)
FIGURE = Figure(
    name="say-do", title="Widest apart: care", unit="% of all", source="Source: budget.csv; n = 31",
    alt="Care takes 18 % of words and 1.7 % of money.", spec={}, table=GAPS, bars=BARS,
)  # fmt: skip
SAID = Quote("We treat everybody as a whole person.", "plan.pdf, page 2", Tone.WORDS)
DONE = Quote("Bonus for visits per hour", "budget.csv, line 9", Tone.DEEDS)


def document(*blocks, language="en"):
    pairs = Facts((("Deeds", "31 records"),))
    return Document(
        "Where do words and deeds part?", "Harbour Health", language, pairs, blocks, "N"
    )


def opened(*blocks, **but):
    return Presentation(io.BytesIO(to_pptx(document(*blocks, **but), on=MAY)))


def kinds(book, kind):
    return [one for slide in book.slides for one in slide.shapes if one.shape_type == kind]


def test_a_chart_is_native_with_its_figures_and_their_intervals():
    (frame,) = kinds(opened(Heading("Words beside money"), FIGURE), MSO_SHAPE_TYPE.CHART)
    said, done = frame.chart.plots[0].series
    assert (said.name, list(said.values), list(done.values)) == ("words", [18.0, 3.0], [1.7, None])
    labels = list(frame.chart.plots[0].categories)
    assert labels[1] == "Rest\nwords 3.0 %, money ?"  # what is unknown is said, never left empty
    ends = {
        name: [one.text for one in said._element.find(f"{C}errBars/{C}{name}").iter(f"{C}v")]
        for name in ("plus", "minus")
    }
    assert ends == {"plus": ["7.5"], "minus": ["18"]}
    order = [etree.QName(one).localname for one in said._element]
    assert order.index("errBars") == order.index("cat") - 1  # where the schema has it
    sheet = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
    assert [cell.value for cell in sheet[2]][1:] == [18.0, 1.7]


def test_a_table_is_native_and_holds_every_cell():
    (frame,) = kinds(opened(Heading("Gaps"), GAPS), MSO_SHAPE_TYPE.TABLE)
    cells = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert cells[0] == ["Commitment", "Words, %", "Money, %"]
    assert cells[1] == ["Whole-person care", "18.0\v0.0 to 25.5", "1.7\v1.4 to 2.1"]
    assert cells[2][2] == "?"
    assert frame.table.first_row


def test_whoever_does_not_see_it_is_told_and_the_notes_name_the_source():
    book = opened(Heading("Words beside money"), FIGURE)
    for frame in kinds(book, MSO_SHAPE_TYPE.CHART) + kinds(book, MSO_SHAPE_TYPE.TABLE):
        assert frame.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].get("descr")
    notes = [slide.notes_slide.notes_text_frame.text for slide in list(book.slides)[1:]]
    assert all("Source: budget.csv; n = 31" in one for one in notes)
    titles = [slide.shapes.title.text_frame.text for slide in book.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_both_sides_stand_beside_each_other_and_the_rest_in_the_notes():
    many = tuple(replace(DONE, text=f"{at}. {'Visits ' * 30}") for at in range(9))
    book = opened(Heading("1. Care"), Paragraph("18 % said."), Evidence((SAID,), many))
    slide = book.slides[1]
    text = "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
    assert "○ What was said" in text
    assert "● What was done" in text
    assert "18 % said." in text
    assert "more in the notes" in text
    assert "8. Visits" in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("length", [1, 40, 400])
def test_no_slide_is_so_full_that_it_runs_over(length):
    rows = tuple((f"{at} {'care ' * (length // 5)}", "1", "2") for at in range(60))
    texts = [Paragraph(f"{at} {'word ' * length}") for at in range(20)]
    slides = slides_of(document(Heading("A"), *texts, replace(GAPS, rows=rows)))
    kept = [row for one in slides for row in getattr(one.body, "rows", ())]
    assert len(kept) == 60
    for one in slides:
        if isinstance(one.body, Lines) and len(one.body.lines) > 1:
            assert sum(map(facts.high, one.body.lines)) <= facts.ROOM_HIGH
    said = " ".join(line.text for one in slides if isinstance(one.body, Lines)
                    for line in one.body.lines)  # fmt: skip
    assert said.count("word") == 20 * length


def test_what_is_folded_in_the_report_is_named_at_the_end():
    book = opened(Heading("A"), Paragraph("b"), Details("By unit", (Paragraph("c"),)))
    last = list(book.slides)[-1]
    assert "besides" in last.shapes.title.text_frame.text
    assert any("By unit" in one.text_frame.text for one in last.shapes if one.has_text_frame)


def test_the_same_document_and_day_give_the_same_bytes():
    assert to_pptx(document(Heading("A"), FIGURE), on=MAY) == to_pptx(
        document(Heading("A"), FIGURE), on=MAY
    )


def test_hostile_text_stays_text():
    book = opened(Heading("=1+1 <b>\x00\u202e"), Paragraph("{{ 7*7 }}\x0b]]>"), language="de-AT")
    assert "=1+1 <b>[U+0000][U+202E]" in book.slides[1].shapes.title.text_frame.text
    assert book.core_properties.language == "de-AT"
