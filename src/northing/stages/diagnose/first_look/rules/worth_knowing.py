"""What would be worth knowing next?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.methods.estimate import Unknown
from northing.stages.diagnose.first_look.facts import Bearing, Decision, Meeting, Worth
from northing.stages.records.ledger.facts import Stance


def worth_knowing(
    meetings: Sequence[Meeting], decisions: Sequence[Decision], *, is_approved: bool
) -> tuple[tuple[Worth, int], ...]:
    """What is missing most to the point stands first; all other records are always missing."""
    against = (Bearing.CONTRADICTED, Bearing.BOTH_WAYS)
    claimed = (Stance.ADVANCES, Stance.CONTRADICTS)
    counts = {
        Worth.WHAT_WENT_AGAINST: sum(one.bearing in against for one in meetings),
        Worth.UNTOUCHED: sum(
            isinstance(one.bearing, Unknown) and not one.decisions for one in meetings
        ),
        Worth.NOBODY_KNOWS: sum(one.typed.stance in (None, Stance.UNKNOWN) for one in decisions),
        Worth.WITHOUT_EVIDENCE: sum(
            one.typed.stance in claimed and not one.typed.evidence for one in decisions
        ),
        Worth.WITHOUT_SIGNS: sum(not one.commitment.breaking_it for one in meetings),
        Worth.NOT_APPROVED: int(not is_approved),
        Worth.ALL_THE_REST: 1,
    }
    return tuple((worth, count) for worth, count in counts.items() if count)
