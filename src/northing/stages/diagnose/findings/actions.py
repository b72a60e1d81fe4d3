"""How is a finding taken up and answered?

Nothing here touches a finding: what people do about it stands beside it. There is no way to close
one; only a later audit that no longer finds it does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.foundations.trail.rules.chain import digest_of
from northing.stages.diagnose.findings import store
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.findings.models import FollowUp, StoredReply

State = FollowUp.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who answers for a finding, why it came about, until when, and how far that is."""

    owner: Member | None = None
    root_cause: str = ""
    due_on: date | None = None
    state: str = State.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the organisation says to a finding, and in which role somebody says it.

    The same `ticket` twice makes one reply.
    """

    text: str
    role: str
    ticket: UUID | None = None


def follow(thread: Thread, plan: Plan, *, by: Member, at: datetime, seen: int) -> FollowUp:
    """Take a finding up, or change what is planned for it.

    `seen` is the revision the writer looked at, 0 where nobody had taken it up: where another
    changed it meanwhile, nothing is overwritten.
    """
    if not allows(Role(by.role), Action.FINDINGS, Wish.CHANGE):
        raise NotAllowed
    with transaction.atomic():
        before = _held(by.organisation, thread)
        if (before.revision if before else 0) != seen:
            rows = [before.id] if before else []
            raise Refused(refusals.CHANGED_MEANWHILE, rows=rows)
        _check(plan, before, by=by, on=at.date())
        row = before or _new(by.organisation, thread)
        for name in ("owner", "root_cause", "due_on", "state"):
            setattr(row, name, getattr(plan, name))
        row.revision = seen + 1
        row.save()
        _leave_trail("finding followed up", row, by, at, _plan_told(plan))
    return row


def reply(thread: Thread, answer: Answer, *, by: Member, at: datetime) -> StoredReply:
    """Answer a finding. A reply is added and never altered; the next report prints it."""
    with transaction.atomic():
        found = _held(by.organisation, thread)
        if not can_reply(by, found):
            raise NotAllowed
        if found is None:
            found = _new(by.organisation, thread)
            found.save()
        ticket = answer.ticket or uuid4()
        there = StoredReply.objects.filter(id=ticket).first()
        if there:
            return _same(there, found, by)
        made = StoredReply.objects.create(
            id=ticket,
            follow_up=found,
            text=answer.text,
            role=answer.role,
            on=at.date(),
            made_at=at,
            made_by=by,
        )
        FollowUp.objects.filter(id=found.id, state=State.OPEN).update(
            state=State.ANSWERED, revision=found.revision + 1
        )
        _leave_trail("finding answered", found, by, at, {"reply": digest_of(answer.text)})
    return made


def can_reply(member: Member, found: FollowUp | None) -> bool:
    """Whoever the table lets, and whoever answers for this very finding."""
    if allows(Role(member.role), Action.FINDINGS, Wish.CHANGE):
        return True
    return found is not None and found.owner_id == member.id


def _held(organisation: Organisation, thread: Thread) -> FollowUp | None:
    """Two who take one finding up at once: the second waits, and sees what the first made."""
    Organisation.objects.select_for_update().get(id=organisation.id)
    return store.follow_up(organisation, thread)


def _new(organisation: Organisation, thread: Thread) -> FollowUp:
    return FollowUp(
        organisation=organisation,
        code=thread.code,
        commitment=thread.commitment,
        channel=thread.channel,
    )


def _check(plan: Plan, before: FollowUp | None, *, by: Member, on: date) -> None:
    known = before.owner_id if before else None
    owner = plan.owner
    if owner and owner.id != known and owner not in store.may_own(by.organisation, on=on):
        raise NotAllowed
    is_moved = plan.due_on != (before.due_on if before else None)
    if plan.due_on and is_moved and plan.due_on < on:
        raise Refused(refusals.END_IS_PAST, field="due_on")


def _same(there: StoredReply, found: FollowUp, by: Member) -> StoredReply:
    if there.follow_up_id != found.id or there.made_by_id != by.id:
        raise NotAllowed
    return there


def _plan_told(plan: Plan) -> dict[str, Detail]:
    return {
        "state": str(plan.state),
        "owner": str(plan.owner.id) if plan.owner else None,
        "due on": plan.due_on.isoformat() if plan.due_on else None,
        "cause given": bool(plan.root_cause),
    }


def _leave_trail(
    verb: str, row: FollowUp, by: Member, at: datetime, details: dict[str, Detail]
) -> None:
    told: dict[str, Detail] = {
        "code": row.code,
        "commitment": row.commitment,
        "channel": row.channel,
    }
    append(Event(row.organisation_id, verb, at, by.person_id, row.id, details=told | details))
