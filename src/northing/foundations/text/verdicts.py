"""Which scores are links, which are only plausible, and which could be either?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from northing.foundations.text.prepared import (
    Booleans,
    Floats,
    Integers,
    Nearness,
    Prepared,
    Scores,
    Usual,
)
from northing.foundations.text.settings import MatchSettings

_DIGITS = 6
_MILLION = 1_000_000
_ROW, _NEARNESS = 42, 21  # bits to the left: a score has 21, a topic 21, a text the rest
_SLACK = 3e-6  # more than rounding to six digits, and what 32 bits leave out, can move a score


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
    settings, n_topics = prepared.settings, scores.score.shape[1]
    best_of_text = _rounded(scores.score.max(axis=1))
    least = _least(best_of_text, scores.is_by_words, settings).astype(np.float32)
    at = np.flatnonzero(scores.score >= least[:, None])
    row = at // n_topics
    topic = at - row * n_topics
    score = _rounded(scores.score.ravel()[at])
    best = best_of_text[row]
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
    rank = _ranks(row, topic, score)
    is_linked = np.where(by_words, words, meaning) & (rank <= settings.most)
    kept = np.flatnonzero((np.where(by_words, may_words, may_meaning) | is_linked) & (score > 0))
    return Pairs(row[kept], topic[kept], score[kept], z[kept], rank[kept], is_linked[kept])


def margins(score: Nearness, settings: MatchSettings) -> Floats:
    """How far the topic nearest to the border between linked and not is from it."""
    best = score.max(axis=1, keepdims=True)
    away = score - (best * np.float32(settings.near_best_part) + np.float32(settings.link_above))
    return _rounded(np.abs(away, out=away).min(axis=1))


def _rounded(found: Nearness) -> Floats:
    wide: Floats = found.astype(np.float64)
    return np.round(wide, _DIGITS)


def _least(best: Floats, is_by_words: Booleans, settings: MatchSettings) -> Floats:
    """The score below which no verdict can be, a little below where it falls."""
    meaning = min(settings.link_above, settings.plausible_above) + settings.near_best_part * best
    words = np.full(len(best), min(settings.link_score, settings.plausible_score))
    found: Floats = np.where(is_by_words, words, meaning) - _SLACK
    return np.maximum(found, _SLACK)


def _ranks(row: Integers, topic: Integers, score: Floats) -> Integers:
    """The place of each pair among the topics of its text, ties in the order of topics: whatever
    is nearer than a pair that may have a verdict may have one itself."""
    # One number a pair, sorted: text, then the nearer topic, then the earlier.
    nearness = 1 + _MILLION - np.rint(score * _MILLION).astype(np.int64)
    order = np.argsort((row << _ROW) | (nearness << _NEARNESS) | topic)
    ordered = row[order]
    found: Integers = np.empty(len(row), np.int64)
    found[order] = np.arange(1, len(row) + 1) - np.searchsorted(ordered, ordered)
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
