"""How does somebody say that a test stopped the wrong decision, and who judges that?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.rules.chain import digest_of
from northing.stages.decide.purpose_test.actions.holding import (
    check_may,
    is_author,
    tell,
)
from northing.stages.decide.purpose_test.facts import Result
from northing.stages.decide.purpose_test.models import StoredAppeal, StoredDecision
from northing.stages.decide.purpose_test.rules.refusals import (
    APPEAL_JUDGED,
    JUDGES_OWN_CASE,
    NOTHING_TO_APPEAL,
)
from northing.stages.decide.purpose_test.store import rows

_STOPS = {Result.FAIL.value, Result.CANNOT_TELL.value}


def appeal(
    row: StoredDecision, reason: str, *, by: Member, at: datetime, ticket: UUID | None = None
) -> StoredAppeal:
    """Hold a test to be wrong that stopped a decision. The same ticket twice makes one."""
    check_may(by, row.organisation_id, Action.DECIDE)
    with transaction.atomic():
        found = rows.held(row.id)
        there = StoredAppeal.objects.filter(id=ticket).first() if ticket else None
        if there:
            return _own(there, found, by)
        if found.submitted_at is None or found.result not in _STOPS:
            raise Refused(NOTHING_TO_APPEAL)
        made = StoredAppeal.objects.create(
            id=ticket or uuid4(), decision=found, reason=reason.strip(), made_by=by, made_at=at
        )
        tell("test appealed against", found, by, at, reason=digest_of(made.reason))
    return made


def uphold(
    row: StoredAppeal, *, is_right: bool, judgement: str, by: Member, at: datetime
) -> StoredAppeal:
    """Say whether the appeal was right. Nobody judges their own, nor of what they wrote."""
    check_may(by, row.decision.organisation_id, Action.FILTERS)
    with transaction.atomic():
        decision = rows.held(row.decision_id)
        found = StoredAppeal.objects.select_related("made_by").get(id=row.id)
        if is_author(decision, by) or (found.made_by and found.made_by.person_id == by.person_id):
            raise Refused(JUDGES_OWN_CASE)
        if found.upheld is not None:
            raise Refused(APPEAL_JUDGED)
        found.upheld, found.judgement = is_right, judgement.strip()
        found.judged_by, found.judged_at = by, at
        found.save()
        tell("appeal judged", decision, by, at, upheld=is_right)
    return found


def _own(there: StoredAppeal, decision: StoredDecision, by: Member) -> StoredAppeal:
    if there.decision_id != decision.id or there.made_by_id != by.id:
        raise NotAllowed
    return there
