"""How does a batch of texts find its topics, wherever and with whatever else it is read?

In two steps. `prepare` learns once, from a sample of the corpus, what cannot be learned from a
batch: how rare words are, what they mean there, and what is usual for each topic. `link` then is a
pure function of a text and the prepared: the order of the texts, the size of a batch and the
engine that cuts them change no answer. The sample is the `SAMPLE_SIZE` distinct texts of the
smallest `sample_hash`, so it follows from the corpus alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from northing.foundations.text.carrying import Carrying
from northing.foundations.text.prepared import (
    Floats,
    Integers,
    Prepared,
    Prompts,
    Scores,
)
from northing.foundations.text.reach import NOTHING, Reach, reach_of, readings_of
from northing.foundations.text.scoring import (
    Scorer,
    learned_from,
    read_whole,
    scorer_of,
)
from northing.foundations.text.settings import MATCHES, MatchSettings
from northing.foundations.text.usual import Adding
from northing.foundations.text.verdicts import verdicts

__all__ = [
    "SAMPLE_SIZE",
    "Linked",
    "Prepared",
    "bottom_sample",
    "link",
    "link_and_tell",
    "prepare",
    "reach",
    "sample_hash",
]

SAMPLE_SIZE = 50_000
_HELD = 1 << 21  # scores of a block: of up to 256 prompts it has its full size
_KERNEL = "northing-kernel-5"  # enters the digest: a new number wherever an answer may change


class Linked(NamedTuple):
    """The matches of some texts, and of each text how it was read."""

    matches: pa.Table
    reading: pa.Array


def sample_hash(texts: pa.Array | pa.ChunkedArray) -> pa.UInt64Array:
    """A 64-bit hash of each text (BLAKE2b over UTF-8), the same on every platform; null as ""."""
    hashed = b"".join(
        hashlib.blake2b((text or "").encode(), digest_size=8).digest() for text in texts.to_pylist()
    )
    return pa.array(np.frombuffer(hashed, dtype="<u8").astype(np.uint64))


def bottom_sample(texts: pa.Array | pa.ChunkedArray, *, size: int = SAMPLE_SIZE) -> pa.Array:
    """The `size` distinct texts with the smallest hashes, sorted; all of them where fewer."""
    distinct = sorted({text or "" for text in texts.to_pylist()})
    if len(distinct) > size:
        hashes = sample_hash(pa.array(distinct, pa.string())).to_numpy()
        kept = np.argsort(hashes, kind="stable")[:size]
        distinct = [distinct[at] for at in np.sort(kept)]
    return pa.array(distinct, pa.string())


def prepare(sample: pa.Array, prompts: pa.Table, settings: MatchSettings) -> Prepared:
    """Learn from the sample (see `bottom_sample`) and the prompts (topic, prompt, sign) what
    `link` needs. Topics keep the order of their first prompt."""
    texts = sorted({text or "" for text in sample.to_pylist()})
    asked = _prompts(prompts)
    first = learned_from(texts, asked, settings, digest=_digest(texts, asked, settings))
    return _with_usual(texts, first)


def link(texts: pa.Array | pa.ChunkedArray, prepared: Prepared) -> pa.Table:
    """The plausible and the linked pairs of the texts and the topics, by text, then in topic order.

    match_score = nearness in meaning and in words together (see `scoring`), of the nearest prompt
    of the topic (ties: the earlier one); z = its distance from the topic's mean over the sample,
    in standard deviations; rank = the topic's place among the topics of that text; words = what
    carried most of it, as written in the text. An empty or null text is near nothing. Memory is
    bounded by the size of a block beside the texts and the table.
    """
    return link_and_tell(texts, prepared).matches


def link_and_tell(texts: pa.Array | pa.ChunkedArray, prepared: Prepared) -> Linked:
    """What `link` gives and, from the same pass, how each text was read."""
    if not prepared.prompts.n_topics:
        return Linked(MATCHES.empty_table(), pa.array([NOTHING] * len(texts), pa.string()))
    scorer = scorer_of(prepared)
    step = _rows_at_once(prepared)
    found = [
        _block(_as_array(texts.slice(start, step)), start, scorer)
        for start in range(0, len(texts), step)
    ]
    readings = [pa.array([], pa.string()), *(one.reading for one in found)]
    return Linked(
        pa.concat_tables([MATCHES.empty_table(), *(one.matches for one in found)]),
        pa.concat_arrays(readings),
    )


def reach(texts: pa.Array | pa.ChunkedArray, prepared: Prepared) -> Reach:
    """How `link` reads these texts."""
    return reach_of(link_and_tell(texts, prepared).reading)


def _as_array(texts: pa.Array | pa.ChunkedArray) -> pa.Array:
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    return whole.cast(pa.string())


def _prompts(table: pa.Table) -> Prompts:
    topic, prompt, sign = (
        tuple(text or "" for text in table[name].to_pylist())
        for name in ("topic", "prompt", "sign")
    )
    order: dict[str, int] = {}
    of_topic = tuple(order.setdefault(one, len(order)) for one in topic)
    return Prompts(topic, prompt, sign, of_topic, len(order))


def _digest(texts: Sequence[str], prompts: Prompts, settings: MatchSettings) -> str:
    named = hashlib.sha256(json.dumps([_KERNEL, asdict(settings), asdict(prompts)]).encode())
    named.update(sample_hash(pa.array(texts, pa.string())).to_numpy().astype("<u8").tobytes())
    return named.hexdigest()


def _with_usual(texts: Sequence[str], prepared: Prepared) -> Prepared:
    """What is usual over the texts read whole (or, by words alone, over the sample)."""
    if len(texts) < prepared.settings.small_corpus or not prepared.prompts.n_topics:
        return prepared
    scorer, topics = Scorer(prepared), prepared.prompts.n_topics
    whole, words, margins = Adding(topics), Adding(topics), [np.zeros(0)]
    for one in _scored(read_whole(texts, prepared.settings), scorer, is_whole=True):
        whole.add(one.score[one.is_whole].astype(np.float64))
    for one in _scored(texts, scorer, is_whole=False):
        words.add(one.words.astype(np.float64))
        margins.append(one.margin)
    return prepared.knowing(
        usual=whole.usual() if whole.texts >= prepared.settings.small_corpus else None,
        usual_words=words.usual(),
        uncertain_below=_cut(np.concatenate(margins), prepared.settings.uncertain_share),
    )


def _scored(texts: Sequence[str], scorer: Scorer, *, is_whole: bool) -> Iterator[Scores]:
    step = _rows_at_once(scorer.prepared)
    for at in range(0, len(texts), step):
        yield scorer.scores(pa.array(texts[at : at + step], pa.string()), is_whole=is_whole)


def _rows_at_once(prepared: Prepared) -> int:
    """A block of texts, smaller where there are so many prompts that it would not be held."""
    return max(1, min(prepared.settings.block_rows, _HELD // max(1, len(prepared.prompts.prompt))))


def _cut(margins: Floats, share: float) -> float:
    found = np.sort(margins[np.isfinite(margins)])
    at = int(share * len(found))
    return float(found[at]) if at < len(found) else float("inf")


def _block(texts: pa.Array, start: int, scorer: Scorer) -> Linked:
    prepared = scorer.prepared
    scores = scorer.scores(texts)
    found = verdicts(scores, prepared)
    prompt = scorer.nearest_prompt(scores, found.row, found.topic)
    prompts = prepared.prompts
    matches = pa.table(
        {
            "text_index": found.row + start,
            "topic": _taken(prompts.topic, prompt),
            "match_score": found.score,
            "rank": found.rank,
            "z": pa.array(found.z, mask=np.isnan(found.z)),
            "sign": _taken(prompts.sign, prompt),
            "prompt": _taken(prompts.prompt, prompt),
            "words": _carrying_words(texts, found.row, prompt, scorer),
            "linked": found.is_linked,
        },
        schema=MATCHES,
    )
    return Linked(matches, readings_of(scores))


def _taken(written: Sequence[str], at: Integers) -> pa.Array:
    return pa.array(written, pa.string()).take(pa.array(at))


def _carrying_words(
    texts: pa.Array, row: Integers, prompt: Integers, scorer: Scorer
) -> list[list[str]]:
    carrying = Carrying(scorer)
    read = dict(zip(np.unique(row).tolist(), texts.take(np.unique(row)).to_pylist(), strict=True))
    pairs = zip(row.tolist(), prompt.tolist(), strict=True)
    return [carrying.words(read[at], sign) for at, sign in pairs]
