"""When is a text near enough to a topic, and what does a match say?"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

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
