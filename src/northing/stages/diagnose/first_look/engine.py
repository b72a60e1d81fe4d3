"""What can a first look say, and what can it not?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.first_look.facts import Decision, FirstLook, Meeting
from northing.stages.diagnose.first_look.rules.bearing import bearing_of
from northing.stages.diagnose.first_look.rules.worth_knowing import worth_knowing
from northing.stages.records.ledger.facts import Stance


def first_look(
    commitments: Sequence[Commitment], decisions: Sequence[Decision], *, is_approved: bool
) -> FirstLook:
    """Every commitment beside the decisions that people tied to it; none is weighed or summed."""
    meetings = tuple(_meeting(one, decisions) for one in commitments)
    known = {one.id for one in commitments}
    rest = [one for one in decisions if one.typed.commitment not in known]
    return FirstLook(
        meetings=meetings,
        apart=tuple(one for one in rest if one.typed.stance is Stance.NEUTRAL),
        unsaid=tuple(one for one in rest if one.typed.stance is not Stance.NEUTRAL),
        decisions=len(decisions),
        next=worth_knowing(meetings, decisions, is_approved=is_approved),
    )


def _meeting(commitment: Commitment, decisions: Sequence[Decision]) -> Meeting:
    bearing = tuple(one for one in decisions if one.typed.commitment == commitment.id)
    return Meeting(commitment=commitment, decisions=bearing, bearing=bearing_of(bearing))
