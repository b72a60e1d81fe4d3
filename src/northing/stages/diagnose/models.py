"""Which tables does diagnose have? Gathers those of its rooms."""

from northing.stages.diagnose.audits.models import (
    Opinion,
    PublicationRule,
    StoredAudit,
    StoredFinding,
    StoredLink,
)
from northing.stages.diagnose.findings.models import FollowUp, StoredReply
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.diagnose.verification.models import StoredLabel, StoredSample

__all__ = [
    "FollowUp",
    "Opinion",
    "PublicationRule",
    "StoredAudit",
    "StoredCorrection",
    "StoredFinding",
    "StoredLabel",
    "StoredLink",
    "StoredReply",
    "StoredSample",
]
