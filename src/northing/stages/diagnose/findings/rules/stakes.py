"""On which pairs of a record and a commitment do the findings rest, and which cells carry most?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity

_ACCUSES = (Severity.HIGH, Severity.MEDIUM)
_UNJUDGED = "comes-near-a-sign-of-breaking"
_RISKS = {Severity.HIGH: 4.0, Severity.MEDIUM: 3.0, Severity.LOW: 2.0, Severity.NOTE: 1.0}
_GUARDED = 2.0


def pairs_at_stake(findings: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """Record and commitment of what accusing findings quote, for and against, the gravest first.

    What comes near a sign of breaking waits for somebody to judge it: it is asked about as well.
    """
    order = list(Severity)
    asked = [one for one in findings if one.severity in _ACCUSES or one.code == _UNJUDGED]
    asked.sort(key=lambda one: (one.code != _UNJUDGED, order.index(one.severity)))
    found: dict[tuple[str, str], None] = {}
    for side in ("evidence", "counter_evidence"):
        for one in asked:
            if one.commitment:
                found |= dict.fromkeys((record, one.commitment) for record in getattr(one, side))
    return tuple(found)


def risks_of(
    commitments: Sequence[Commitment], findings: Sequence[Finding]
) -> dict[tuple[str, str], float]:
    """How much more often people are asked where a finding accuses, or a guardrail stands."""
    channels = {one.channel for one in findings if one.channel}
    found = {
        (channel, one.id): _GUARDED for channel in channels for one in commitments if one.guardrail
    }
    for one in findings:
        if one.commitment and one.channel:
            cell = (one.channel, one.commitment)
            found[cell] = max(found.get(cell, 1.0), _RISKS[one.severity])
    return found
