"""Which audits does a token open?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.publication import actions as publication


def audits(call: Call) -> QuerySet[StoredAudit]:
    """Those its member may see and its scopes name: issued ones, or those before that too.

    What the rule of publication says is due is issued first, as on the pages.
    """
    publication.issue_due(call.organisation, at=call.at)
    rows = store.seen_by(call.member)
    if call.may(Action.AUDITS):
        return rows
    return rows.exclude(issued_at=None) if call.may(Action.ISSUED) else rows.none()


def audit_of(call: Call, wanted: UUID) -> StoredAudit:
    """One of them; of all others there is none."""
    found = audits(call).filter(id=wanted).first()
    if found is None:
        raise errors.nowhere()
    return found


def newest_audit(call: Call) -> StoredAudit | None:
    """The newest one that is done."""
    rows = audits(call).filter(state=StoredAudit.State.DONE)
    return rows.order_by("-number").first()
