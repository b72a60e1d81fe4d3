"""What is there to hear of in tests, and how does time pass?"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.interfaces.notices.models import Message
from northing.interfaces.notices.ticking import tick
from northing.interfaces.worker.running import Worker
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.findings.models import FollowUp

A_DAY = timedelta(days=1)


def now():
    return timezone.now()


def make_audit(member, state="done", number=1, **but):
    kept = {"on": now().date(), "asked_at": now(), "done_at": now(), "state": state}
    return StoredAudit.objects.create(
        organisation=member.organisation, number=number, **(kept | but)
    )


def issue(audit):
    """Nothing of it changes afterwards: what belongs to it is made before."""
    StoredAudit.objects.filter(id=audit.id).update(issued_at=now())


def make_finding(owner, audit, days=3, **but):
    """A finding of the audit that this member answers for, due in so many days."""
    StoredFinding.objects.create(
        audit=audit, position=1, code="gap", severity="high", commitment="care", channel="money",
        statement="Less was spent on care than Chiara said.", content={},
    )  # fmt: skip
    return FollowUp.objects.create(
        organisation=owner.organisation, code="gap", commitment="care", channel="money",
        owner=owner, due_on=now().date() + days * A_DAY, **but,
    )  # fmt: skip


def delivered():
    """The worker works off what is ready; how many messages have which state."""
    Worker().work_off()
    return sorted(Message.objects.values_list("state", flat=True))


def told():
    """What became due is put off and delivered."""
    tick(now())
    return delivered()


def later():
    """The pauses of what waits are over."""
    DBTaskResult.objects.filter(status="READY").update(run_after=now() - A_DAY)
    return delivered()
