"""What was promised, what was found, what follows, and what speaks against it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from northing.foundations.sources.rows import Place


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding in the five parts an auditor knows, with evidence and counter-evidence.

    `statement` says it in one calm sentence. `evidence` and `counter_evidence` are record ids.
    `places` locate it in the files; `period` where it belongs to one. `is_verified` is true only
    after people checked a sample of its records.
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
