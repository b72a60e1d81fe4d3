"""How does a person correct what a record bears on, and take the correction back?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.diagnose.linking import store
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.records.ledger.models import StoredRecord


def correct(
    record: StoredRecord, commitment: str, *, bears: bool, by: Member, at: datetime
) -> StoredCorrection:
    """The record bears on the commitment, or not. Said twice, it is said once.

    `commitment` is the key of one of the organisation's own; whoever asks has looked.
    """
    _check_may(by, record)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=by.organisation_id)
        said = store.standing(organisation, record.name, commitment)
        if said and said.bears is bears:
            return said
        one = StoredCorrection.objects.create(
            organisation=organisation,
            record=record.name,
            text=record.text,
            commitment=commitment,
            bears=bears,
            made_at=at,
            made_by=by,
        )
        _tell(one, "link corrected", by, at)
    return one


def withdraw(one: StoredCorrection, *, by: Member, at: datetime) -> None:
    """What was said no longer holds; the one before it holds again. Twice does no more."""
    _check_may(by, one)
    with transaction.atomic():
        rows = StoredCorrection.objects.filter(id=one.id, withdrawn_at=None)
        if rows.update(withdrawn_at=at):
            _tell(one, "correction withdrawn", by, at)


def _check_may(by: Member, row: StoredRecord | StoredCorrection) -> None:
    is_theirs = row.organisation_id == by.organisation_id
    if not is_theirs or not allows(Role(by.role), Action.RECORDS, Wish.CHANGE):
        raise NotAllowed


def _tell(one: StoredCorrection, verb: str, by: Member, at: datetime) -> None:
    details: dict[str, str | int | bool | None] = {"commitment": one.commitment, "bears": one.bears}
    append(Event(one.organisation_id, verb, at, by.person_id, one.id, details=details))
