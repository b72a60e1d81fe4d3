"""Which texts are near which prompts, how near, and by which words?

`match` is the whole of the machine's part: TF-IDF over words and pairs of neighbours, the nearest
prompt of each topic, and the nearness standardised per topic over the distinct texts. It knows
shared words and their inflections, nothing of synonyms. The same texts in another order, or one of
them twice, change no answer (see `kernel`).
"""

from __future__ import annotations

from typing import NamedTuple

import pyarrow as pa

from northing.foundations.text.kernel import bottom_sample, link, prepare
from northing.foundations.text.settings import MATCHES, MatchSettings
from northing.foundations.text.words import features

__all__ = ["MATCHES", "MatchSettings", "UnmatchedPrompt", "match", "unmatched_prompts"]


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
    What the columns of the answer mean stands at `kernel.link`.
    """
    return link(texts, prepare(bottom_sample(texts), prompts, settings))


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
