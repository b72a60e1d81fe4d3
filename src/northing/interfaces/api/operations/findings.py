"""What was found, on which records does it rest, and what does the organisation do about it?"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.interfaces.api import errors, seen
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.records import Record, record_of
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Perhaps4000,
    Seen,
    Sent,
    Text120,
    Text4000,
    ticket_of,
)
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredFinding
from northing.stages.diagnose.findings import actions
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.actions import Answer, Plan
from northing.stages.diagnose.findings.models import FollowUp as FollowedUp
from northing.stages.diagnose.findings.models import StoredReply
from northing.stages.diagnose.publication.store import findings as store
from northing.stages.records.ledger import store as ledger

router = Router(tags=["findings"])
HERE = "/organisations/{uuid:organisation}"
MOST_RECORDS = 200


class Finding(BaseModel):
    """A finding of one audit. `content` is as `audit.json` has it, evidence and what speaks
    against it included; it never changes."""

    id: UUID
    audit: UUID
    position: int
    code: str
    severity: str
    commitment: str
    channel: str
    statement: str
    content: dict[str, Any]


class Reply(BaseModel):
    """What the organisation answers, in its own words; added, never altered."""

    id: UUID
    text: str
    role: str
    on: date


class FollowUp(BaseModel):
    """Who answers for the finding, until when, and how far that is. Revision 0: nobody does."""

    owner: UUID | None
    root_cause: str
    due_on: date | None
    state: str
    revision: int


class Followed(BaseModel):
    """A finding with the records it names, as far as they are there and the token opens them, and
    with what is done about it, where the token opens that."""

    finding: Finding
    records: list[Record]
    follow_up: FollowUp | None
    replies: list[Reply]


class Planned(Seen):
    """Who answers for it, why it came about, until when, how far that is."""

    owner: UUID | None = Field(default=None, description="The id of a member.")
    root_cause: Perhaps4000 = ""
    due_on: date | None = None
    state: actions.State = actions.State.OPEN


class Answered(Sent):
    """What is answered, and in which role: “head of clinics”, not a name."""

    text: Text4000
    role: Text120


@router.get(
    HERE + "/audits/{uuid:audit}/findings",
    response={200: list[Finding], **ERRORS},
    auth=sees(Action.ISSUED),
)
def findings(request: HttpRequest, organisation: UUID, audit: UUID) -> list[Finding]:
    """All of them, favourable or not, the gravest first."""
    one = seen.audit_of(call_of(request, organisation), audit)
    return [_finding(row) for row in audits.findings(one)]


@router.get(
    HERE + "/findings/{uuid:finding}", response={200: Followed, **ERRORS}, auth=sees(Action.ISSUED)
)
def finding(request: HttpRequest, organisation: UUID, finding: UUID) -> Followed:
    """One finding with both sides of its evidence, and what became of it."""
    call = call_of(request, organisation)
    row = _row(call, finding)
    taken = followed.follow_up(call.organisation, store.thread_of(row))
    sees_replies = call.may(Action.FINDINGS)
    return Followed(
        finding=_finding(row),
        records=_records(call, row) if call.may(Action.RECORDS) else [],
        follow_up=_follow_up(taken) if sees_replies else None,
        replies=[_reply(one) for one in followed.replies_to(taken)] if sees_replies else [],
    )


@router.put(
    HERE + "/findings/{uuid:finding}/follow-up",
    response={200: FollowUp, **ERRORS},
    auth=changes(Action.FINDINGS),
)
def follow(request: HttpRequest, organisation: UUID, finding: UUID, sent: Planned) -> FollowUp:
    """Take the finding up, or change what is planned. It is not closed here: it is gone when an
    audit no longer finds it."""
    call = call_of(request, organisation)
    thread = store.thread_of(_row(call, finding))
    plan = Plan(
        owner=_owner(call, sent.owner),
        root_cause=sent.root_cause.strip(),
        due_on=sent.due_on,
        state=sent.state,
    )
    made = actions.follow(thread, plan, by=call.member, at=call.at, seen=sent.revision)
    return _follow_up(made)


@router.post(
    HERE + "/findings/{uuid:finding}/replies",
    response={201: Reply, **ERRORS},
    auth=changes(Action.REPLY),
)
def reply(
    request: HttpRequest,
    organisation: UUID,
    finding: UUID,
    sent: Answered,
    idempotency_key: IdempotencyKey,
) -> Status[Reply]:
    """The answer stands beside the finding and is printed with it; it is never altered. Whoever
    answers for this finding may give one, whatever their role."""
    call = call_of(request, organisation)
    thread = store.thread_of(_row(call, finding))
    ticket = ticket_of(request, call, idempotency_key)
    answer = Answer(text=sent.text.strip(), role=sent.role.strip(), ticket=ticket)
    return Status(201, _reply(actions.reply(thread, answer, by=call.member, at=call.at)))


def _row(call: Call, wanted: UUID) -> StoredFinding:
    rows = StoredFinding.objects.filter(id=wanted, audit__in=seen.audits(call))
    found = rows.select_related("audit").first()
    if found is None:
        raise errors.nowhere()
    return found


def _owner(call: Call, wanted: UUID | None) -> Member | None:
    if wanted is None:
        return None
    found = followed.may_own(call.organisation, on=call.at.date()).filter(id=wanted).first()
    if found is None:
        raise errors.wrong("owner", "Nobody who may answer for a finding has this id.")
    return found


def _records(call: Call, row: StoredFinding) -> list[Record]:
    named = [
        *row.content.get("evidence", ()),
        *row.content.get("counter_evidence", ()),
    ][:MOST_RECORDS]
    there = ledger.records_named(call.organisation, named)
    return [record_of(there[name]) for name in dict.fromkeys(named) if name in there]


def _finding(row: StoredFinding) -> Finding:
    plain = {name: getattr(row, name) for name in Finding.model_fields if name != "audit"}
    return Finding(**plain, audit=row.audit_id)


def _follow_up(row: FollowedUp | None) -> FollowUp:
    if row is None:
        return FollowUp(owner=None, root_cause="", due_on=None, state="open", revision=0)
    plain = {name: getattr(row, name) for name in FollowUp.model_fields if name != "owner"}
    return FollowUp(**plain, owner=row.owner_id)


def _reply(row: StoredReply) -> Reply:
    return Reply(id=row.id, text=row.text, role=row.role, on=row.on)
