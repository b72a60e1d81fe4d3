"""How are commitments kept, and what became of each?"""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.clarify.commitments.facts import Change, Layer
from northing.stages.clarify.mission.models import MissionVersion

CHANGES = [(change.value, change.value) for change in Change]
LAYERS = [(layer.value, layer.value) for layer in Layer]


class Commitment(models.Model):
    """One testable promise as it reads now. `key` is its id in cases and reports: it stays.

    `living_it` and `breaking_it` are lists of sentences that people wrote. A commitment that was
    dropped stays as a row with the day it ended.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    text = models.TextField(max_length=2_000)
    layer = models.CharField(max_length=12, choices=LAYERS, blank=True)
    weight = models.DecimalField(max_digits=9, decimal_places=3, default=Decimal(1))
    guardrail = models.BooleanField(default=False)
    living_it = models.JSONField(default=list)
    breaking_it = models.JSONField(default=list)
    owner = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    position = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "key"], name="clarify_one_commitment_a_key"
            ),
        ]


class CommitmentChange(models.Model):
    """What a version of the mission did to one commitment: kept, narrowed, widened, dropped, new.

    People say which of these it was; the two texts stand beside it so that anybody can disagree.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="+")
    version = models.ForeignKey(MissionVersion, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=CHANGES)
    text_before = models.TextField(max_length=2_000, blank=True)
    text_after = models.TextField(max_length=2_000, blank=True)
    reason = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "version"], name="clarify_one_change_each"
            ),
        ]
