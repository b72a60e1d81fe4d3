"""Do texts find their topics although they share no word, and does the answer hold?"""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pytest

from northing.foundations.text.kernel import (
    bottom_sample,
    link,
    link_and_tell,
    prepare,
    reach,
)
from northing.foundations.text.match import MatchSettings, match
from northing.foundations.text.reach import NOTHING, WHOLE, WORDS
from northing.foundations.text.scoring import Scorer, scorer_of
from northing.foundations.text.tests.make import FILLER, make_prompts

USUAL = MatchSettings(meaning=True)
PARTLY = MatchSettings(meaning=True, read_whole=30, uncertain_share=0.2)
PROMPTS = make_prompts(
    ("access", "accessible buildings and websites"),
    ("access", "ramps for wheelchairs"),
    ("access", "stairs without a lift", "breaking it"),
    ("listening", "hear every patient"),
)
SLOPE = "a slope so that people who cannot walk come in"
TEXTS = [
    *FILLER,
    SLOPE,
    "ramps for wheelchairs",
    "the doctor asked the sick how they feel",
    "",
    None,
]


def matched(texts, prompts=PROMPTS, but=USUAL):
    return match(pa.array(texts, pa.string()), prompts, settings=but).to_pylist()


def test_a_text_links_to_a_topic_of_which_it_has_no_word():
    rows = matched(["doctors take time to listen to the sick", *FILLER])
    [row] = [row for row in rows if row["linked"]]
    assert (row["topic"], row["prompt"]) == ("listening", "hear every patient")
    assert row["words"][:3] == ["doctors", "listen", "sick"]


@pytest.mark.parametrize("but", [USUAL, PARTLY])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_cutting_the_texts_into_batches_changes_nothing(but, size):
    texts = pa.array(TEXTS, pa.string())
    prepared = prepare(bottom_sample(texts), PROMPTS, but)
    travelled = pickle.loads(pickle.dumps(prepared))  # noqa: S301 - our own bytes
    whole = link(texts, prepared)
    parts = [link(texts.slice(at, size), travelled) for at in range(0, len(texts), size)]
    assert whole.num_rows > 0
    assert pa.concat_tables(parts).drop(["text_index"]).equals(whole.drop(["text_index"]))


def test_a_large_corpus_is_read_whole_in_part_only():
    texts = pa.array(TEXTS, pa.string())
    prepared = prepare(bottom_sample(texts), PROMPTS, PARTLY)
    assert 0 < reach(texts, prepared).whole < len(texts) / 2


def test_threads_with_a_cold_cache_give_the_same_fifty_times():
    texts = pa.array(TEXTS * 4, pa.string())
    prepared = prepare(bottom_sample(texts), PROMPTS, PARTLY)
    parts = [texts.slice(at, 9) for at in range(0, len(texts), 9)]
    expected = Scorer(prepared).scores(texts).score.sum()
    for _ in range(50):
        scorer = Scorer(prepared)
        with ThreadPoolExecutor(8) as pool:
            scored = list(pool.map(scorer.scores, parts))
        assert np.vstack([one.score for one in scored]).sum() == pytest.approx(expected, abs=0)


def test_the_scorer_of_what_was_prepared_is_kept():
    prepared = prepare(pa.array(TEXTS, pa.string()), PROMPTS, USUAL)
    assert scorer_of(prepared) is scorer_of(prepared)


def test_other_scripts_and_signs_alone_pass_through_by_words():
    texts = ["منحدرات للكراسي المتحركة", "🎉🎉🎉", "пандусы для колясок", *FILLER]
    prompts = make_prompts(("access", "ramps"), ("arabic", "منحدرات للكراسي"))
    given = pa.array(texts, pa.string())
    prepared = prepare(bottom_sample(given), prompts, USUAL)
    assert reach(given, prepared).words_alone == 3
    [row] = [row for row in link(given, prepared).to_pylist() if row["text_index"] < 3]
    assert (row["text_index"], row["topic"], row["linked"]) == (0, "arabic", True)


def test_another_language_than_english_is_compared_by_words_alone():
    prepared = prepare(
        pa.array(TEXTS, pa.string()), PROMPTS, MatchSettings(meaning=True, language="de")
    )
    assert prepared.learned is None


def test_a_text_of_a_million_characters_is_read_by_its_beginning():
    long = "ramps for wheelchairs at every door. " + "lorem ipsum " * 80_000
    rows = matched([long, "x" * 1_000_000, *FILLER])
    assert {row["text_index"] for row in rows} <= {0}


def test_a_topic_whose_prompts_say_nothing_never_links():
    prompts = make_prompts(("empty", "of the"), ("empty", "2024"), ("access", "ramps"))
    assert {row["topic"] for row in matched([SLOPE, "to be of the 2024", *FILLER], prompts)} <= {
        "access"
    }


def test_texts_without_any_word_leave_words_alone_to_decide():
    assert matched(["", None, "2024", "🎉"]) == []


def test_each_text_tells_how_it_was_read():
    given = pa.array([SLOPE, "пандусы для колясок", "🎉🎉🎉", None, *FILLER], pa.string())
    prepared = prepare(bottom_sample(given), PROMPTS, USUAL)
    assert link_and_tell(given, prepared).reading.to_pylist()[:4] == [
        WHOLE,
        WORDS,
        NOTHING,
        NOTHING,
    ]
    found = reach(given, prepared)
    assert (found.words_alone, found.wordless) == (3, 2)
    assert found.whole + found.summed + found.words_alone == len(given)
