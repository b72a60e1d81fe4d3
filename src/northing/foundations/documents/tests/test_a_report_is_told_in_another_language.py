"""Is a report told in another language the same report, with people's own words as they were?"""

from __future__ import annotations

import io
import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from northing.foundations.documents.blocks import (
    Callout,
    Column,
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
from northing.foundations.documents.numbers import day, interval, money, number, percent, points
from northing.foundations.documents.told import (
    Count,
    Either,
    Noun,
    Tongue,
    polished,
    tell,
    told_in,
)
from northing.foundations.documents.told_document import told_as
from northing.foundations.documents.xlsx import to_xlsx

GERMAN = Tongue(
    code="de",
    patterns={
        "Findings": "Feststellungen",
        "Nothing to show.": "Nichts zu zeigen.",
        "{share} of {records} serve {name}.": Either(
            "records",
            "{share} von {records:dat} dient {name}.",
            "{share} von {records:dat} dienen {name}.",
        ),
    },
    terms={"money": "Geld"},
    nouns={"record": Noun("Eintrag", "Einträge", "Einträgen")},
)
WORDS = st.sampled_from(["Findings", "money", "Nothing to show.", "Amina's promise"])


def make_report(*blocks, **but):
    parts = {"title": "Findings", "subtitle": "", "language": "en", "facts": Facts(())}
    return Document(**(parts | but), blocks=blocks)


def serving(n=3, name="“money”"):
    return tell(
        "{share} of {records} serve {name}.",
        share=percent(0.25),
        records=tell("{n}", n=Count(n, "record")),
        name=name,
    )


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (percent(0.123), "12,3\u202f%"),
        (number(1200), "1.200"),
        (points(0.0314, signed=False), "3,1\u00a0Punkte"),
        (money(Decimal("1200.5"), "EUR"), "1.200,50\u00a0EUR"),
        (interval(0.1, 0.2), "zwischen 10,0\u202f% und 20,0\u202f%"),
        (day(date(2026, 3, 1)), "1.\u00a0März\u00a02026"),
        (day(None), "unbekannt"),
    ],
)
def test_a_figure_is_written_anew(english, german):
    assert told_in(GERMAN, english) == german
    assert told_in(GERMAN, pickle.loads(pickle.dumps(english))) == german  # noqa: S301 - our own


def test_a_sentence_takes_figures_cases_and_counts_along():
    assert serving(1) == "25.0\u202f% of 1 record serve “money”."
    assert told_in(GERMAN, serving(1)) == "25,0\u202f% von 1 Eintrag dient “money”."
    assert told_in(GERMAN, serving(1200)) == "25,0\u202f% von 1.200 Einträgen dienen “money”."


def test_what_is_polished_is_polished_in_german_too():
    said = polished(serving(name="Amina"), lambda text: text.replace("Amina", "[person]"))
    assert told_in(GERMAN, said) == "25,0\u202f% von 3 Einträgen dienen [person]."


@given(WORDS)
def test_what_people_wrote_stays_though_we_have_a_word_for_it(text):
    quote = Quote(text, text, Tone.WORDS, text)
    table = Table("Findings", (Column("Findings"),), ((text,),))
    blocks = (quote, Evidence((quote,), ()), table, Heading(tell("{name}", name=text)))
    found = told_as(make_report(*blocks), GERMAN)
    assert found.blocks[0] == quote
    assert found.blocks[1].said == (quote,)
    assert found.blocks[2] == Table("Feststellungen", (Column("Feststellungen"),), ((text,),),
                                    empty="Nichts zu zeigen.")  # fmt: skip
    assert found.blocks[3].text == text


def test_every_block_is_told_where_it_stands():
    said = serving()
    german = told_in(GERMAN, said)
    table = Table(said, (Column(said),), ((said,),), note=said)
    blocks = (
        Paragraph(said, lead=True),
        Callout(Tone.NOTE, said, said),
        Listing((said,)),
        Details(said, (Facts(((said, said),)),)),
        table,
        Figure("a", said, said, said, said, {}, table, again=lambda told, tag: {tag: told(said)}),
    )
    found = told_as(make_report(*blocks, subtitle=said, footer=said), GERMAN)
    assert (found.title, found.subtitle, found.language) == ("Feststellungen", german, "de")
    assert str(said) not in repr(found)
    assert found.blocks[-1].spec == {"de": german}


def test_a_figure_of_a_german_workbook_is_the_same_number():
    cells = (number(1200), number(12.5, decimals=1), "?")
    table = Table("Findings", tuple(Column(c, numeric=True) for c in "abc"), (cells,))
    for document in (make_report(table), told_as(make_report(table), GERMAN)):
        book = load_workbook(io.BytesIO(to_xlsx(document, on=date(2026, 2, 1))))
        assert [one.value for one in book.worksheets[1][4]] == [1200, 12.5, "?"]
    assert book.worksheets[0].title == "Bericht"
