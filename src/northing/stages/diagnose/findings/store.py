"""Which findings are followed, by whom, and what was answered to them?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people import store as people
from northing.foundations.people.access import Role
from northing.foundations.people.models import Member, Organisation, Person
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.findings.models import FollowUp, StoredReply


def replies(organisation: Organisation) -> list[StoredReply]:
    """All that was ever answered, in the order in which it was: what the next audit prints."""
    rows = StoredReply.objects.filter(follow_up__organisation=organisation)
    return list(rows.select_related("follow_up").order_by("on", "made_at", "id"))


def replies_to(found: FollowUp | None) -> list[StoredReply]:
    """What was answered to one finding, the first first."""
    rows = StoredReply.objects.filter(follow_up=found) if found else StoredReply.objects.none()
    return list(rows.order_by("made_at", "id"))


def replies_of(person: Person) -> QuerySet[StoredReply]:
    """All that a person ever answered to findings, in any organisation, the first first."""
    rows = StoredReply.objects.filter(made_by__person=person).select_related("follow_up")
    return rows.order_by("made_at", "id")


def replies_by_thread(
    organisation: Organisation, threads: Iterable[Thread]
) -> dict[Thread, list[StoredReply]]:
    """What was answered to each of these findings; nothing where nobody answered."""
    found: dict[Thread, list[StoredReply]] = {one: [] for one in threads}
    for reply in replies(organisation):
        found.get(thread_of(reply.follow_up), []).append(reply)
    return found


def follow_up(organisation: Organisation, thread: Thread) -> FollowUp | None:
    """What is done about it; None where nobody has taken it up."""
    rows = _all(organisation).filter(
        code=thread.code, commitment=thread.commitment, channel=thread.channel
    )
    return rows.first()


def follow_ups(organisation: Organisation) -> dict[Thread, FollowUp]:
    """All that was taken up, by what it is about."""
    return {thread_of(one): one for one in _all(organisation).order_by("code", "id")}


def owned_by(member: Member) -> list[FollowUp]:
    """What this member answers for, the first due first; what has no day comes last."""
    rows = _all(member.organisation).filter(owner=member)
    return sorted(rows, key=lambda one: (one.due_on is None, one.due_on or date.max, one.code))


def thread_of(row: FollowUp) -> Thread:
    return Thread(row.code, row.commitment, row.channel)


def may_own(organisation: Organisation, *, on: date) -> QuerySet[Member]:
    """Who may answer for a finding: every member but those who look from outside."""
    rows = people.in_force(on).filter(organisation=organisation).exclude(role=Role.AUDITOR)
    return rows.order_by("person__name", "id")


def is_replied(ticket: UUID) -> bool:
    """Whether the reply of this form is there already: a double click makes one."""
    return StoredReply.objects.filter(id=ticket).exists()


def _all(organisation: Organisation) -> QuerySet[FollowUp]:
    rows = FollowUp.objects.filter(organisation=organisation)
    return rows.select_related("owner__person")
