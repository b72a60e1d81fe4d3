"""How does a batch of texts find its topics, wherever and with whatever else it is read?

In two steps. `prepare` learns once, from a sample of the corpus, what cannot be learned from a
batch: how rare words are, and what is usual for each topic. `link` then is a pure function of a
text and the prepared: the order of the texts, the size of a batch and the engine that cuts them
change no answer. The sample is the `SAMPLE_SIZE` distinct texts of the smallest `sample_hash`, so
it follows from the corpus alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse

from northing.foundations.text.carrying import shared_words
from northing.foundations.text.settings import MATCHES, MatchSettings
from northing.foundations.text.tfidf import Floats, Integers, Rarity, count_rarity, weigh

Booleans = npt.NDArray[np.bool_]

SAMPLE_SIZE = 50_000
_KERNEL = "northing-kernel-1"  # enters the digest: a new number wherever an answer may change
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Prompts:
    """The prompts in their order, each with the number of its topic."""

    topic: tuple[str, ...]
    prompt: tuple[str, ...]
    sign: tuple[str, ...]
    of_topic: tuple[int, ...]
    n_topics: int


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for each topic over the sample: mean and deviation of its score."""

    mean: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a batch needs to be linked. `digest` names it: the same sample, prompts, settings
    and kernel give the same digest on every machine."""

    digest: str
    settings: MatchSettings
    prompts: Prompts
    sample_size: int
    rarity: Rarity = field(repr=False)
    codes: Integers = field(repr=False)
    signs: sparse.csr_matrix = field(repr=False)
    usual: Usual | None = field(repr=False)


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
    rarity = count_rarity([*texts, *sorted(set(asked.prompt))], language=settings.language)
    signs = weigh(asked.prompt, rarity)
    digest = _digest(texts, asked, settings)
    first = Prepared(
        digest, settings, asked, len(texts), rarity, signs.codes, signs.rows.T.tocsr(), None
    )
    return Prepared(
        digest,
        settings,
        asked,
        len(texts),
        rarity,
        first.codes,
        first.signs,
        _usual(texts, first),
    )


def link(texts: pa.Array | pa.ChunkedArray, prepared: Prepared) -> pa.Table:
    """The plausible and the linked pairs of the texts and the topics, by text, then in topic order.

    match_score = the highest cosine of the text with a prompt of the topic, to 6 digits (ties:
    the earlier prompt); z = its distance from the topic's mean over the sample, in standard
    deviations; rank = the topic's place among the topics of that text; words = what carried most
    of the cosine, as written in the text. An empty or null text is near nothing. Memory is
    bounded by the size of a block beside the texts and the table.
    """
    if not prepared.prompts.n_topics:
        return MATCHES.empty_table()
    step = prepared.settings.block_rows
    found = [
        _block(texts.slice(start, step).to_pylist(), start, prepared)
        for start in range(0, len(texts), step)
    ]
    return pa.concat_tables([MATCHES.empty_table(), *found])


class _Nearness(NamedTuple):
    """Per text and topic: the score, and which prompt it is the cosine with."""

    score: Floats
    prompt: Integers


class _Verdicts(NamedTuple):
    is_linked: Booleans
    is_shown: Booleans
    rank: Integers


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


def _usual(texts: Sequence[str], prepared: Prepared) -> Usual | None:
    settings = prepared.settings
    if len(texts) < settings.small_corpus or not prepared.prompts.n_topics:
        return None
    step = settings.block_rows
    score = np.vstack(
        [_near(texts[at : at + step], prepared).score for at in range(0, len(texts), step)]
    )
    return Usual(score.mean(axis=0), score.std(axis=0))


def _block(read: Sequence[str | None], start: int, prepared: Prepared) -> pa.Table:
    every = [text or "" for text in read]
    near = _near(every, prepared)
    z = _standardised(near.score, prepared.usual)
    verdicts = _verdicts(near.score, z, prepared.settings)
    row, topic = np.nonzero(verdicts.is_shown)
    prompt = near.prompt[row, topic]
    prompts = prepared.prompts
    return pa.table(
        {
            "text_index": row + start,
            "topic": [prompts.topic[at] for at in prompt],
            "match_score": near.score[row, topic],
            "rank": verdicts.rank[row, topic],
            "z": pa.nulls(len(row), pa.float64()) if z is None else z[row, topic],
            "sign": [prompts.sign[at] for at in prompt],
            "prompt": [prompts.prompt[at] for at in prompt],
            "words": _carrying_words(every, row, prompt, prepared),
            "linked": verdicts.is_linked[row, topic],
        },
        schema=MATCHES,
    )


def _near(texts: Sequence[str], prepared: Prepared) -> _Nearness:
    weights = weigh(texts, prepared.rarity).columns(prepared.codes)
    cosines = np.round((weights @ prepared.signs).toarray(), _DIGITS)
    of_topic = np.array(prepared.prompts.of_topic, dtype=np.int64)
    score = np.zeros((len(texts), prepared.prompts.n_topics))
    nearest = np.zeros(score.shape, dtype=np.int64)
    for topic in range(prepared.prompts.n_topics):
        columns = np.flatnonzero(of_topic == topic)
        within = cosines[:, columns]
        score[:, topic] = within.max(axis=1)
        nearest[:, topic] = columns[within.argmax(axis=1)]
    return _Nearness(score, nearest)


def _standardised(score: Floats, usual: Usual | None) -> Floats | None:
    if usual is None:
        return None
    away = score - usual.mean
    # A topic no text is near (or all equally) has no spread: no text stands out, so z is 0.
    z: Floats = np.divide(away, usual.spread, out=np.zeros_like(away), where=usual.spread > 0)
    return cast("Floats", np.round(z, _DIGITS))


def _verdicts(score: Floats, z: Floats | None, settings: MatchSettings) -> _Verdicts:
    order = np.argsort(-score, axis=1, kind="stable")  # stable: ties keep the order of topics
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.arange(1, score.shape[1] + 1)[None, :], axis=1)
    best = score.max(axis=1, keepdims=True)
    is_near_best = score >= np.round(settings.near_best * best, _DIGITS)
    is_link = score >= settings.link_score
    is_plausible = score >= settings.plausible_score
    if z is not None:
        is_link &= z >= settings.link_z
        is_plausible &= z >= settings.plausible_z
    shares_a_word = score > 0
    is_linked = is_link & shares_a_word & is_near_best & (rank <= settings.most)
    return _Verdicts(is_linked, (is_plausible & shares_a_word) | is_linked, rank.astype(np.int64))


def _carrying_words(
    every: Sequence[str], row: Integers, prompt: Integers, prepared: Prepared
) -> list[list[str]]:
    known: dict[tuple[str, str], list[str]] = {}
    found = []
    for at, sign in zip(row.tolist(), prompt.tolist(), strict=True):
        text, asked = every[at], prepared.prompts.prompt[sign]
        if (text, asked) not in known:
            most = prepared.settings.words_shown
            known[text, asked] = shared_words(text, asked, prepared.rarity, most=most)
        found.append(known[text, asked])
    return found
