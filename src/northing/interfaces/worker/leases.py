"""Which worker holds a job, for how long, and what becomes of one whose worker fell silent?

The clock is the database's: workers on several machines need not agree on the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from northing.interfaces.worker.models import Lease

PATIENCE_SECONDS = 0.5
AHEAD = timedelta(seconds=2)


class LostLease(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The job is no longer this worker's: whatever is not committed must not be."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One worker's hold on one job."""

    job: UUID
    worker: str
    attempt: int


def take(worker: str) -> Hold | None:
    """Hold the next job that is ready, or None. Of two workers, one gets it."""
    if not _ready().exists():  # a look costs nothing; holding the pen of SQLite would
        return None
    with transaction.atomic():
        job = _ready().get_locked()
        if job is None:
            return None
        job.claim(worker)
        lease, _ = Lease.objects.get_or_create(job=job, defaults={"beat_at": Now()})
        attempt = lease.attempt + 1
        Lease.objects.filter(job=job).update(attempt=attempt, worker=worker, beat_at=Now())
    return Hold(job.id, worker, attempt)


def renew(hold: Hold) -> bool:
    """Say that the worker is alive; False where the job is another's by now."""
    return bool(_of(hold).update(beat_at=Now()))


def guard(hold: Hold) -> None:
    """Until this transaction ends nobody takes the job over. Raises LostLease if somebody did."""
    if not connection.in_atomic_block:
        raise RuntimeError("A guard holds until its transaction ends: open one around it.")
    if not _of(hold).select_for_update().exists():
        raise LostLease


def finish(hold: Hold) -> None:
    """The job is done, as soon as this transaction commits."""
    with _ended(hold) as job:
        job.set_successful(None)


def fail(hold: Hold, error: BaseException) -> None:
    """The job ends with an error, as soon as this transaction commits."""
    with _ended(hold) as job:
        job.set_failed(error)


def release(hold: Hold) -> None:
    """Put the job back, to be begun again: its worker has to stop, and that is nobody's fault."""
    with transaction.atomic():
        guard(hold)
        _put_back(hold.job)


def reclaim(worker: str, lasts: timedelta, *, most: int) -> list[Hold]:
    """Put back the jobs whose workers fell silent that long ago.

    Those that lost `most` workers are returned instead, held by `worker`: it is to end them.
    """
    _bring_back_to_now()
    if not _silent(lasts).exists():
        return []
    began = monotonic()
    with transaction.atomic():
        # Whoever waited for the pen lets the worker that held it beat first.
        if monotonic() - began > PATIENCE_SECONDS:
            return []
        rows = list(_silent(lasts).select_for_update(skip_locked=True, of=("self",)))
        held = [_taken_from(row, worker, is_last=row.lost + 1 >= most) for row in rows]
    return [hold for hold in held if hold]


def _bring_back_to_now() -> None:
    """A beat that is yet to come was written before the clock was set back. Whoever lives beats
    again at once; who is dead is silent from now on, and not only once that hour has come again."""
    ahead = Lease.objects.filter(beat_at__gt=Now() + AHEAD)
    if ahead.exists():
        ahead.update(beat_at=Now())


def forget(kept: timedelta) -> int:
    """How many jobs that ended longer ago were forgotten. What they did is in their own rows."""
    return int(DBTaskResult.objects.finished().filter(finished_at__lt=Now() - kept).delete()[0])


def job_of(hold: Hold) -> DBTaskResult[Any, Any]:
    return DBTaskResult.objects.get(id=hold.job)


def is_finished(hold: Hold) -> bool:
    return bool(DBTaskResult.objects.successful().filter(id=hold.job).exists())


def _taken_from(silent: Lease, worker: str, *, is_last: bool) -> Hold | None:
    hold = Hold(silent.job_id, worker if is_last else "", silent.attempt + 1)
    Lease.objects.filter(job_id=hold.job).update(
        attempt=hold.attempt, worker=hold.worker, lost=silent.lost + 1, beat_at=Now()
    )
    if is_last:
        return hold
    _put_back(hold.job)
    return None


@contextmanager
def _ended(hold: Hold) -> Iterator[DBTaskResult[Any, Any]]:
    """With the lease goes the way back: an older hold finds nothing to guard."""
    with transaction.atomic():
        guard(hold)
        yield job_of(hold)
        _of(hold).delete()


def _put_back(job: UUID) -> None:
    DBTaskResult.objects.filter(id=job).update(status=TaskResultStatus.READY, started_at=None)


def _of(hold: Hold) -> QuerySet[Lease]:
    return Lease.objects.filter(job_id=hold.job, worker=hold.worker, attempt=hold.attempt)


def _silent(lasts: timedelta) -> QuerySet[Lease]:
    return Lease.objects.filter(
        job__status=TaskResultStatus.RUNNING, beat_at__lt=Now() - lasts
    ).order_by("job_id")


def _ready() -> Any:
    """The queue's own question: rows that may be begun now, the most urgent first."""
    return DBTaskResult.objects.ready()
