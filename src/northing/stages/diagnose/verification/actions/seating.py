"""Who answers a sample as which coder?

By construction no pair is answered by the same person twice: whoever ever sat as one coder of a
sample never sits as the other.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions.drawing import check_may_answer
from northing.stages.diagnose.verification.actions.sealing import seal
from northing.stages.diagnose.verification.facts import CODERS
from northing.stages.diagnose.verification.models import Seat, StoredSample
from northing.stages.diagnose.verification.rules.refusals import (
    OTHER_SEAT_BEFORE,
    SAMPLE_NOT_OPEN,
    SEAT_IS_TAKEN,
)


def take(sample: StoredSample, coder: str, *, by: Member, at: datetime) -> Seat:
    """Sit down as that coder; whoever sits there already stays seated."""
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        if row.state != StoredSample.State.OPEN or coder not in CODERS[: row.coders]:
            raise Refused(SAMPLE_NOT_OPEN)
        if store.was_seated(row, by) - {coder}:
            raise Refused(OTHER_SEAT_BEFORE)
        there = next((one for one in store.seats(row) if one.coder == coder), None)
        if there and there.member.person_id == by.person_id:
            return there
        if there:
            raise Refused(SEAT_IS_TAKEN)
        seat = Seat.objects.create(sample=row, coder=coder, member=by, taken_at=at)
        _leave_trail(seat, row, "seat taken", by, at)
    return seat


def leave(sample: StoredSample, coder: str, *, by: Member, at: datetime) -> bool:
    """The seat is free for somebody else. Anybody who may answer can free it: people fall ill.

    The answers given in it stay. False where nobody sits there.
    """
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        there = next((one for one in store.seats(row) if one.coder == coder), None)
        if there is None:
            return False
        seal(row, by=by, at=at, coder=coder)
        Seat.objects.filter(id=there.id).update(left_at=at)
        _leave_trail(there, row, "seat left", by, at)
    return True


def _leave_trail(seat: Seat, sample: StoredSample, verb: str, by: Member, at: datetime) -> None:
    details = {"sample": sample.name, "coder": seat.coder}
    append(Event(sample.organisation_id, verb, at, by.person_id, seat.member_id, details=details))
