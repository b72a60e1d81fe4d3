"""What does a batch need to be linked, and how near did its texts come?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from northing.foundations.text.meaning import Learned, Vectors
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.tfidf import Rarity

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Nearness = npt.NDArray[np.float32]


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
    and kernel give the same digest on every machine.

    `signs` are the prompts as the model reads them, `learned` is None where words alone decide.
    A text is read whole by the model where the corpus is small, or where the margin of its
    verdict is below `uncertain_below`.
    """

    digest: str
    settings: MatchSettings
    prompts: Prompts
    sample_size: int
    rarity: Rarity = field(repr=False)
    learned: Learned | None = field(default=None, repr=False)
    signs: Vectors | None = field(default=None, repr=False)
    usual: Usual | None = field(default=None, repr=False)
    usual_words: Usual | None = field(default=None, repr=False)
    uncertain_below: float = 0.0

    @property
    def is_small(self) -> bool:
        return self.sample_size <= self.settings.read_whole

    def knowing(
        self, *, usual: Usual | None, usual_words: Usual, uncertain_below: float
    ) -> Prepared:
        return replace(self, usual=usual, usual_words=usual_words, uncertain_below=uncertain_below)


@dataclass(frozen=True, slots=True)
class Scores:
    """Per text and topic the score and its part by words, and the score of each prompt in the
    order of its column; per text how it was read, whether it has a word to compare, and how far
    its verdict is from another one."""

    score: Nearness
    words: Nearness
    near: Nearness
    margin: Floats
    is_by_words: Booleans
    is_whole: Booleans
    is_wordless: Booleans
