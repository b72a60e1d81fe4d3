"""Where are texts matched with promises, and among which other texts?"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pyarrow as pa

from northing.foundations.text import kernel
from northing.foundations.text.reach import Reach, reach_of
from northing.foundations.text.settings import MatchSettings
from northing.stages.diagnose.linking.rules.background import background

MatchRow = dict[str, object]
"""One row of `MATCHES` as a dictionary."""


class Matched(NamedTuple):
    """Rows of `MATCHES`, and how the texts were read."""

    rows: pa.Table
    reach: Reach


Matcher = Callable[[pa.Array, pa.Table, MatchSettings], Matched]
"""Texts, prompts and settings in, the same rows out wherever it runs."""


def in_memory(texts: pa.Array, prompts: pa.Table, settings: MatchSettings) -> Matched:
    """Learn from the texts themselves."""
    return _matched(texts, kernel.prepare(kernel.bottom_sample(texts), prompts, settings))


def among_plain_lines(texts: pa.Array, prompts: pa.Table, settings: MatchSettings) -> Matched:
    """Learn from the texts and from lines that promise nothing."""
    sample = with_plain_lines(texts, settings.language)
    return _matched(texts, kernel.prepare(sample, prompts, settings))


def with_plain_lines(texts: pa.Array, language: str) -> pa.Array:
    lines = pa.array(background(language), pa.string())
    return kernel.bottom_sample(pa.concat_arrays([texts, lines]))


def _matched(texts: pa.Array, prepared: kernel.Prepared) -> Matched:
    found = kernel.link_and_tell(texts, prepared)
    return Matched(found.matches, reach_of(found.reading))
