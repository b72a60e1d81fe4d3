"""What is to be decided, what does it do to each promise, and who answers for it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from northing.foundations.methods.estimate import Measure


class Said(StrEnum):
    """An answer to one of the two questions asked of every commitment."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"


class Result(StrEnum):
    """What a purpose test comes to."""

    PASS = "pass"  # noqa: S105 - a result, no password
    CONDITIONS = "pass with conditions"
    FAIL = "fail"
    CANNOT_TELL = "cannot tell"


class State(StrEnum):
    """Where a decision stands on its way to being taken."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_ASKED = "changes asked"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Act(StrEnum):
    """What somebody, or the calendar, may do to a decision."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    AGREE = "agree"
    OBJECT = "object"
    ASK_CHANGES = "ask for changes"
    REVISE = "revise"
    REJECT = "reject"
    OVERRIDE = "override"
    DELEGATE = "delegate"
    EXPIRE = "expire"
    SUPERSEDE = "supersede"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a decision does to one commitment, as somebody said, with reasons and records."""

    commitment: str
    advances: Said
    compromises: Said
    reason: str = ""
    records: tuple[str, ...] = ()
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Of a commitment, what a test needs to know."""

    id: str
    name: str
    guardrail: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to be done for a decision to stand, by whom and by when."""

    text: str
    owner: str
    due_on: date
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A question with its options, and what is expected to come of the one proposed.

    `forecast` is the probability given that `success` will have come about on `review_on`;
    `happened` is what was seen then.
    """

    id: str
    question: str
    options: tuple[str, ...]
    proposed: str
    author: str
    kind: str = ""
    amount: Decimal | None = None
    region: str = ""
    unit: str = ""
    affected: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    conditions: tuple[Condition, ...] = ()
    success: str = ""
    forecast: float | None = None
    drafted_on: date | None = None
    decided_on: date | None = None
    review_on: date | None = None
    reviewed_on: date | None = None
    happened: bool | None = None
    tested: bool = True

    def __post_init__(self) -> None:
        if self.forecast is not None and not 0 <= self.forecast <= 1:
            raise ValueError("a forecast is a probability between 0 and 1")


@dataclass(frozen=True, slots=True)
class Ground:
    """One sentence of why a test came out as it did, and for which commitment."""

    commitment: str
    result: Result
    sentence: str


@dataclass(frozen=True, slots=True)
class Tested:
    """The result of a purpose test with all its grounds, the worst first."""

    result: Result
    grounds: tuple[Ground, ...]

    @property
    def vetoed(self) -> tuple[str, ...]:
        """The guardrails it would cross."""
        return tuple(one.commitment for one in self.grounds if one.result is Result.FAIL)


@dataclass(frozen=True, slots=True)
class Filter:
    """When a test is due and who has to sign. What is left empty holds for everything.

    `quorum` people of `signers` have to sign, and `agreement` of those who signed to agree.
    `days` is how long they have. After `until` the filter holds no more unless renewed.
    """

    id: str
    name: str
    kinds: frozenset[str] = frozenset()
    least: Decimal | None = None
    regions: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    questions: tuple[str, ...] = ()
    signers: frozenset[str] = frozenset()
    quorum: int = 1
    agreement: float = 1.0
    days: int = 14
    until: date | None = None
    asks_forecast: bool = False

    def __post_init__(self) -> None:
        if self.quorum < 1 or not 0 < self.agreement <= 1 or self.days < 1:
            raise ValueError("one person signs at least, and has one day at least")


@dataclass(frozen=True, slots=True)
class Signature:
    """One word of one signer; `by` is who gave it, `as_` whom they stood for."""

    as_: str
    by: str
    act: Act
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision on its way: its state, who has to sign, what they said so far.

    `objections` stay for good, also of earlier rounds. `overridden` is set where somebody took it
    against the test or the signers; it is public and counted.
    """

    author: str
    state: State = State.DRAFT
    result: Result = Result.CANNOT_TELL
    conditions: tuple[Condition, ...] = ()
    signers: frozenset[str] = frozenset()
    quorum: int = 1
    agreement: float = 1.0
    days: int = 14
    due_on: date | None = None
    delegates: tuple[tuple[str, str], ...] = ()
    signatures: tuple[Signature, ...] = ()
    objections: tuple[Signature, ...] = ()
    overridden: Signature | None = None
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does what to a decision, on which day and on what grounds.

    `by` is empty for the calendar, which may only let a decision expire. `to` is whom a signer
    delegates to; `may_override` whether this person has that right at all.
    """

    act: Act
    by: str
    on: date
    reason: str = ""
    to: str = ""
    may_override: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an act may not be done now: one sentence with the remedy."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision as a page records it, and what the page says of its way."""

    decision: Decision
    state: State
    signed: tuple[str, ...] = ()
    overridden_by: str = ""
    because: str = ""
    superseded_by: str = ""

    @property
    def overridden(self) -> bool:
        """Whether somebody took it against the test, with a reason."""
        return bool(self.overridden_by and self.because)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a filter would have done to past decisions, before it is switched on.

    `false_blocks` are decisions that turned out well and would have been stopped, `misses` those
    that turned out badly and would have passed; the rest cannot be told without an outcome.
    """

    due: tuple[str, ...]
    blocked: tuple[str, ...]
    false_blocks: tuple[str, ...]
    misses: tuple[str, ...]
    not_told: tuple[str, ...]
    false_block_share: Measure
    miss_share: Measure
    delay_days: Measure


@dataclass(frozen=True, slots=True)
class Rigidity:
    """How often the test stops, is gone round, and is appealed against with success."""

    blocked: Measure
    overridden: Measure
    upheld: Measure


@dataclass(frozen=True, slots=True)
class Appeal:
    """Somebody held a block to be wrong; `upheld` once somebody else looked and agreed."""

    decision: str
    reason: str
    upheld: bool | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """How complete the register of decisions is.

    `tested` is the share of significant decisions that were tested, of those logged;
    `all_there_are` estimates how many there were, logged or not, from those minutes name as well.
    """

    tested: Measure
    all_there_are: Measure
    tested_of_all: Measure


@dataclass(frozen=True, slots=True)
class Discrimination:
    """How far a question tells decisions apart; one everybody answers alike may go."""

    commitment: str
    answers: dict[str, int] = field(default_factory=dict)
    bits: Measure | None = None
    never_tells: bool = False
