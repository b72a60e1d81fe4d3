"""How are samples and the answers people gave kept?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.diagnose.verification.facts import AGREED, CODERS, Answer

ANSWERS = [(answer.value, answer.value) for answer in Answer]
WHO = [(coder, coder) for coder in (*CODERS, AGREED)]


class StoredSample(models.Model):
    """A drawing from one audit. `content` is the sample as the case's `verification/*.json` has it.

    `name` is the sample's own id. The drawing can be repeated from it by anybody.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    audit = models.ForeignKey("diagnose.StoredAudit", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    seed = models.PositiveBigIntegerField()
    content = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default="drawing")
    reason = models.TextField(blank=True)
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)


class StoredLabel(models.Model):
    """What one coder answered of one pair; the newest that was not taken back counts.

    `coder` is A, B or the one under whose name two put down what they agreed on; `person` who
    that was. Two coders of one pair are never the same person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sample = models.ForeignKey(StoredSample, models.CASCADE, related_name="+")
    pair = models.PositiveIntegerField()
    coder = models.CharField(max_length=8, choices=WHO)
    answer = models.CharField(max_length=12, choices=ANSWERS)
    note = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sample", "pair", "coder"], name="diagnose_one_label_each"
            ),
        ]
