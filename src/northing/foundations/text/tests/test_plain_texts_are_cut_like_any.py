"""Is a text of plain signs cut as it would be beside one of other signs?"""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.text.chunks import Chunks
from northing.foundations.text.reading import features_of, read_block

TEXTS = st.lists(st.text(st.characters(codec="ascii"), max_size=40) | st.none(), max_size=5)


def read(texts):
    """Of each text the features as they are compared."""
    block = read_block(texts, Chunks("en"))
    found = features_of(block)
    return [sorted(found.hashes[found.text == at].tolist()) for at in range(len(block.ends) - 1)]


@settings(deadline=None)
@given(TEXTS)
def test_a_text_is_cut_the_same_beside_another_script(texts):
    alone = read(pa.array(texts, pa.string()))
    assert read(pa.array([*texts, "пандус"], pa.string()))[:-1] == alone


@settings(deadline=None)
@given(TEXTS, st.integers(0, 3))
def test_a_slice_of_texts_is_cut_like_the_texts_themselves(texts, start):
    whole = pa.array(["пандус", *texts], pa.string())
    assert read(whole[start:]) == read(pa.array(whole[start:].to_pylist(), pa.string()))
