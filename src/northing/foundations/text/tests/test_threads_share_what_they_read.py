"""Do many threads that read at once, with nothing known yet, give what one gives?"""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pytest

from northing.foundations.text.chunks import Chunks
from northing.foundations.text.kernel import bottom_sample, link, prepare
from northing.foundations.text.match import MatchSettings
from northing.foundations.text.scoring import Scorer
from northing.foundations.text.tests.make import FILLER, make_prompts
from northing.foundations.text.verdicts import verdicts

THREADS, TIMES = 8, 50
PROMPTS = make_prompts(
    ("access", "ramps for wheelchairs"),
    ("access", "stairs without a lift", "breaking it"),
    ("listening", "hear every patient"),
)
SPOKEN = ["ramps for wheelchairs", "only stairs, no lift", "hear the patient", "patients waiting"]
TEXTS = [
    f"{SPOKEN[at // 12 % len(SPOKEN)]} word{at}"
    if at % 12 == 0
    else f"{FILLER[at % len(FILLER)]} made{at % 97} word{at}"
    for at in range(400)
]
PARTS = [pa.array(TEXTS[at : at + 20]) for at in range(0, len(TEXTS), 20)]


@pytest.fixture
def hasty():
    """Threads take turns as often as the interpreter lets them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(work, given):
    """`work` on every part, by threads that all begin at the same moment and overlap."""
    together = threading.Barrier(THREADS)

    def of_thread(number):
        together.wait()
        return {at: work(given[at]) for at in _turned(len(given), number)}

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(of_thread, range(THREADS)))


def _turned(n, number):
    """Every thread does every part, half of them in the other order."""
    order = list(range(n))
    return order[::-1] if number % 2 else order


@pytest.mark.slow
@pytest.mark.parametrize("meaning", [False, True])
def test_threads_with_a_cold_cache_give_the_same_fifty_times(hasty, meaning):
    prepared = prepare(
        bottom_sample(pa.array(TEXTS)),
        PROMPTS,
        MatchSettings(meaning=meaning, read_whole=30, uncertain_share=0.05),
    )

    def totals(scorer, part):
        found = verdicts(scorer.scores(part), prepared)
        return len(found.row), int(found.is_linked.sum()), float(found.score.sum())

    alone = Scorer(prepared)
    expected = {at: totals(alone, part) for at, part in enumerate(PARTS)}
    assert sum(linked for _, linked, _ in expected.values()) > 0
    for _ in range(TIMES):
        cold = Scorer(prepared)
        for found in at_once(lambda part, cold=cold: totals(cold, part), PARTS):
            assert found == expected


def test_a_full_cache_that_begins_anew_under_threads_mixes_no_rows(hasty):
    texts = [
        [f"word{at}-{(at * 7) % 13}" for at in range(start, start + 15)] for start in range(90)
    ]
    whole = Chunks("en")
    expected = [_read(whole, one) for one in texts]
    for _ in range(TIMES):
        small = Chunks("en", most=40)
        for found in at_once(lambda one, small=small: _read(small, one), texts):
            assert [found[at] for at in range(len(texts))] == expected


def _read(chunks, texts):
    rows, tables = chunks.read(texts)
    return [
        tables.hashes[start : start + count].tolist()
        for start, count in zip(tables.starts[rows], tables.counts[rows], strict=True)
    ]


def test_a_cache_holds_no_more_than_it_may():
    small = Chunks("en", most=40)
    for start in range(0, 400, 20):
        _, tables = small.read([f"word{at}" for at in range(start, start + 20)])
        assert len(tables.starts) == 40


def test_a_block_of_more_chunks_than_the_cache_may_hold_is_read_all_the_same():
    many = [f"word{at}" for at in range(100)]
    assert _read(Chunks("en", most=40), many) == _read(Chunks("en"), many)


def test_what_a_full_cache_forgot_is_read_to_the_same_bits():
    prepared = prepare(
        bottom_sample(pa.array(TEXTS)), PROMPTS, MatchSettings(meaning=True, read_whole=30)
    )
    usual, forgetful = Scorer(prepared), Scorer(prepared)
    forgetful.chunks = Chunks("en", width=256, meaning=forgetful.meaning, most=50)
    for part in [*PARTS, *PARTS]:
        one, other = usual.scores(part), forgetful.scores(part)
        assert np.array_equal(one.score, other.score)


def test_links_do_not_depend_on_how_often_they_were_asked_for():
    prepared = prepare(bottom_sample(pa.array(TEXTS)), PROMPTS, MatchSettings())
    texts = pa.array(TEXTS)
    assert link(texts, prepared).equals(link(texts, prepared))
