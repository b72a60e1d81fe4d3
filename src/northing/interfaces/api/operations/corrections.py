"""How does somebody say that a record bears on a commitment, or that it does not?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import call_of, changes
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import Sent, Text80, Text400
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.linking import actions
from northing.stages.diagnose.linking import store as linking
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.records.ledger import store

router = Router(tags=["records"])
HERE = "/organisations/{uuid:organisation}"


class Correction(BaseModel):
    """A person says that a record bears on a commitment, or that it does not."""

    id: UUID
    record: str
    commitment: str
    bears: bool
    made_at: datetime
    withdrawn_at: datetime | None


class Corrected(Sent):
    """What somebody says of a record and a commitment, each by the name reports give it."""

    record: Text400
    commitment: Text80
    bears: bool


@router.post(
    HERE + "/corrections", response={201: Correction, **ERRORS}, auth=changes(Action.RECORDS)
)
def correct(request: HttpRequest, organisation: UUID, sent: Corrected) -> Status[Correction]:
    """The record bears on the commitment, or not; the next audit goes by it. Twice is once."""
    call = call_of(request, organisation)
    if sent.commitment not in {one.key for one in commitments.commitments(call.organisation)}:
        raise errors.wrong("commitment", "No commitment of this organisation has this key.")
    one = store.record(call.organisation, sent.record)
    if one is None:
        raise errors.nowhere()
    made = actions.correct(one, sent.commitment, bears=sent.bears, by=call.member, at=call.at)
    return Status(201, shown(made))


@router.post(
    HERE + "/corrections/{uuid:correction}/withdraw",
    response={200: Correction, **ERRORS},
    auth=changes(Action.RECORDS),
)
def withdraw_correction(request: HttpRequest, organisation: UUID, correction: UUID) -> Correction:
    """What was said no longer holds. Twice is once."""
    call = call_of(request, organisation)
    one = linking.one_correction(call.organisation, correction)
    if one is None:
        raise errors.nowhere()
    actions.withdraw(one, by=call.member, at=call.at)
    one.refresh_from_db()
    return shown(one)


def shown(row: StoredCorrection) -> Correction:
    return Correction(**{name: getattr(row, name) for name in Correction.model_fields})
