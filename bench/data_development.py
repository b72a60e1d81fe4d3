"""On which corpora were the constants of linking chosen?

Twenty corpora of seven kinds, from the training and validation sentences of A3CG and the
*training* claims of PERSPECTRUM; no text or claim of a test split. The kinds differ in what makes
linking hard: texts of one sentence or of several in a row; commitments of one sentence or with
eight signs; two thirds of the texts about no commitment, or none of them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from data_a3cg import TOPICS

Label = npt.NDArray[np.bool_]
LEAST = 8  # perspectives of a claim left as texts


class Corpus(NamedTuple):
    kind: str
    texts: list[str]
    topics: dict[str, tuple[str, ...]]
    label: Label


class Claim(NamedTuple):
    text: str
    perspectives: list[str]


def corpora(folder: Path) -> list[Corpus]:
    """All of them; `folder` is the one NORTHING_REAL_DATA names."""
    a3cg, claims = folder / "a3cg", training_claims(folder / "perspectrum")
    train = a3cg_corpus(a3cg / "full_train.json")
    found = [train, a3cg_corpus(a3cg / "full_val.json"), in_a_row(train, 4, seed=1)]
    for kind, signs, row, aside, seeds in (
        ("claims, one sentence", 0, 1, 2 / 3, range(4)),
        ("claims, five in a row", 0, 5, 2 / 3, range(10, 14)),
        ("claims with signs, one sentence", 8, 1, 2 / 3, range(20, 23)),
        ("claims with signs, five in a row", 8, 5, 2 / 3, range(30, 33)),
        ("claims with signs, nothing aside", 8, 5, 0.0, range(40, 43)),
    ):
        found += [drawn(kind, claims, signs, row, aside, seed=seed) for seed in seeds]
    return found


def a3cg_corpus(path: Path) -> Corpus:
    said: dict[str, set[str]] = {}
    for row in json.loads(path.read_text("utf-8")):
        said.setdefault(row["text"], set()).update(row["aspect_categories"])
    label = np.array([[topic in said[text] for topic in TOPICS] for text in said])
    return Corpus("topics, one sentence", list(said), TOPICS, label)


def in_a_row(corpus: Corpus, length: int, *, seed: int) -> Corpus:
    """Paragraphs: so many sentences of one topic (or of none) in a row."""
    chance = np.random.default_rng(seed)
    n = corpus.label.sum(axis=1)
    pools = [np.flatnonzero(own & (n == 1)) for own in corpus.label.T] + [np.flatnonzero(n == 0)]
    texts: list[str] = []
    label: list[list[bool]] = []
    for at, pool in enumerate(pools):
        shuffled = [corpus.texts[one] for one in chance.permutation(pool)]
        for text in rows_of(shuffled, length):
            texts.append(text)
            label.append([at == topic for topic in range(len(corpus.topics))])
    return Corpus("topics, four in a row", texts, corpus.topics, np.array(label))


def drawn(
    kind: str, claims: Sequence[Claim], signs: int, row: int, aside: float, *, seed: int
) -> Corpus:
    """Claims as commitments, some of their perspectives as signs, the others as texts, and
    perspectives of other claims aside until they are that share of all."""
    chance = np.random.default_rng(seed)
    n_claims = 17 if signs else 20
    least = signs + (LEAST if row == 1 else 15 if signs else 10)
    rich = [at for at, claim in enumerate(claims) if len(claim.perspectives) >= least]
    chosen = [int(at) for at in chance.permutation(rich)[:n_claims]]
    topics: dict[str, tuple[str, ...]] = {}
    of_text: dict[str, set[int]] = {}
    for place, at in enumerate(chosen):
        shuffled = [str(one) for one in chance.permutation(claims[at].perspectives)]
        topics[f"{place:02}"] = (claims[at].text, *shuffled[:signs])
        for text in rows_of(shuffled[signs:], row):
            of_text.setdefault(text, set()).add(place)
    missing = int(len(of_text) * aside / (1 - aside))
    for at in chance.permutation(len(claims)):
        others = [] if at in chosen else rows_of(claims[at].perspectives, row)[:4]
        for text in [one for one in others if one not in of_text][: max(missing, 0)]:
            of_text[text] = set()
            missing -= 1
    label = np.array([[place in said for place in range(len(chosen))] for said in of_text.values()])
    return Corpus(kind, list(of_text), topics, label)


def rows_of(texts: Sequence[str], length: int) -> list[str]:
    """So many texts in a row make one; what is left over at the end is left out."""
    return [" ".join(texts[at : at + length]) for at in range(0, len(texts) - length + 1, length)]


def training_claims(folder: Path) -> list[Claim]:
    split = json.loads((folder / "dataset_split_v1.0.json").read_text("utf-8"))
    answers = json.loads((folder / "perspectrum_with_answers_v1.0.json").read_text("utf-8"))
    pool = json.loads((folder / "perspective_pool_v1.0.json").read_text("utf-8"))
    written = {one["pId"]: one["text"] for one in pool}
    return [
        Claim(one["text"], [written[number] for number in sorted(pids_of(one) & written.keys())])
        for one in answers
        if split[str(one["cId"])] == "train"
    ]


def pids_of(claim: dict[str, list[dict[str, list[int]]]]) -> set[int]:
    return {number for group in claim["perspectives"] for number in group["pids"]}
