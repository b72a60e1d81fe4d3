"""Which texts are near which prompts, how near, and by which words?

`match` is the whole of the machine's part: TF-IDF over words and pairs of neighbours, the nearest
prompt of each topic, and the nearness standardised per topic over the distinct texts. It knows
shared words and their inflections, nothing of synonyms. The same texts in another order, or one of
them twice, change no answer: everything is computed over the sorted distinct texts, in fixed
blocks, and rounded before any threshold.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse

from northing.foundations.text.tfidf import Corpus, read_corpus, weights_of
from northing.foundations.text.words import features

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_DIGITS = 6

MATCHES = pa.schema(
    [
        ("text_index", pa.int64()),
        ("topic", pa.string()),
        ("match_score", pa.float64()),
        ("rank", pa.int64()),
        ("z", pa.float64()),
        ("sign", pa.string()),
        ("prompt", pa.string()),
        ("words", pa.list_(pa.string())),
        ("linked", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """When a text is near enough to a topic.

    A pair is linked when its z and its score both reach the link values, and its score is at
    least `near_best` of the text's best; a text links to `most` topics at most. A pair that only
    reaches the plausible values is returned unlinked: the widest reading of the texts.

    Below `small_corpus` distinct texts a standard deviation says more about chance than about
    the topic (its own relative error is about 1/sqrt(2n), 13 % at 30): z is null there and the
    absolute scores decide alone.

    The rule behind the scores: on corpora of 20 topics in which two thirds of the texts concern
    none of them, link from the lowest score (in steps of 0.01 to 0.05) at which about 7 links in
    10 are right, call plausible from where 4 in 10 are. The z values are the highest that lost
    hardly a true link there; they guard against a topic whose words are everywhere. Found on
    training claims of PERSPECTRUM (Chen et al. 2019; 9 corpora, sentences of about 11 words) and
    seen on unseen test claims (3 corpora): linked 72 % right, 43 % of the true pairs found;
    plausible 38 % right, 63 % found. Without z, on 25 texts and five topics: linked 88 % right,
    42 % found. The score falls with the length of a text: on paragraphs of 91 words (SDG
    benchmark, 1,251 expert labels, prompts of title and keywords) 92 % right and 48 % found.
    """

    language: str = "en"
    link_z: float = 2.0
    link_score: float = 0.1
    plausible_z: float = 1.0
    plausible_score: float = 0.05
    near_best: float = 0.6
    most: int = 3
    small_corpus: int = 30
    words_shown: int = 5
    block_rows: int = 4096


class UnmatchedPrompt(NamedTuple):
    """A prompt without a usable word. `silences_topic`: no prompt of its topic has one, so
    nothing will ever be linked to that topic."""

    topic: str
    prompt: str
    silences_topic: bool


def match(
    texts: pa.Array | pa.ChunkedArray, prompts: pa.Table, *, settings: MatchSettings
) -> pa.Table:
    """The plausible and the linked pairs of texts and topics, by text, then in topic order.

    `prompts` has the columns topic, prompt and sign; topics keep the order of their first prompt.
    match_score = the highest cosine of the text with a prompt of the topic, to 6 digits (ties:
    the earlier prompt); z = its distance from the topic's mean over the distinct texts, in
    standard deviations; rank = the topic's place among the topics of that text; words = what
    carried most of the cosine, as written in the text. An empty or null text is near nothing.
    """
    every = ["" if text is None else text for text in texts.to_pylist()]
    distinct = sorted(set(every))
    topics, prompt_topic = _topics(prompts)
    if not distinct or not topics:
        return MATCHES.empty_table()
    corpus = read_corpus(
        [*distinct, *sorted(set(prompts["prompt"].to_pylist()))], language=settings.language
    )
    near = _nearness(corpus, len(distinct), prompts["prompt"].to_pylist(), prompt_topic, settings)
    z = _standardised(near.score, settings)
    is_linked, is_shown, rank = _verdicts(near.score, z, settings)
    pairs = _Pairs(near, z, rank, is_linked, is_shown)
    return _table(every, distinct, pairs, prompts, corpus, settings)


def unmatched_prompts(prompts: pa.Table, settings: MatchSettings) -> tuple[UnmatchedPrompt, ...]:
    """The prompts no text can ever match, because every word in them is a stop word or a number."""
    rows = list(zip(prompts["topic"].to_pylist(), prompts["prompt"].to_pylist(), strict=True))
    usable = [bool(features(prompt or "", language=settings.language)) for _, prompt in rows]
    spoken = {topic for (topic, _), is_usable in zip(rows, usable, strict=True) if is_usable}
    return tuple(
        UnmatchedPrompt(topic, prompt, topic not in spoken)
        for (topic, prompt), is_usable in zip(rows, usable, strict=True)
        if not is_usable
    )


class _Nearness(NamedTuple):
    """Per distinct text and topic: the score, and which prompt it is the cosine with."""

    score: Floats
    prompt: Integers


class _Pairs(NamedTuple):
    near: _Nearness
    z: Floats | None
    rank: Integers
    is_linked: npt.NDArray[np.bool_]
    is_shown: npt.NDArray[np.bool_]


def _topics(prompts: pa.Table) -> tuple[list[str], list[int]]:
    order: dict[str, int] = {}
    of_prompt = [order.setdefault(topic, len(order)) for topic in prompts["topic"].to_pylist()]
    return list(order), of_prompt


def _nearness(
    corpus: Corpus,
    n_texts: int,
    prompts: Sequence[str],
    prompt_topic: Sequence[int],
    settings: MatchSettings,
) -> _Nearness:
    place = {text: at for at, text in enumerate(corpus.texts[n_texts:], start=n_texts)}
    prompt_rows = [place[prompt] for prompt in prompts]
    signs = sparse.vstack([weights_of(corpus, row, row + 1) for row in prompt_rows]).T.tocsr()
    n_topics = max(prompt_topic) + 1
    columns = [np.flatnonzero(np.array(prompt_topic) == topic) for topic in range(n_topics)]
    score = np.zeros((n_texts, n_topics))
    nearest = np.zeros((n_texts, n_topics), dtype=np.int64)
    for start in range(0, n_texts, settings.block_rows):
        stop = min(start + settings.block_rows, n_texts)
        cosines = np.round((weights_of(corpus, start, stop) @ signs).toarray(), _DIGITS)
        for topic, of_topic in enumerate(columns):
            within = cosines[:, of_topic]
            score[start:stop, topic] = within.max(axis=1)
            nearest[start:stop, topic] = of_topic[within.argmax(axis=1)]
    return _Nearness(score, nearest)


def _standardised(score: Floats, settings: MatchSettings) -> Floats | None:
    if len(score) < settings.small_corpus:
        return None
    spread = score.std(axis=0)
    away = score - score.mean(axis=0)
    # A topic no text is near (or all equally) has no spread: no text stands out, so z is 0.
    z: Floats = np.divide(away, spread, out=np.zeros_like(away), where=spread > 0)
    return cast("Floats", np.round(z, _DIGITS))


def _verdicts(
    score: Floats, z: Floats | None, settings: MatchSettings
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], Integers]:
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
    return is_linked, (is_plausible & shares_a_word) | is_linked, rank.astype(np.int64)


def _table(
    every: Sequence[str],
    distinct: Sequence[str],
    pairs: _Pairs,
    prompts: pa.Table,
    corpus: Corpus,
    settings: MatchSettings,
) -> pa.Table:
    place = {text: row for row, text in enumerate(distinct)}
    rows_of = [np.flatnonzero(shown) for shown in pairs.is_shown]
    text_row = np.array([place[text] for text in every], dtype=np.int64)
    counts = np.array([len(found) for found in rows_of], dtype=np.int64)[text_row]
    index = np.repeat(np.arange(len(every), dtype=np.int64), counts)
    row = text_row[index]
    topic = (
        np.concatenate([rows_of[at] for at in text_row[counts > 0]]).astype(np.int64)
        if len(index)
        else index
    )
    prompt = pairs.near.prompt[row, topic]
    z = pa.nulls(len(row), pa.float64()) if pairs.z is None else pa.array(pairs.z[row, topic])
    return pa.table(
        {
            "text_index": index,
            "topic": prompts["topic"].combine_chunks().take(pa.array(prompt)),
            "match_score": pairs.near.score[row, topic],
            "rank": pairs.rank[row, topic],
            "z": z,
            "sign": prompts["sign"].combine_chunks().take(pa.array(prompt)),
            "prompt": prompts["prompt"].combine_chunks().take(pa.array(prompt)),
            "words": _carrying_words(every, index, prompts, prompt, corpus, settings),
            "linked": pairs.is_linked[row, topic],
        },
        schema=MATCHES,
    )


def _carrying_words(
    every: Sequence[str],
    index: Integers,
    prompts: pa.Table,
    prompt: Integers,
    corpus: Corpus,
    settings: MatchSettings,
) -> list[list[str]]:
    written = cast("list[str]", prompts["prompt"].to_pylist())
    known: dict[tuple[str, int], list[str]] = {}
    found = []
    for at, sign in zip(index.tolist(), prompt.tolist(), strict=True):
        pair = (every[at], sign)
        if pair not in known:
            known[pair] = shared_words(every[at], written[sign], corpus, settings)
        found.append(known[pair])
    return found


def shared_words(text: str, prompt: str, corpus: Corpus, settings: MatchSettings) -> list[str]:
    """The words and pairs of the text that carry most of its cosine with the prompt, as written.

    The heaviest first, ties by their place in the text; a word already shown in a pair is not
    shown again.
    """
    asked = Counter(found.key for found in features(prompt, language=settings.language))
    told = features(text, language=settings.language)
    said = Counter(found.key for found in told)
    surface: dict[str, str] = {}
    for found in told:
        surface.setdefault(found.key, found.surface)

    def lightness(key: str) -> float:
        often = (1 + math.log(asked[key])) * (1 + math.log(said[key]))
        return -round(often * corpus.rarity(key), _DIGITS)

    shown: list[str] = []
    covered: set[str] = set()
    for key in sorted((key for key in surface if key in asked), key=lightness):
        parts = set(key.split(" "))
        if not parts <= covered and len(shown) < settings.words_shown:
            shown.append(surface[key])
            covered |= parts
    return shown
