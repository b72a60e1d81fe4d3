"""Which samples are there, and how far is each? What others answered is shown to nobody here."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, sees
from northing.interfaces.api.errors import ERRORS
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.models import StoredSample

router = Router(tags=["verification"])
HERE = "/organisations/{uuid:organisation}/samples"
MOST = 200


class Sample(BaseModel):
    """A drawing from one audit. `seat` is the coder the token's member answers as."""

    id: UUID
    name: str
    audit: UUID | None
    state: str
    reason: str
    size: int
    seed: int
    coders: int
    asked_at: datetime
    drawn_at: datetime | None
    closed_at: datetime | None
    seat: str | None


class Counted(BaseModel):
    """A sample, and how many of its pairs are answered."""

    sample: Sample
    account: dict[str, Any]


@router.get(HERE, response={200: list[Sample], **ERRORS}, auth=sees(Action.LABELS))
def samples(request: HttpRequest, organisation: UUID) -> list[Sample]:
    """The newest first, two hundred at most."""
    call = call_of(request, organisation)
    return [_shown(call, one) for one in store.of_organisation(call.organisation)[:MOST]]


@router.get(HERE + "/{uuid:sample}", response={200: Counted, **ERRORS}, auth=sees(Action.LABELS))
def sample(request: HttpRequest, organisation: UUID, sample: UUID) -> Counted:
    """One sample and how far it is."""
    call = call_of(request, organisation)
    one = store.of_organisation(call.organisation).filter(id=sample).first()
    if one is None:
        raise errors.nowhere()
    return Counted(sample=_shown(call, one), account=store.account(one))


def _shown(call: Call, row: StoredSample) -> Sample:
    own = ("audit", "seat")
    plain = {name: getattr(row, name) for name in Sample.model_fields if name not in own}
    seat = store.seat_of(row, call.member)
    return Sample(**plain, audit=row.audit_id, seat=seat.coder if seat else None)
