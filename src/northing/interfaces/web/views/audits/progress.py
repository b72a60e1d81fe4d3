"""How far is an audit, and how long will it take?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from northing.interfaces.web.sentences_audits import STEPS
from northing.stages.diagnose.audits.models import StoredAudit

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Far:
    """What a running audit tells: its step among all steps, how far in it, at which pace."""

    step: str
    steps: tuple[tuple[str, str], ...]
    share: float | None
    records: int
    per_second: int | None
    seconds_left: int | None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(100 * self.share)

    @property
    def minutes_left(self) -> int | None:
        """Rounded up; None below a minute and where nobody knows."""
        left = self.seconds_left
        return None if left is None or left < MINUTE else -(-left // MINUTE)


def far_of(audit: StoredAudit) -> Far:
    """Each step with where it stands: done, current or still to come."""
    told: Mapping[str, Any] = audit.progress
    step = told.get("step", "")
    names = list(STEPS)
    at = names.index(step) if step in STEPS else -1
    stands = ["done" if here < at else "now" if here == at else "" for here in range(len(names))]
    left = told.get("seconds_left")
    return Far(
        step=step,
        steps=tuple(zip(names, stands, strict=True)),
        share=told.get("share") if step else None,
        records=told.get("records") or 0,
        per_second=told.get("records_per_second"),
        seconds_left=None if left is None else round(left),
    )
