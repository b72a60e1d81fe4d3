"""How is kept how far somebody has come on a way, and what stood at its end?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.decide.ways_in.facts import Way

WAYS = [(one.value, one.value) for one in Way]


class WayIn(models.Model):
    """One walk along one way. `answers` holds each step's answers by its name.

    `result` is the page at the end as it was made; once there is one, nothing of it is altered:
    whoever wants it otherwise begins anew, with the answers of last time.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    way = models.CharField(max_length=12, choices=WAYS)
    answers = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "way"],
                condition=models.Q(finished_at=None),
                name="decide_one_open_walk_a_way",
            ),
        ]
