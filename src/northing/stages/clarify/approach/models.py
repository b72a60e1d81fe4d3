"""How is kept what was said of how to begin, and everything it was before?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.clarify.approach.facts import Approach

APPROACHES = [(one.value, one.value) for one in Approach]


class ApproachStatement(models.Model):
    """The answers of one day, and the approach that was chosen on them. Never altered.

    `replies` lists question, answer and evidence. `chosen` may be another approach than the one
    the answers speak for, or empty where nothing is decided yet; `reason` says why.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    replies = models.JSONField(default=list)
    chosen = models.CharField(max_length=12, choices=APPROACHES, blank=True)
    reason = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="clarify_one_statement_a_number"
            ),
        ]
