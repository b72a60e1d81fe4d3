"""How does a job that comes to nothing end, and what is whoever waits for it told?"""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.utils.translation import gettext_noop
from django_tasks_db.models import DBTaskResult

from northing.interfaces.worker import leases
from northing.interfaces.worker.leases import Hold
from northing.interfaces.worker.limits import FULL_DISK, NO_ROOM
from northing.interfaces.worker.queue import Job, Unable

log = logging.getLogger(__name__)
UNEXPECTED = gettext_noop(
    "The work ended with an error that nobody foresaw. Try again; if it ends so again, whoever "
    "runs the installation finds the reason in its log."
)
BROKEN_OFF = gettext_noop(
    "The work was begun several times and broken off each time: the worker or the database was "
    "gone. It may need more memory than the machine has."
)
GONE = gettext_noop("This installation does not know this kind of work: it was put off by another.")


def named_job(row: DBTaskResult[Any, Any]) -> Job[...]:
    """The job a row of the queue names. Raises Unable where it names none of ours."""
    try:
        found = row.task
    except (ImportError, SuspiciousOperation) as error:
        raise Unable(GONE) from error
    if not isinstance(found, Job):
        raise Unable(GONE)
    return found


def fail(hold: Hold, error: Exception) -> None:
    """End the job and tell its `failed`, in one transaction. Raises LostLease."""
    sentence = str(error) if isinstance(error, Unable) else UNEXPECTED
    if is_for_want_of_room(error):
        sentence = NO_ROOM
    with transaction.atomic():
        row = leases.job_of(hold)
        leases.fail(hold, error)
        try:
            with transaction.atomic():
                _tell(row, sentence)
        except Exception:
            log.exception("Nobody could be told that job %s failed.", hold.job)


def is_for_want_of_room(error: Exception) -> bool:
    """Files and databases say it each in their own way; what they have in common is the words."""
    return any(sign in str(error) for sign in FULL_DISK)


def _tell(row: DBTaskResult[Any, Any], sentence: str) -> None:
    tell = named_job(row).failed
    if tell:
        given = row.args_kwargs
        tell(*given["args"], sentence, **given["kwargs"])
