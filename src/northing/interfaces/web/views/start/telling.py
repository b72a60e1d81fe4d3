"""How is a first look told to whoever reads it?"""

from __future__ import annotations

from typing import Any

from northing.foundations.methods.estimate import Unknown
from northing.interfaces.web.sentences_start import (
    BEARING_SIGNS,
    BEARINGS,
    DID,
    LEADS_TO,
    NEXT,
    REASONS,
    SIGNS,
    UNKNOWN,
)
from northing.stages.diagnose.first_look.facts import Bearing, Decision, FirstLook, Meeting
from northing.stages.records.ledger.facts import Stance

SHOWN = (Bearing.ADVANCED, Bearing.CONTRADICTED)
"""What is counted even where it is not met: that nothing went against is worth reading too."""


def told(look: FirstLook) -> dict[str, Any]:
    """The look as its page shows it."""
    return {
        "decisions": look.decisions,
        "commitments": len(look.meetings),
        "known": len(look.meetings) - look.unknown,
        "unknown": look.unknown,
        "figures": [
            {"count": look.count(bearing), "said": said, "sign": BEARING_SIGNS[bearing]}
            for bearing, said in BEARINGS.items()
            if look.count(bearing) or bearing in SHOWN
        ]
        + [{"count": look.unknown, "said": UNKNOWN, "sign": "unknown"}],
        "meetings": [_meeting(one, of=look.decisions) for one in look.meetings],
        "apart": [_decision(one) for one in look.apart],
        "unsaid": [_decision(one) for one in look.unsaid],
        "next": [
            {"said": NEXT[worth] % {"count": count}, "address": LEADS_TO[worth]}
            for worth, count in look.next
        ],
    }


def _meeting(one: Meeting, *, of: int) -> dict[str, Any]:
    told = {"text": one.commitment.text, "decisions": [_decision(each) for each in one.decisions]}
    if isinstance(one.bearing, Unknown):
        said = REASONS[one.bearing.reason] % {"count": len(one.decisions) or of}
        return told | {"said": said, "sign": "unknown"}
    return told | {"said": BEARINGS[one.bearing], "sign": BEARING_SIGNS[one.bearing]}


def _decision(one: Decision) -> dict[str, Any]:
    stance = one.typed.stance or Stance.UNKNOWN
    return {"name": one.name, "typed": one.typed, "did": DID[stance], "sign": SIGNS[stance]}
