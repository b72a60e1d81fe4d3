"""Which of the things that change needs are there, and on what record does each rest?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

AUDIT = "audit"
"""What stands beside the channels as a kind of evidence: that somebody looked at the gap."""


class Answer(StrEnum):
    """What may be said to one question, from what holds back most to what holds back least."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


class Ground(StrEnum):
    """Why an answer is what it is."""

    SHOWN = "shown"
    AGAINST = "against"
    NONE_FOR_IT = "none for it"
    NOT_CHECKED = "not checked"
    TOO_OLD = "too old"
    NO_DAY = "no day"
    ONLY_SAID = "only said"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that has to be there.

    `kinds` are the channels whose records can show it (or `AUDIT`), `months` how long a record
    bears the answer. Where `is_of_promise`, a record shows it only if it bears on a commitment.
    """

    id: str
    text: str
    kinds: tuple[str, ...]
    months: int
    is_of_promise: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One record as readiness sees it.

    `commitments` are those it bears on, `against` those it goes against; `is_checked` says that a
    person, a tag or a rule of the case said so and not the machine. `on` is the last day it can
    speak of.
    """

    kind: str
    name: str
    text: str
    on: date | None
    commitments: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with its answer, why, and the records it rests on, the newest first.

    `against` are records of the window that go against a promise, whatever the answer. `looked_at`
    counts the records of these kinds within the window, `unchecked` those among them of which only
    the machine has said what they bear on. `newest_on` is the last day on which anything showed
    it, within the window or before.
    """

    question: Question
    answer: Answer
    ground: Ground
    rests_on: tuple[Sighting, ...]
    against: tuple[Sighting, ...]
    looked_at: int
    unchecked: int
    newest_on: date | None

    @property
    def by_machine(self) -> int:
        """Of the records it rests on, those that only the machine tied to a promise."""
        if not self.question.is_of_promise:
            return 0
        return sum(not one.is_checked for one in self.rests_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """All answers. They do not make up for each other: the whole is as ready as its bottleneck."""

    on: date
    answered: tuple[Answered, ...]

    @property
    def whole(self) -> Answer:
        """Yes if all are; no if one is; else nobody knows."""
        order = list(Answer)
        return min((one.answer for one in self.answered), key=order.index, default=Answer.UNKNOWN)

    @property
    def bottleneck(self) -> tuple[Answered, ...]:
        """The questions that hold back most; none where everything is there."""
        if self.whole is Answer.YES:
            return ()
        return tuple(one for one in self.answered if one.answer is self.whole)
