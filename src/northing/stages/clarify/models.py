"""Which tables does clarify have? Gathers those of its rooms."""

from northing.stages.clarify.approach.models import ApproachStatement
from northing.stages.clarify.commitments.models import Commitment, CommitmentChange
from northing.stages.clarify.mission.models import MissionVersion, Value
from northing.stages.clarify.theory_of_change.models import Practice, PurposeLine

__all__ = [
    "ApproachStatement",
    "Commitment",
    "CommitmentChange",
    "MissionVersion",
    "Practice",
    "PurposeLine",
    "Value",
]
