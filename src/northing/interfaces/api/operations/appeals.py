"""Who holds a test to be wrong that stopped a decision, and who judges that?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.decision_shapes import Appeal
from northing.interfaces.api.operations.decisions import ONE, appealed, decision_of
from northing.interfaces.api.parts import IdempotencyKey, Sent, Text2000, ticket_of
from northing.stages.decide.purpose_test.actions import appealing
from northing.stages.decide.purpose_test.store import looked_at

router = Router(tags=["decisions"])
HERE = "/organisations/{uuid:organisation}/appeals"


class Appealing(Sent):
    """Why the test is held to be wrong."""

    reason: Text2000


class Judging(Sent):
    """Whether the appeal is right, and why."""

    upheld: bool
    judgement: Text2000


@router.get(HERE, response={200: list[Appeal], **ERRORS}, auth=sees(Action.DECISIONS))
def appeals(request: HttpRequest, organisation: UUID) -> list[Appeal]:
    """Those nobody has judged yet, the oldest first; judged ones stand with their decision."""
    call = call_of(request, organisation)
    return [appealed(one) for one in looked_at.open_appeals(call.organisation)]


@router.post(ONE + "/appeals", response={201: Appeal, **ERRORS}, auth=changes(Action.DECIDE))
def appeal_decision(
    request: HttpRequest,
    organisation: UUID,
    decision: UUID,
    sent: Appealing,
    idempotency_key: IdempotencyKey,
) -> Status[Appeal]:
    """Hold the test of a submitted decision to be wrong, where it stopped it."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    ticket = ticket_of(request, call, idempotency_key)
    made = appealing.appeal(row, sent.reason, by=call.member, at=call.at, ticket=ticket)
    return Status(201, appealed(made))


@router.post(
    HERE + "/{uuid:appeal}/judgement",
    response={200: Appeal, **ERRORS},
    auth=changes(Action.FILTERS),
)
def judge_appeal(request: HttpRequest, organisation: UUID, appeal: UUID, sent: Judging) -> Appeal:
    """By who keeps the filters, and neither wrote the decision nor appealed. It is said once."""
    call = call_of(request, organisation)
    row = looked_at.appeal(call.organisation, appeal)
    if row is None:
        raise errors.nowhere()
    judged = appealing.uphold(
        row, is_right=sent.upheld, judgement=sent.judgement, by=call.member, at=call.at
    )
    return appealed(judged)
