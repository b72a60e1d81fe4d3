"""What became of a finding in a later audit: found again, no longer found, or not looked at?

Nobody can declare a finding gone. Only an audit that looked at the same promise, channel and files
and did not find it says so, with what was measured then and now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from northing.stages.diagnose.audits.rules.seeing import (
    Content,
    Sighting,
    changed_files,
    gap_of,
    paths_of,
    sightings,
    thread_of,
    why_unseen,
)
from northing.stages.diagnose.findings.facts import Thread


class Outcome(StrEnum):
    """What a later audit says of a finding."""

    AGAIN = "found again"
    GONE = "no longer found"
    UNSEEN = "not looked at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The verdict of a later audit, with both figures.

    `reason` says why it could not have been found. `then` and `now` are the gaps as `audit.json`
    has them, None where the finding rests on no gap; `records_then` counts its evidence. `changed`
    are files it rested on that hold something else now: a line may have been put right, or gone.
    """

    outcome: Outcome
    reason: str = ""
    then: Mapping[str, Any] | None = None
    now: Mapping[str, Any] | None = None
    records_then: int = 0
    changed: tuple[str, ...] = ()


def standing(
    finding: Mapping[str, Any],
    then: Content,
    now: Content,
    *,
    seen: Mapping[Thread, Sighting] | None = None,
) -> Standing:
    """What `now` says of a finding of `then`. `seen` are its sightings, for who asks of many."""
    thread = thread_of(finding)
    is_again = thread in (sightings(now) if seen is None else seen)
    reason = "" if is_again else why_unseen(thread, paths_of(finding), now)
    return Standing(
        outcome=Outcome.AGAIN if is_again else Outcome.UNSEEN if reason else Outcome.GONE,
        reason=reason,
        then=gap_of(then, thread.commitment, thread.channel),
        now=gap_of(now, thread.commitment, thread.channel),
        records_then=len(finding.get("evidence", ())),
        changed=changed_files(paths_of(finding), then, now),
    )
