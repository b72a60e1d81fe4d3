"""How is an audit asked for, so that it is asked and put to the queue at once?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.interfaces.worker.case_folder import content_of
from northing.interfaces.worker.jobs.audits import run_audit
from northing.stages.diagnose.audits import actions
from northing.stages.diagnose.audits.facts import NO_PROMISE, NO_RECORD, Wish
from northing.stages.diagnose.audits.models import StoredAudit


def ask_audit(member: Member, wish: Wish, at: datetime) -> StoredAudit:
    """A waiting audit that the worker takes up; asked twice at once, it is one.

    Raises `NotAllowed`, or `Refused` where there is nothing to compare yet.
    """
    actions.check_may_ask(member)
    with transaction.atomic():
        content = content_of(member.organisation, wish)
        if not content.commitments:
            raise Refused(NO_PROMISE)
        if not content.imports and not content.typed:
            raise Refused(NO_RECORD)
        audit, is_new = actions.ask(wish, by=member, at=at)
        if is_new:
            run_audit.enqueue(str(audit.id))
    return audit
