"""Which tables does clarify have? Gathers those of its rooms."""

from northing.stages.clarify.commitments.models import (
    Commitment,
    CommitmentChange,
    Practice,
    PurposeLine,
)
from northing.stages.clarify.mission.models import MissionVersion, Value

__all__ = [
    "Commitment",
    "CommitmentChange",
    "MissionVersion",
    "Practice",
    "PurposeLine",
    "Value",
]
