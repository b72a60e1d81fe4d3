"""Does a text from a file never stand beside ours as if it were ours?"""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from northing.interfaces.mcp.quoting import OURS, marked, spelt_out

TEXT = st.text(min_size=1, max_size=20)
FOUND = st.recursive(
    TEXT | st.integers() | st.none() | st.booleans(),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(TEXT, one, max_size=3),
    max_leaves=12,
)


def outside(found):
    """Every text that stands in no quotation."""
    if isinstance(found, dict):
        if set(found) == {"quotation"}:
            return
        for name, value in found.items():
            if name not in OURS:
                yield from outside(value)
    elif isinstance(found, list):
        for one in found:
            yield from outside(one)
    elif isinstance(found, str) and found:
        yield found


@given(st.dictionaries(TEXT.filter(lambda one: one not in OURS), FOUND))
def test_no_text_stands_outside_unless_it_is_known_to_be_ours(found):
    assert list(outside(marked(found))) == []


@given(TEXT)
def test_what_is_seen_stays_and_what_is_not_is_spelt_out(text):
    shown = spelt_out(text)
    assert all(one.isprintable() or one.isspace() for one in shown)
    assert spelt_out(shown) == shown
    if text.isprintable():
        assert shown == text


def test_signs_that_hide_or_turn_text_are_spelt_out():
    assert spelt_out("pay\u202eyap") == "pay⟨U+202E⟩yap"
    assert spelt_out("a\U000e0041b") == "a⟨U+E0041⟩b"
    assert spelt_out("Grüße, 3 % – „so“\n\tund 🙂") == "Grüße, 3 % – „so“\n\tund 🙂"


def test_figures_and_names_of_rows_stay_as_they_are():
    found = {"gap": {"value": 0.2, "low": 0.1, "high": 0.3, "method": "census", "n": 4}}
    assert marked(found) == found
    record = {"name": "budget.csv:2", "text": "x", "evidence": ["budget.csv:2"]}
    assert marked(record)["name"] == "budget.csv:2"
    assert marked(record)["evidence"] == ["budget.csv:2"]
    assert json.dumps(marked(record)).count("quotation") == 1
