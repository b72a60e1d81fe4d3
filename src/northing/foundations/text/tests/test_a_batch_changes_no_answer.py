"""Is a text linked the same in whatever batch, order, thread or process it is read?"""

from __future__ import annotations

import pickle

import pyarrow as pa
import pytest

from northing.foundations.text.kernel import bottom_sample, link, prepare, sample_hash
from northing.foundations.text.match import MATCHES, MatchSettings, match
from northing.foundations.text.tests.make import FILLER, make_prompts

USUAL = MatchSettings()
PROMPTS = make_prompts(
    ("access", "ramps for wheelchairs"),
    ("access", "stairs without a lift", "breaking it"),
    ("listening", "hear every patient"),
)
TEXTS = [
    *FILLER,
    "ramps for wheelchairs",
    "the lift is out, only stairs",
    None,
    "hear the patient",
    "ramps",
]
PREPARED = prepare(bottom_sample(pa.array(TEXTS)), PROMPTS, USUAL)


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_cutting_the_texts_into_batches_changes_nothing(size):
    texts = pa.array(TEXTS, pa.string())
    whole = link(texts, PREPARED)
    parts = [link(texts.slice(at, size), PREPARED) for at in range(0, len(texts), size)]
    assert whole.num_rows > 0
    assert pa.concat_tables(parts).drop(["text_index"]).equals(whole.drop(["text_index"]))


def test_match_is_sample_then_prepare_then_link():
    texts = pa.array(TEXTS, pa.string())
    assert link(texts, PREPARED).equals(match(texts, PROMPTS, settings=USUAL))


def test_a_text_that_was_not_in_the_sample_is_linked_too():
    [row] = link(pa.array(["unheard-of zeppelins on ramps for wheelchairs"]), PREPARED).to_pylist()
    assert (row["topic"], row["words"]) == ("access", ["ramps for", "wheelchairs"])


def test_what_was_prepared_travels_and_keeps_its_name():
    travelled = pickle.loads(pickle.dumps(PREPARED))  # noqa: S301 - our own bytes
    texts = pa.array(TEXTS, pa.string())
    assert travelled.digest == PREPARED.digest
    assert link(texts, travelled).equals(link(texts, PREPARED))


def test_the_digest_follows_sample_prompts_and_settings_but_no_order():
    sample = bottom_sample(pa.array(TEXTS))
    assert prepare(sample[::-1], PROMPTS, USUAL).digest == PREPARED.digest
    assert prepare(sample[:-1], PROMPTS, USUAL).digest != PREPARED.digest
    assert prepare(sample, PROMPTS.slice(1), USUAL).digest != PREPARED.digest
    assert prepare(sample, PROMPTS, MatchSettings(most=1)).digest != PREPARED.digest


def test_the_hash_of_a_text_is_the_same_everywhere():
    assert sample_hash(pa.array(["ramps", None, ""])).to_pylist() == [
        521309417795211295,
        13020603013274838756,
        13020603013274838756,
    ]


def test_the_sample_follows_from_the_texts_alone():
    texts = pa.array([f"text {number}" for number in range(100)])
    sample = bottom_sample(texts, size=10)
    hashes = dict(zip(texts.to_pylist(), sample_hash(texts).to_pylist(), strict=True))
    assert sample.to_pylist() == sorted(sorted(hashes, key=hashes.__getitem__)[:10])
    assert sample == bottom_sample(pa.chunked_array([texts[60:], texts, texts[:70]]), size=10)


def test_nothing_to_link_gives_an_empty_table():
    assert link(pa.array([], pa.string()), PREPARED).equals(MATCHES.empty_table())
    nothing = prepare(pa.array([], pa.string()), make_prompts(), USUAL)
    assert link(pa.array(["sea"]), nothing).schema == MATCHES
