"""How is kept what carries a promise into the work, and what the work is for?"""

from __future__ import annotations

import uuid

from django.db import models

from northing.foundations.people.models import Organisation
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.clarify.theory_of_change.facts import Carries, Level

KINDS = [(kind.value, kind.value) for kind in Carries]
LEVELS = [(level.value, level.value) for level in Level]


class Practice(models.Model):
    """What carries a commitment into the work: a behaviour, a metric or a criterion of decisions.

    Purpose to Performance is the table of these; an empty cell of it is a hole, and is shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=KINDS)
    text = models.CharField(max_length=500)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)


class PurposeLine(models.Model):
    """One line of Why, How and What. What serves a how, how serves a why: `serves` says which.

    A why stands for itself or names the commitment that carries it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    level = models.CharField(max_length=4, choices=LEVELS)
    text = models.CharField(max_length=500)
    serves = models.ForeignKey("self", models.RESTRICT, null=True, related_name="+")
    commitment = models.ForeignKey(Commitment, models.RESTRICT, null=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
