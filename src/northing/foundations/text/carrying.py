"""Which words of a text carried its nearness to a prompt?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from northing.foundations.text.words import Feature, Word, features, runs, words

if TYPE_CHECKING:
    from northing.foundations.text.scoring import Scorer

_DIGITS = 6
_LEAST_PART = 0.3  # of what the heaviest word adds; less carried nothing
_MOST_CHARACTERS = 20_000  # of a text are looked at: an explanation is for a reader


class Carrying:
    """Finds the carrying words of pairs, each once."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._known: dict[tuple[str, int], list[str]] = {}
        self._rare: dict[str, float] = {}
        self._asked: dict[int, Counter[str]] = {}
        self._told: tuple[str, Told] = ("", Told((), Counter(), {}))

    def words(self, text: str | None, prompt: int) -> list[str]:
        """First words both share, then words whose meaning lies on the side of the prompt."""
        key = ((text or "")[:_MOST_CHARACTERS], prompt)
        if key not in self._known:
            self._known[key] = self._found(*key)
        return self._known[key]

    def _found(self, text: str, prompt: int) -> list[str]:
        prepared = self._scorer.prepared
        settings = prepared.settings
        shown = heaviest(
            self._told_by(text), self._asked_of(prompt), self._squared, most=settings.words_shown
        )
        seen = {part for one in shown for part in one.split(" ")}
        near = [word for word in self._near(text, prompt) if word not in seen]
        return [*shown, *near][: settings.words_shown]

    def _asked_of(self, prompt: int) -> Counter[str]:
        """The features of a prompt, read once."""
        if prompt not in self._asked:
            prepared = self._scorer.prepared
            self._asked[prompt] = told_by(
                prepared.prompts.prompt[prompt], language=prepared.settings.language
            ).often
        return self._asked[prompt]

    def _squared(self, key: str) -> float:
        """The rarity of a feature, looked up once."""
        if key not in self._rare:
            self._rare[key] = self._scorer.prepared.rarity.squared(key)
        return self._rare[key]

    def _told_by(self, text: str) -> Told:
        """Those of a text, kept while its pairs follow one another."""
        if self._told[0] != text:
            self._told = (text, told_by(text, language=self._scorer.prepared.settings.language))
        return self._told[1]

    def _near(self, text: str, prompt: int) -> list[str]:
        """The words by what their vectors add to the cosine, the one that adds most first."""
        prepared, meaning = self._scorer.prepared, self._scorer.meaning
        if meaning is None or prepared.learned is None or prepared.signs is None:
            return []
        told = _distinct(words(text, language=prepared.settings.language))
        if not told:
            return []
        side = prepared.signs[prompt] @ prepared.learned.basis
        added = np.round((meaning(told).vectors @ side).astype(np.float64), 3)
        order = np.argsort(-added, kind="stable")
        least = max(_LEAST_PART * added[order[0]], 0)
        return [told[at].surface for at in order if added[at] > least or at == order[0]]


def _distinct(found: list[Word]) -> list[Word]:
    """Each stem once, as first written, in the order of the text, without stop words."""
    first: dict[str, Word] = {}
    for word in found:
        if not word.is_stop:
            first.setdefault(word.stem, word)
    return list(first.values())


class Told(NamedTuple):
    """The features of a text: in their order, how often, and as first written."""

    order: tuple[str, ...]
    often: Counter[str]
    surface: dict[str, str]


def told_by(text: str, *, language: str) -> Told:
    often: Counter[str] = Counter()
    surface: dict[str, str] = {}
    for found in [*features(text, language=language), *_runs(text, language)]:
        often[found.key] += 1
        surface.setdefault(found.key, found.surface)
    return Told(tuple(surface), often, surface)


def _runs(text: str, language: str) -> list[Feature]:
    """The parts by which inflections meet; shown as the word they were found in."""
    if text.isascii():
        return []
    found = words(text, language=language)
    return [Feature(run, word.surface) for word in found for run in runs(word)]


def heaviest(
    told: Told, asked: Counter[str], squared: Callable[[str], float], *, most: int
) -> list[str]:
    """The words and pairs of the text that carry most of its cosine with the prompt, as written.

    The heaviest first, ties by their place in the text; a word already shown in a pair is not
    shown again.
    """

    def lightness(key: str) -> float:
        often = (1 + math.log(asked[key])) * (1 + math.log(told.often[key]))
        return -round(often * squared(key), _DIGITS)

    shown: list[str] = []
    covered: set[str] = set()
    for key in sorted((key for key in told.order if key in asked), key=lightness):
        parts = set(key.split(" "))
        surface = told.surface[key]
        if not parts <= covered and surface not in shown and len(shown) < most:
            shown.append(surface)
            covered |= parts
    return shown
