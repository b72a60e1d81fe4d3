"""The PDF is tagged, the same every time, and takes every text as text."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from northing.foundations.documents.blocks import Details, Heading, Paragraph, Table
from northing.foundations.documents.pdf import to_pdf
from northing.foundations.documents.tests.make import HOSTILE, make_document, make_figure

MARCH = date(2025, 3, 1)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return to_pdf(make_document(), on=MARCH)


@pytest.fixture(scope="module")
def reader(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="module")
def pages(reader: PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def test_the_same_document_and_day_give_the_same_bytes(printed: bytes) -> None:
    assert to_pdf(make_document(), on=MARCH) == printed


def test_the_file_is_tagged_and_claims_pdf_ua(printed: bytes, reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert b"pdfuaid" in printed
    assert reader.metadata is not None
    assert reader.metadata.title == "Where do words and deeds part?"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == MARCH


def test_a_strangers_text_is_not_evaluated(pages: list[str]) -> None:
    text = "".join(pages)
    assert "<script>alert('x')</script>" in text
    assert "#evil[x] $x$" in text
    assert "[U+202E]" in text


def test_a_long_table_repeats_its_head(pages: list[str]) -> None:
    heads = [page for page in pages if "What it says" in page]
    assert len(heads) >= 2


def test_every_page_but_the_first_bears_the_title_and_all_their_number(pages: list[str]) -> None:
    for at, page in enumerate(pages, start=1):
        assert f"Page {at} of {len(pages)}" in page
        assert "Where do words and deeds part?" in page


def test_details_are_printed_open(pages: list[str]) -> None:
    text = "".join(pages)
    assert "How this was counted" in text
    assert "Read the six channels." in text


def test_a_chart_carries_its_alternative_text(printed: bytes) -> None:
    assert b"/Alt" in printed


def test_letters_no_face_has_do_not_stop_the_report() -> None:
    odd = "\U0001e950 \U00013000 中文 \U000f0000"
    document = make_document(title=odd, blocks=(Heading(odd), make_figure(title=odd, alt=odd)))
    assert to_pdf(document, on=MARCH).startswith(b"%PDF")


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Table("No columns.", (), ()),),
        (Details("Empty", ()),),
        (Heading("Deep", 6), Details("d", (Heading("Deeper", 6),))),
        (Paragraph("x" * 20000),),
        (Paragraph(HOSTILE * 50),),
    ],
)
def test_odd_reports_can_be_printed(blocks: tuple) -> None:
    assert to_pdf(make_document(blocks=blocks, language="zz-1"), on=MARCH).startswith(b"%PDF")
