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

    With `meaning`, a pair is linked where `score - near_best_part * best of the text` reaches
    `link_above` and z reaches `least_z`; plausible from `plausible_above`. A corpus of up to
    `read_whole` texts is read whole by the sentence model, of a larger one so many, and the
    uncertain texts, by the sample a share of `uncertain_share`. Texts that are clear from
    `clear_above` on draw the prompts of their topic by `drawn_by` (see `echoes`). The rule behind
    these values and the corpora they were chosen on: docs/explanation/how-links-are-made.md (mean
    precision 0.72, recall 0.87 there).

    By words alone (without `meaning`, in a language other than English, or for a text outside the
    vocabulary of the model) a pair is linked when its z and its score both reach the link values
    and its score is at least `near_best` of the text's best. A text links to `most` topics at
    most. A pair that only reaches the plausible values is returned unlinked: the widest reading.

    Below `small_corpus` distinct texts a standard deviation says more about chance than about
    the topic (its own relative error is about 1/sqrt(2n), 13 % at 30): z is null there and the
    scores decide alone.

    The values for words alone: on corpora of 20 topics in which two thirds of the texts concern
    none of them, link from the lowest score (in steps of 0.01 to 0.05) at which about 7 links in
    10 are right, call plausible from where 4 in 10 are; the z values are the highest that lost
    hardly a true link. Found on training claims of PERSPECTRUM (Chen et al. 2019; 9 corpora,
    sentences of about 11 words), seen on unseen test claims (3 corpora): linked 72 % right, 43 %
    of the true pairs found; plausible 38 % right, 63 % found.
    """

    language: str = "en"
    meaning: bool = False
    words_part: float = 0.5
    link_above: float = 0.20
    plausible_above: float = 0.12
    near_best_part: float = 0.25
    clear_above: float = 0.35
    drawn_by: float = 0.5
    least_z: float = 1.0
    read_whole: int = 2_000
    uncertain_share: float = 0.1
    link_z: float = 2.0
    link_score: float = 0.1
    plausible_z: float = 1.0
    plausible_score: float = 0.05
    near_best: float = 0.6
    most: int = 3
    small_corpus: int = 30
    words_shown: int = 5
    block_rows: int = 8192
