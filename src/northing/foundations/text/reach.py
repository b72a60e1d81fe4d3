"""How was each text read: by its words, by what they mean, or as a whole?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from northing.foundations.text.prepared import Scores

NOTHING, WORDS, SUMMED, WHOLE = "nothing", "words", "summed", "whole"
"""How a text was read: it has no word to compare; by its words alone; by its words and the sum of
what they mean; by its words and as a whole by the sentence model."""
_READINGS = (NOTHING, WORDS, SUMMED, WHOLE)


class Reach(NamedTuple):
    """How texts were read: by words alone (the vocabulary of the model lacks half of them or
    more, or no model was asked for), whole by the sentence model, of so many; `wordless` of those
    by words alone have no word to compare."""

    texts: int
    words_alone: int
    whole: int
    wordless: int = 0

    @property
    def summed(self) -> int:
        """Read by the sum of what their words mean."""
        return self.texts - self.words_alone - self.whole


def readings_of(scores: Scores) -> pa.Array:
    """One of the four words above for each text."""
    found = np.where(scores.is_wordless, 0, np.where(scores.is_by_words, 1, 2 + scores.is_whole))
    return pa.array(_READINGS, pa.string()).take(pa.array(found.astype(np.int64)))


def reach_of(reading: pa.Array | pa.ChunkedArray) -> Reach:
    """The readings of texts, counted."""
    counts = pc.value_counts(reading).to_pylist()
    return reach_from({str(one["values"]): int(one["counts"]) for one in counts})


def reach_from(counted: Mapping[str, int]) -> Reach:
    """The same of counts by word, as an engine adds them up over parts."""
    wordless = counted.get(NOTHING, 0)
    words_alone = wordless + counted.get(WORDS, 0)
    return Reach(sum(counted.values()), words_alone, counted.get(WHOLE, 0), wordless)
