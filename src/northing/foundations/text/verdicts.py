"""Which scores are links, which are only plausible, and which could be either?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from northing.foundations.text.prepared import (
    Booleans,
    Floats,
    Integers,
    Prepared,
    Scores,
    Usual,
)
from northing.foundations.text.settings import MatchSettings

_DIGITS = 6
_HELD = 1 << 21  # scores at once
_FEW = 16  # pairs a text: so many are compared one by one faster than all topics are sorted


class Pairs(NamedTuple):
    """The linked and the plausible pairs of texts and topics, by text, then in topic order; z is
    NaN where it is unknown."""

    row: Integers
    topic: Integers
    score: Floats
    z: Floats
    rank: Integers
    is_linked: Booleans


def verdicts(scores: Scores, prepared: Prepared) -> Pairs:
    """At most `most` links a text, ties in the order of topics."""
    settings = prepared.settings
    row, topic = np.nonzero(scores.score >= _least(scores, settings)[:, None])
    score = scores.score[row, topic]
    best = scores.score.max(axis=1)[row]
    by_words = scores.is_by_words[row]
    z = np.where(
        by_words,
        _standardised(score, topic, prepared.usual_words),
        _standardised(score, topic, prepared.usual),
    )
    away = _away(score, best, settings)
    is_near = score >= np.round(settings.near_best * best, _DIGITS)
    words = is_near & (score >= settings.link_score) & _reaches(z, settings.link_z)
    may_words = (score >= settings.plausible_score) & _reaches(z, settings.plausible_z)
    meaning = (away >= settings.link_above) & _reaches(z, settings.least_z)
    may_meaning = (away >= settings.plausible_above) & _reaches(z, settings.least_z)
    rank = _ranks(scores.score, row, topic, score)
    is_linked = np.where(by_words, words, meaning) & (rank <= settings.most)
    kept = np.flatnonzero((np.where(by_words, may_words, may_meaning) | is_linked) & (score > 0))
    return Pairs(row[kept], topic[kept], score[kept], z[kept], rank[kept], is_linked[kept])


def margins(score: Floats, settings: MatchSettings) -> Floats:
    """How far the topic nearest to the border between linked and not is from it."""
    border = settings.link_above + settings.near_best_part * score.max(axis=1, keepdims=True)
    found: Floats = np.abs(score - border).min(axis=1)
    return np.round(found, _DIGITS)


def _least(scores: Scores, settings: MatchSettings) -> Floats:
    """The score below which no verdict can be, a little below where it falls."""
    best = scores.score.max(axis=1)
    meaning = min(settings.link_above, settings.plausible_above) + settings.near_best_part * best
    words = min(settings.link_score, settings.plausible_score)
    found: Floats = np.where(scores.is_by_words, words, meaning) - 10.0**-_DIGITS
    return np.maximum(found, 10.0**-_DIGITS)


def _ranks(every: Floats, row: Integers, topic: Integers, score: Floats) -> Integers:
    """The place of each pair among the topics of its text, ties in the order of topics."""
    if len(row) > _FEW * len(every):
        return _ranks_of_many(every, row, topic)
    found: Integers = np.ones(len(row), np.int64)
    step = max(1, _HELD // max(1, every.shape[1]))
    for at in range(0, len(row), step):
        part = slice(at, at + step)
        of_row, own = every[row[part]], score[part, None]
        found[part] += np.count_nonzero(of_row > own, axis=1)
        tied, tie = np.nonzero(of_row == own)
        is_earlier = tie < topic[part][tied]
        found[part] += np.bincount(tied[is_earlier], minlength=len(of_row))
    return found


def _ranks_of_many(every: Floats, row: Integers, topic: Integers) -> Integers:
    """The same by sorting the topics of each text."""
    found: Integers = np.empty(len(row), np.int64)
    step = max(1, _HELD // every.shape[1])
    for start in range(0, len(every), step):
        order = np.argsort(-every[start : start + step], axis=1, kind="stable")
        place = np.empty_like(order)
        np.put_along_axis(place, order, np.arange(1, every.shape[1] + 1)[None, :], axis=1)
        first, last = np.searchsorted(row, (start, start + step))
        found[first:last] = place[row[first:last] - start, topic[first:last]]
    return found


def _away(score: Floats, best: Floats, settings: MatchSettings) -> Floats:
    return np.round(score - settings.near_best_part * best, _DIGITS)


def _reaches(z: Floats, least: float) -> Booleans:
    found: Booleans = np.isnan(z) | (z >= least)
    return found


def _standardised(score: Floats, topic: Integers, usual: Usual | None) -> Floats:
    if usual is None:
        return np.full(score.shape, np.nan)
    away, spread = score - usual.mean[topic], usual.spread[topic]
    # A topic no text is near (or all equally) has no spread: no text stands out, so z is 0.
    z: Floats = np.divide(away, spread, out=np.zeros_like(away), where=spread > 0)
    return np.round(z, _DIGITS)
