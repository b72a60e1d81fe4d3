"""Whom does a pair still wait for?"""

from __future__ import annotations

from northing.stages.diagnose.verification.facts import AGREED, Labelled, Pair
from northing.stages.diagnose.verification.rules.judging import answers_of, disputed


def asked_of(one: Labelled, coder: str) -> tuple[Pair, ...]:
    """The pairs of one coder in the order of the sheet; those in dispute where two agree."""
    if coder == AGREED:
        open_now = set(disputed(one)) | {
            label.pair for label in one.labels if label.coder == AGREED
        }
        return tuple(pair for pair in one.sample.pairs if pair.number in open_now)
    return tuple(pair for pair in one.sample.pairs if coder in pair.coders)


def waiting_for(one: Labelled, coder: str) -> tuple[Pair, ...]:
    """Those of them that this coder has not answered."""
    answers = answers_of(one.labels)
    return tuple(pair for pair in asked_of(one, coder) if coder not in answers.get(pair.number, {}))
