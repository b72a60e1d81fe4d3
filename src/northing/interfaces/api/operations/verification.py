"""Which samples are there, how far is each, and how is one asked for, drawn and closed?

What others answered is shown to nobody before the sample is closed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors, seen
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS, Problem
from northing.interfaces.api.parts import Sent, documented
from northing.interfaces.reports.labels_json import labels_json
from northing.interfaces.worker.jobs.verification import (
    draw_sample,
    plan_sample,
    reckon_with_answers,
)
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.actions.drawing import MOST as LARGEST_SAMPLE
from northing.stages.diagnose.verification.actions.drawing import Wanted
from northing.stages.diagnose.verification.facts import CODERS, Labelled
from northing.stages.diagnose.verification.models import StoredSample

router = Router(tags=["verification"])
HERE = "/organisations/{uuid:organisation}/samples"
MOST = 200
NOT_CLOSED = (
    "What was drawn is kept from whoever may still answer.",
    "Ask again when the sample is closed.",
)


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
    """A sample, how many of its pairs are answered, and how precise which size would be."""

    sample: Sample
    account: dict[str, Any]
    plan: dict[str, Any]


class Wished(Sent):
    """From which finished audit."""

    audit: UUID


class Sized(Sent):
    """How many pairs, for how many coders. The seed is nobody's choice."""

    size: int = Field(ge=1, le=LARGEST_SAMPLE)
    coders: int = Field(ge=1, le=len(CODERS))


@router.get(HERE, response={200: list[Sample], **ERRORS}, auth=sees(Action.LABELS))
def samples(request: HttpRequest, organisation: UUID) -> list[Sample]:
    """The newest first, two hundred at most."""
    call = call_of(request, organisation)
    return [shown(call, one) for one in store.of_organisation(call.organisation)[:MOST]]


@router.post(HERE, response={202: Sample, **ERRORS}, auth=changes(Action.LABELS))
def ask_sample(request: HttpRequest, organisation: UUID, sent: Wished) -> Status[Sample]:
    """The worker works out how precise which size would be; then it is `planned`. While one of an
    audit is under way, asking again is asking for that one."""
    call = call_of(request, organisation)
    done = seen.audits(call).filter(state=StoredAudit.State.DONE, id=sent.audit)
    if not done.exists():
        raise errors.wrong("audit", "No finished audit that this token opens has this id.")
    with transaction.atomic():
        made, is_new = drawing.plan(sent.audit, by=call.member, at=call.at)
        if is_new:
            plan_sample.enqueue(str(made.id))
    return Status(202, shown(call, made))


@router.get(HERE + "/{uuid:sample}", response={200: Counted, **ERRORS}, auth=sees(Action.LABELS))
def sample(request: HttpRequest, organisation: UUID, sample: UUID) -> Counted:
    """One sample and how far it is."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    return Counted(sample=shown(call, one), account=store.account(one), plan=one.plan)


@router.post(
    HERE + "/{uuid:sample}/draw", response={202: Sample, **ERRORS}, auth=changes(Action.LABELS)
)
def draw(request: HttpRequest, organisation: UUID, sample: UUID, sent: Sized) -> Status[Sample]:
    """The worker draws the pairs; then it is `open`. It has to be `planned`, else 409."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    with transaction.atomic():
        wanted = Wanted(sent.size, sent.coders)
        if drawing.draw(one, wanted, by=call.member, at=call.at):
            draw_sample.enqueue(str(one.id))
    return Status(202, shown(call, row_of(call, sample)))


@router.post(
    HERE + "/{uuid:sample}/close", response={200: Sample, **ERRORS}, auth=changes(Action.LABELS)
)
def close_sample(request: HttpRequest, organisation: UUID, sample: UUID) -> Sample:
    """Its answers stand as they are; the next audit counts them. Twice is once."""
    call = call_of(request, organisation)
    one = row_of(call, sample)
    with transaction.atomic():
        if drawing.close(one, by=call.member, at=call.at):
            reckon_with_answers.enqueue(str(one.id))
    return shown(call, row_of(call, sample))


@router.get(
    HERE + "/{uuid:sample}/drawing",
    response=ERRORS,
    auth=sees(Action.LABELS),
    openapi_extra=documented("application/json"),
)
def drawing_of_sample(request: HttpRequest, organisation: UUID, sample: UUID) -> HttpResponse:
    """What was drawn and with which chance, as a case keeps it, with the answers once the sample
    is closed. Until then it is kept from whoever may answer, and so is what is not drawn: 409."""
    call = call_of(request, organisation)
    one = store.of_organisation(call.organisation).defer(None).filter(id=sample).first()
    is_closed = one is not None and one.state == StoredSample.State.CLOSED
    is_open_to = is_closed or not drawing.may_answer(call.member, call.organisation.id)
    if one is None:
        raise errors.nowhere()
    if not one.content or not is_open_to:
        raise Problem(409, "sample_not_closed", NOT_CLOSED)
    labelled = store.labelled(one)
    shown_now = labelled if is_closed else Labelled(sample=labelled.sample)
    return HttpResponse(labels_json(shown_now).encode(), content_type="application/json")


def row_of(call: Call, wanted: UUID) -> StoredSample:
    one = store.of_organisation(call.organisation).filter(id=wanted).first()
    if one is None:
        raise errors.nowhere()
    return one


def shown(call: Call, row: StoredSample) -> Sample:
    own = ("audit", "seat")
    plain = {name: getattr(row, name) for name in Sample.model_fields if name not in own}
    seat = store.seat_of(row, call.member)
    return Sample(**plain, audit=row.audit_id, seat=seat.coder if seat else None)
