"""What is kept of anything that was asked of a solver: the question, the answer, how far it is?"""

from __future__ import annotations

import uuid

from django.db import models

from northing.foundations.people.models import Member, Organisation


class Study(models.Model):
    """Something to be worked out, in the shape of the file the command line reads.

    `asked` is that file as JSON, whole: what stood in a table beside it is part of it. `digest`
    covers it and the seed. `result` is what was worked out, `{}` before; it belongs to `asked` as
    it stands, for whoever changes the question empties the answer. `revision` counts the changes.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    asked = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    seed = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    progress = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    set_aside_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
