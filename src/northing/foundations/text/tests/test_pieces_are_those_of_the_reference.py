"""Does our reading of pieces agree with the reference implementation, text by text?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.text.shipped import piece_numbers
from northing.foundations.text.wordpiece import pieces_of

tokenizers = pytest.importorskip("tokenizers")


def reference():
    model = tokenizers.models.WordPiece(
        piece_numbers(),
        unk_token="[UNK]",  # noqa: S106 - no password
        max_input_chars_per_word=100,
    )
    made = tokenizers.Tokenizer(model)
    made.normalizer = tokenizers.normalizers.BertNormalizer()
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return made


REFERENCE = reference()
DRAWN = [
    "We publish what we decide.",
    "All-hands: 3.5 % of O'Neill's budget (2024)!",
    "naïve Ångström façade, Zürich straße",
    "пандусы для колясок и ещё",
    "医療計画と車椅子",
    "منحدرات للكراسي",
    "हिन्दी में",
    "a\u200bb\u00adc\ufeffd\x00e\ufffdf\x1cg\x85h",
    "🎉 party 🎉🎉",
    "x" * 100,
    "x" * 101,
    "don\u2019t \u201cquote\u201d \u2014 dash",
    "\u0130stanbul \u0131 \u1e9e",
    "e\u0301 \u1100\u1161",
    "$1,000+tax = <total>~^`|",
    "",
]


@pytest.mark.parametrize("text", DRAWN)
def test_a_drawn_text_has_the_pieces_of_the_reference(text):
    assert pieces_of(text) == REFERENCE.encode(text).ids


# Signs that have stood in Unicode for so long that the tables of both know them alike.
SIGNS = st.one_of(
    *(
        st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=["Cn"])
        for first, last in [
            (0x00, 0x24F), (0x300, 0x36F), (0x391, 0x3C9), (0x410, 0x44F), (0x5D0, 0x5EA),
            (0x627, 0x64A), (0x905, 0x939), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x3041, 0x3096),
            (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1F600, 0x1F64F),
        ]
    )
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.text(SIGNS, max_size=40) | st.text(st.characters(codec="ascii"), max_size=60))
def test_any_text_has_the_pieces_of_the_reference(text):
    assert pieces_of(text) == REFERENCE.encode(text).ids
