"""How is a finding followed: who answers for it, what they say, and until when?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation


class FollowUp(models.Model):
    """What an organisation does about a finding, from audit to audit.

    It belongs to the finding's kind and place (code, commitment, channel), not to one audit: when
    the next audit finds it again it is the same follow-up; where it no longer does, that is the
    re-audit it waited for. There is no state *closed*: nobody can declare that a finding is gone.
    """

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        UNDER_WAY = "under way"
        TO_BE_AUDITED = "to be audited again"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    code = models.CharField(max_length=80)
    commitment = models.CharField(max_length=80, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    owner = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    root_cause = models.TextField(max_length=4_000, blank=True)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "code", "commitment", "channel"],
                name="diagnose_one_follow_up_each",
            ),
        ]


class StoredReply(models.Model):
    """What the organisation answers to a finding, in its own words; added, never altered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follow_up = models.ForeignKey(FollowUp, models.PROTECT, related_name="+")
    text = models.TextField(max_length=4_000)
    role = models.CharField(max_length=120)
    on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
