"""When was a worker last heard of, be it busy or not?

A worker that runs a job renews its lease; one that waits for work says here that it is there.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Max
from django.db.models.functions import Now

from northing.interfaces.worker.models import Lease, Presence

FORGOTTEN_AFTER = timedelta(days=1)
AHEAD = timedelta(seconds=2)


def say(worker: str) -> None:
    """The worker is there. Those not heard of for a day are forgotten."""
    Presence.objects.filter(beat_at__lt=Now() - FORGOTTEN_AFTER).delete()
    Presence.objects.update_or_create(worker=worker, defaults={"beat_at": Now()})


def leave(worker: str) -> None:
    Presence.objects.filter(worker=worker).delete()


def last_heard() -> datetime | None:
    """The latest sign of life of any worker; None where there was none for a day.

    One that is yet to come was written before the clock was set back, and says nothing of now.
    """
    tables = (Presence.objects, Lease.objects)
    past = [table.filter(beat_at__lte=Now() + AHEAD) for table in tables]
    signs = [rows.aggregate(Max("beat_at"))["beat_at__max"] for rows in past]
    return max((one for one in signs if one), default=None)
