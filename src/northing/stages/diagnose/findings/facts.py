"""What was promised, what was found, what follows, and what speaks against it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from northing.foundations.sources.rows import Place


class Severity(StrEnum):
    """How grave it is if it is true. High and medium accuse; low asks; a note tells."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOTE = "note"


ACCUSING = (Severity.HIGH, Severity.MEDIUM)


class Confidence(StrEnum):
    """How sure it is, whatever its weight: on whose word the records stand where they stand."""

    VERIFIED = "verified"
    AS_WRITTEN = "as written"
    TAGGED = "tagged"
    PARTLY_TAGGED = "partly tagged"
    MACHINE_ONLY = "machine only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A further sign of the same thing: what another rule found, told under the graver finding."""

    code: str
    severity: Severity
    statement: str
    channel: str | None = None
    evidence: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The day of a change, and between which days it lies at `level`."""

    on: date
    low: date
    high: date
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the organisation answers to a finding: by whom (a role), when, in its own words."""

    code: str
    text: str
    by: str
    on: date
    commitment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """One hypothesis that was put to the test in this audit, found true or not.

    `adjusted` is the p-value after Benjamini–Hochberg over all of them; `survives` says whether it
    still counts.
    """

    code: str
    commitment: str
    channel: str | None
    p_value: float
    method: str
    adjusted: float = 1.0
    survives: bool = False

    @property
    def key(self) -> tuple[str, str, str | None]:
        return self.code, self.commitment, self.channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding in the five parts an auditor knows, with evidence and counter-evidence.

    `statement` says it in one calm sentence. `evidence` and `counter_evidence` are record ids.
    `places` locate it in the files; `period` where it belongs to one. `counter` says what speaks
    against it, `looked_for` what was searched for to speak against it, `change` what would change
    the verdict. `checked` counts the records of it that people looked at; `is_verified` is true
    only where they bear it out. `signs` are what other rules found of the same thing.
    """

    code: str
    severity: Severity
    statement: str
    commitment: str | None = None
    channel: str | None = None
    period: str | None = None
    criteria: str = ""
    condition: str = ""
    cause: str = ""
    consequence: str = ""
    corrective_action: str = ""
    counter: str = ""
    evidence: tuple[str, ...] = ()
    counter_evidence: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    is_verified: bool = False
    confidence: Confidence = Confidence.AS_WRITTEN
    checked: int = 0
    looked_for: str = ""
    change: str = ""
    turn: Turn | None = None
    tested: Tested | None = None
    signs: tuple[Sign, ...] = ()
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All findings, every hypothesis that was tested for them, and replies that answer none."""

    findings: tuple[Finding, ...]
    tests: tuple[Tested, ...] = ()
    q: float = 0.05
    unanswered: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Thread:
    """What is the same finding in every audit: its kind, its promise and its channel.

    A finding of the files and of no single promise has an empty `commitment`; one that belongs to
    no channel an empty `channel`.
    """

    code: str
    commitment: str = ""
    channel: str = ""
