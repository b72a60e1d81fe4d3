"""Which texts are drawn to stand for a corpus?"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from northing.foundations.compute.facts import Job
from northing.foundations.compute.local import Machine, sample_texts
from northing.foundations.compute.sampling import bottom_texts
from northing.foundations.compute.tests.make import hashed, make_many

TEXTS = [f"text {at % 700}" for at in range(2_000)] + [None, ""]


def drawn(texts, size):
    distinct = sorted({text or "" for text in texts})
    order = np.argsort(hashed(pa.array(distinct)).to_numpy(), kind="stable")[:size]
    return [distinct[at] for at in sorted(order)]


def cut(texts, every):
    return [pa.array(texts[at : at + every], pa.string()) for at in range(0, len(texts), every)]


def test_it_is_the_distinct_texts_of_the_smallest_hashes():
    found = bottom_texts(cut(TEXTS, 130), hashed, size=50)
    assert found.to_pylist() == drawn(TEXTS, 50)


def test_neither_order_nor_batches_matter():
    found = [
        bottom_texts(cut(texts, every), hashed, size=90)
        for texts, every in ((TEXTS, 7), (TEXTS[::-1], 999), (TEXTS + TEXTS, 5_000))
    ]
    assert found[0] == found[1] == found[2]


def test_a_small_corpus_is_its_own_sample():
    assert bottom_texts(cut(["b", "a", None, "b"], 2), hashed, size=9).to_pylist() == ["", "a", "b"]
    assert bottom_texts([], hashed, size=9).to_pylist() == []


def test_texts_of_equal_hashes_are_drawn_in_their_own_order():
    def all_alike(texts):
        return pa.array(np.zeros(len(texts), dtype=np.uint64))

    assert bottom_texts(cut(["c", "a", "b", "a"], 1), all_alike, size=2).to_pylist() == ["a", "b"]


def test_files_are_sampled_as_they_stream(tmp_path):
    records = make_many(900)
    path = tmp_path / "records.parquet"
    pq.write_table(records, path)
    machine = Machine(part_rows=100)
    found = [
        sample_texts(Job(inputs=inputs), hashed, tmp_path / "out", size=40, machine=machine)
        for inputs in (records, (path, path))
    ]
    assert found[0] == found[1]
    assert found[0].to_pylist() == drawn(records["text"].to_pylist(), 40)
