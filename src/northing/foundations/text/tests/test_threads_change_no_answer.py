"""Does a text get the same scores however many threads a processor is given to multiply with?

Workers of a cluster are given one, a laptop uses all it has; the links must not tell which.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest

from northing.foundations.text.kernel import prepare
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.tests.make import make_prompts

PROGRAM = """
import hashlib, pickle, sys
from pathlib import Path
from northing.foundations.text.scoring import scorer_of

prepared, texts = pickle.loads(Path(sys.argv[1]).read_bytes())
print(hashlib.sha256(scorer_of(prepared).scores(texts, is_whole=False).score.tobytes()).hexdigest())
"""
SAID = "ramp lift door nurse patient river harbour school teacher bread engine rope night paint"
SYLLABLES = [one + two for one in "bdfgklmnprst" for two in "aeiou"]
"""Words by the thousand: of few, the same vector may come out by luck."""
PROMPTS = make_prompts(
    *((str(at), f"{one} for every town and {other}") for at, (one, other) in enumerate(
        zip(SAID.split(), reversed(SAID.split()), strict=True)))
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    rng = np.random.Generator(np.random.PCG64(3))
    made_up = ["".join(rng.choice(SYLLABLES, 3)) for _ in range(6_000)]
    texts = pa.array([" ".join([*rng.choice(SAID.split(), 2), *rng.choice(made_up, 6)])
                      for _ in range(3_000)])  # fmt: skip
    settings = MatchSettings(meaning=True, read_whole=120)
    found = tmp_path_factory.mktemp("threads") / "prepared.pickle"
    found.write_bytes(pickle.dumps((prepare(texts.slice(0, 600), PROMPTS, settings), texts)))
    return found


def scored(path, threads):
    limits = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(threads))
    command = [sys.executable, "-c", PROGRAM, str(path)]
    done = subprocess.run(
        command, env=os.environ | limits, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_one_thread_and_two_give_the_same_scores(path):
    assert scored(path, 1) == scored(path, 2)
