"""What did the decisions that bear on a commitment do for it, taken together?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.methods.estimate import Unknown
from northing.stages.diagnose.first_look.facts import Bearing, Decision
from northing.stages.records.ledger.facts import Stance

NONE_BEARS = "none of the decisions that were named bears on it"
NOBODY_TELLS = "of the decisions that bear on it nobody can tell what they did"


def bearing_of(decisions: Sequence[Decision]) -> Bearing | Unknown:
    """One that advances and one that contradicts do not cancel out: they are told as both.

    A decision of which nobody can tell adds nothing and hides nothing.
    """
    stances = {one.typed.stance for one in decisions}
    advanced, against = Stance.ADVANCES in stances, Stance.CONTRADICTS in stances
    if advanced and against:
        return Bearing.BOTH_WAYS
    if advanced or against:
        return Bearing.ADVANCED if advanced else Bearing.CONTRADICTED
    if Stance.NEUTRAL in stances:
        return Bearing.NEITHER
    return Unknown(NOBODY_TELLS if decisions else NONE_BEARS)
