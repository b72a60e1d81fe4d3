"""Which answer stands, of everything a coder did at a pair?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from northing.stages.diagnose.verification.facts import Answer, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing a coder did: an answer to a pair, or (`None`) that the answer was taken back.

    `turn` is the coder's own count and grows with everything they do; `id` parts two deeds that
    were done at once in two places.
    """

    id: str
    pair: int
    coder: str
    turn: int
    answer: Answer | None
    note: str = ""


def standing(deeds: Iterable[Deed]) -> tuple[Label, ...]:
    """Of each coder and pair the last deed in turn, whatever the order in which they arrived."""
    last: dict[tuple[int, str], Deed] = {}
    for one in deeds:
        before = last.get((one.pair, one.coder))
        if before is None or (before.turn, before.id) < (one.turn, one.id):
            last[(one.pair, one.coder)] = one
    return tuple(
        Label(pair=one.pair, coder=one.coder, answer=one.answer, note=one.note)
        for _, one in sorted(last.items())
        if one.answer is not None
    )


def seal_of(deeds: Iterable[Deed]) -> str:
    """One digest over deeds, in the order of their turns: a later change to any of them shows."""
    told = [
        "\x1f".join((one.id, str(one.pair), one.coder, str(one.turn), one.answer or "", one.note))
        for one in sorted(deeds, key=lambda one: (one.coder, one.turn, one.id))
    ]
    return hashlib.sha256("\x1e".join(told).encode()).hexdigest()
