"""Which texts are near which prompts, whatever their order?"""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.text.match import MATCHES, MatchSettings, match, unmatched_prompts
from northing.foundations.text.tests.make import FILLER, make_prompts

USUAL = MatchSettings()  # words alone; test_meaning_finds_other_words.py has the other half
PROMPTS = make_prompts(
    ("access", "accessible buildings and websites"),
    ("access", "ramps for wheelchairs"),
    ("access", "stairs without a lift", "breaking it"),
    ("listening", "hear every patient"),
)


def matched(texts: list[str | None], prompts: pa.Table = PROMPTS, but: MatchSettings = USUAL):
    return match(pa.array(texts, pa.string()), prompts, settings=but).to_pylist()


def without_index(rows):
    return [{**row, "text_index": None} for row in rows]


def test_a_text_links_to_the_topic_whose_prompt_shares_its_words():
    [row] = matched(["new ramps for wheelchairs at the door", *FILLER])
    assert (row["text_index"], row["topic"], row["linked"], row["rank"]) == (0, "access", True, 1)
    assert row["prompt"] == "ramps for wheelchairs"
    assert row["z"] >= USUAL.link_z


def test_the_sign_is_that_of_the_nearest_prompt():
    [row] = matched(["the lift is out, only stairs", *FILLER])
    assert row["sign"] == "breaking it"


def test_the_words_that_carried_it_are_shown_as_written():
    [row] = matched(["WHEELCHAIR ramp bought", *FILLER])
    assert row["words"] == ["WHEELCHAIR", "ramp"]


def test_an_inflection_is_the_same_word():
    [row] = matched(["website accessibility", *FILLER])
    assert row["topic"] == "access"


def test_a_text_without_a_shared_word_is_near_nothing():
    assert matched([*FILLER, "", None, "2024", "of the and"]) == []


def test_a_topic_without_usable_words_never_links_and_is_named():
    prompts = make_prompts(
        ("empty", "of the"), ("empty", "2024"), ("half", "to be"), ("half", "sea")
    )
    assert {row["topic"] for row in matched(["to be of the sea 2024", *FILLER], prompts)} == {
        "half"
    }
    unmatched = unmatched_prompts(prompts, USUAL)
    assert [(found.prompt, found.silences_topic) for found in unmatched] == [
        ("of the", True),
        ("2024", True),
        ("to be", False),
    ]


def test_a_small_corpus_has_no_z_and_goes_by_the_score_alone():
    [row] = matched(["ramps for wheelchairs", *FILLER[:10]])
    assert row["z"] is None
    assert row["linked"]


def test_a_far_second_topic_is_plausible_but_not_linked():
    prompts = make_prompts(
        ("ramps", "ramps for wheelchairs"), ("doors", "wide doors and sea and salt")
    )
    rows = matched(["ramps for wheelchairs near the doors", *FILLER], prompts)
    assert [(row["topic"], row["linked"]) for row in rows] == [("ramps", True), ("doors", False)]


def test_ties_keep_the_order_of_topics_and_only_so_many_link():
    prompts = make_prompts(*[(topic, "ramps") for topic in ("d", "b", "c", "a")])
    rows = matched(["ramps", *FILLER], prompts)
    assert [(row["topic"], row["rank"], row["linked"]) for row in rows] == [
        ("d", 1, True),
        ("b", 2, True),
        ("c", 3, True),
        ("a", 4, False),
    ]


def test_nothing_to_match_gives_an_empty_table_of_the_same_columns():
    empty = match(pa.array([], pa.string()), PROMPTS, settings=USUAL)
    assert empty.schema == MATCHES
    assert match(pa.array(["sea"]), make_prompts(), settings=USUAL).schema == MATCHES
    assert match(pa.array(["sea", ""]), PROMPTS, settings=USUAL).schema == MATCHES


def test_chunked_texts_are_read_like_whole_ones():
    texts = ["ramps for wheelchairs", *FILLER]
    chunked = pa.chunked_array([texts[:7], texts[7:]])
    assert match(chunked, PROMPTS, settings=USUAL).to_pylist() == matched(texts)


def test_the_size_of_a_block_changes_nothing():
    texts = [*FILLER, "ramps for wheelchairs", "hear the patient", "accessible website"]
    assert matched(texts, but=MatchSettings(block_rows=2)) == matched(texts)


SOME_WORDS = st.sampled_from(
    ["ramp", "stairs", "lift", "patient", "hear", "website", "the", "of", "sea", "roof"]
)
TEXTS = st.lists(st.lists(SOME_WORDS, max_size=6).map(" ".join), min_size=1, max_size=12)


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_texts_does_not_matter(texts, chance, large):
    texts = texts + FILLER if large else texts
    order = list(range(len(texts)))
    chance.shuffle(order)
    rows, shuffled = matched(texts), matched([texts[at] for at in order])
    place = {was: now for now, was in enumerate(order)}
    moved = sorted(
        ({**row, "text_index": place[row["text_index"]]} for row in rows),
        key=lambda row: row["text_index"],
    )
    assert moved == shuffled


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.data(), st.booleans())
def test_a_text_that_stands_twice_gets_the_same_answer_and_changes_none(texts, data, large):
    texts = texts + FILLER if large else texts
    twice = data.draw(st.integers(0, len(texts) - 1))
    rows, doubled = matched(texts), matched([*texts, texts[twice]])
    assert [row for row in doubled if row["text_index"] < len(texts)] == rows
    copied = [row for row in doubled if row["text_index"] == len(texts)]
    assert without_index(copied) == without_index(r for r in rows if r["text_index"] == twice)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_every_row_keeps_the_rules(texts):
    rows = matched([*texts, *FILLER])
    assert [(row["text_index"]) for row in rows] == sorted(row["text_index"] for row in rows)
    for row in rows:
        assert 0 < row["match_score"] <= 1
        assert row["words"]
        assert not row["linked"] or row["rank"] <= USUAL.most
