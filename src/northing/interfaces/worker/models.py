"""Who runs which job, and when was that worker last heard of?"""

from __future__ import annotations

from django.db import models
from django_tasks_db.models import DBTaskResult


class Lease(models.Model):
    """The hold of one worker on one job. The queue itself knows no such thing.

    `attempt` only grows: whoever holds an older one has lost the job, whatever it believes.
    `lost` counts the workers that fell silent over this job.
    """

    job = models.OneToOneField(DBTaskResult, models.CASCADE, primary_key=True, related_name="+")
    worker = models.CharField(max_length=64)
    attempt = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "worker_lease"


class Presence(models.Model):
    """A worker that is there, and when it last said so."""

    worker = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        db_table = "worker_presence"
