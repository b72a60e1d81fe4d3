"""The page needs nothing from outside, evaluates nothing, and reads in order."""

import re
from html.parser import HTMLParser

import pytest

from northing.foundations.documents.blocks import Details, Facts, Heading, Paragraph
from northing.foundations.documents.html import to_html
from northing.foundations.documents.tests.make import HOSTILE, make_document, make_figure


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(make_document())


class Elements(HTMLParser):
    """Every start tag with its attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_same_document_gives_the_same_bytes(page: str) -> None:
    assert to_html(make_document()) == page


def test_no_element_comes_from_a_strangers_text(page: str) -> None:
    tags = {tag for tag, _ in Elements(page).found}
    assert not tags & {
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "img",
        "form",
        "foreignobject",
    }
    assert "&lt;script&gt;alert(&#39;x&#39;)" in page
    assert "{{ 7*7 }}" in page


def test_a_direction_override_is_shown_and_not_obeyed(page: str) -> None:
    assert "[U+202E]desrever[U+202C]" in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", page)


def test_nothing_is_fetched(page: str) -> None:
    for _, attributes in Elements(page).found:
        for name, value in attributes.items():
            if name in ("src", "href", "action", "xlink:href", "srcset", "data"):
                assert str(value).startswith("#"), (name, value)
            assert not name.startswith("on")
    addresses = re.findall(r"url\(([^)]{0,30})", page)
    assert all(address.startswith(("data:font/woff2", "#figure-")) for address in addresses)
    assert "@import" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:" in page


def test_headings_descend_one_level_at_a_time() -> None:
    blocks = (
        Heading("a", 4),
        Heading("b", 2),
        Heading("c", 6),
        Details("d", (Heading("e", 5),)),
        Heading("b", 1),
    )
    page = to_html(make_document(blocks=blocks))
    levels = [int(tag[1]) for tag, _ in Elements(page).found if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 2, 3, 4, 2]
    assert {"b", "b-2"} <= {attributes.get("id") for _, attributes in Elements(page).found}


def test_every_id_is_there_once_and_every_reference_meets_one(page: str) -> None:
    elements = [attributes for _, attributes in Elements(page).found]
    ids = [attributes["id"] for attributes in elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    for attributes in elements:
        references = (attributes.get("aria-labelledby") or "").split()
        references += [attributes["href"][1:]] if attributes.get("href") else []
        assert set(references) <= set(ids)


def test_a_table_stands_beside_each_figure(page: str) -> None:
    figures = re.findall(r'<figure class="chart.*?</figure>', page, re.DOTALL)
    assert len(figures) == 4
    for figure in figures:
        assert figure.count('role="img"') == 2
        assert "<caption" in figure
        assert 'scope="col"' in figure


def test_an_unknown_cell_is_a_question_mark_with_its_word(page: str) -> None:
    assert '<span aria-hidden="true">?</span><span class="unseen">unknown</span>' in page


def test_a_plain_specification_gives_one_drawing() -> None:
    figure = make_figure()
    page = to_html(make_document(blocks=(make_figure(spec=figure.spec["wide"]),)))
    assert 'class="drawing drawing-narrow"' not in page
    assert 'class="drawing drawing-wide"' in page


def test_a_word_of_five_thousand_letters_may_break() -> None:
    page = to_html(make_document(blocks=(Paragraph("ä<" * 2500),)))
    assert page.count("<wbr>") > 400
    assert max(map(len, re.split(r"<wbr>|\s", page.split("<main")[1]))) < 200


def test_further_letters_bring_their_face_only_where_needed() -> None:
    plain = to_html(make_document(blocks=(), subtitle="é"))
    assert plain.count("@font-face") == 2
    assert to_html(make_document(blocks=(), subtitle="Łódź")).count("@font-face") == 4


@pytest.mark.parametrize("language", ["de", 'en" onload="x', ""])
def test_the_language_is_a_tag_or_english(language: str) -> None:
    page = to_html(make_document(language=language, blocks=()))
    assert Elements(page).found[0] == ("html", {"lang": "de" if language == "de" else "en"})


def test_a_report_may_be_made_of_hostile_text_alone() -> None:
    page = to_html(
        make_document(
            title=HOSTILE,
            subtitle=HOSTILE,
            footer=HOSTILE,
            facts=Facts(((HOSTILE, HOSTILE),)),
            blocks=(Paragraph(HOSTILE),),
        )
    )
    assert "<script" not in page
