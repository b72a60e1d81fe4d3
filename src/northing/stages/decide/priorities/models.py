"""How are priorities kept, and the weights that several people give each for themselves?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member
from northing.stages.decide.studies.models import Study


class StoredPriorities(Study):
    """Options to be ranked, or projects to be placed between money and mission."""


class OwnWeights(models.Model):
    """What going all the way on each criterion is worth to one person, in points of any size.

    `swings` has the points by the criterion's id. Each gives theirs alone and may change them; a
    range over all who gave any is what counts.
    """

    id = models.BigAutoField(primary_key=True)
    study = models.ForeignKey(StoredPriorities, models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    swings = models.JSONField(default=dict)
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["study", "member"], name="decide_own_weights_once"),
        ]
