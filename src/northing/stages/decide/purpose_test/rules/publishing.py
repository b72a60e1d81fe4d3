"""Which records does a decision leave for the next audit?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from northing.stages.decide.purpose_test.facts import Answer, Recorded, Said, State

TAKEN = {State.ACCEPTED, State.SUPERSEDED}
ADVANCES, CONTRADICTS = "advances", "contradicts"
FOLDER = "decided"
_NAME = re.compile(rf"{FOLDER}/(\d{{6,}})\.csv:\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Published:
    """One row of a source of decisions: what was decided, and how it bears on one promise."""

    id: str
    text: str
    on: date
    unit: str
    amount: Decimal | None
    commitment: str
    stance: str


def published(pages: Sequence[Recorded]) -> tuple[Published, ...]:
    """The records of all decisions that were taken, in the order of their days.

    A decision leaves one record for each promise it advances or compromises, as people answered,
    and one without a promise where it bears on none: what was decided is never left out for
    serving nothing. One that is superseded was taken all the same. Drafts, refusals and what
    has no day leave none.
    """
    found = [row for page in pages if page.state in TAKEN for row in _rows(page)]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def file_of(number: int) -> str:
    """In which file of a case a decision stands: one each, so that no line ever moves."""
    return f"{FOLDER}/{number:06d}.csv"


def name_of(number: int, place: int) -> str:
    """What reports call the record at that place (from 0) of a decision."""
    return f"{file_of(number)}:{place + 2}"


def number_in(name: str) -> int | None:
    """Which decision left the record that reports call so; None where none did."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else None


def _rows(page: Recorded) -> Iterator[Published]:
    decision = page.decision
    if decision.decided_on is None:
        return
    bearing = [
        (answer, stance) for answer in decision.answers if (stance := _stance(answer)) is not None
    ]
    for answer, stance in bearing:
        text = _text(page, answer.reason)
        yield Published(
            f"{decision.id}/{answer.commitment}", text, decision.decided_on, decision.unit,
            decision.amount, answer.commitment, stance,
        )  # fmt: skip
    if not bearing:
        yield Published(
            decision.id, _text(page, ""), decision.decided_on, decision.unit, decision.amount,
            "", "",
        )  # fmt: skip


def _stance(answer: Answer) -> str | None:
    """What it compromises counts against the promise, also where it advances it elsewhere."""
    if answer.compromises is Said.YES:
        return CONTRADICTS
    return ADVANCES if answer.advances is Said.YES else None


def _text(page: Recorded, reason: str) -> str:
    decision = page.decision
    said = f"{decision.question} {decision.proposed}".strip()
    return f"{said} ({reason})" if reason else said
