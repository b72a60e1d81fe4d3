"""How is a mission kept, with everything it was before?

A version is never altered once it is approved; what follows it is a new version.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation


class MissionVersion(models.Model):
    """The mission as it reads from one day on. `number` counts from 1 within an organisation.

    `approved_by` says in the organisation's words who approved it (a board, a meeting): bodies
    approve missions, and their members come and go. Empty while it is a draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=4_000)
    effective_from = models.DateField()
    approved_by = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)
    reason = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="clarify_one_version_a_number"
            ),
        ]


class Value(models.Model):
    """A value the organisation names, and how one would see it lived."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    meaning = models.TextField(max_length=1_000, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(ended_at=None),
                name="clarify_one_value_a_name",
            ),
        ]
