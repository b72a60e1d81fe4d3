"""How is it kept what a choice cost, what it gave, who pays, and whether they were told?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.decide.purpose_test.models import StoredDecision


class StoredTradeOff(models.Model):
    """What one decision gave up, and for what.

    `cost` is what serving the promise costs beside the best choice for money alone, below 0 where
    it even pays. `gave` holds points by commitment key, `words` says the same in a sentence.
    `is_taken` where the promise was chosen; `is_refused` where that meant to turn an opportunity
    of that worth down. `told_on` and `told_how` say when and how those who pay were told;
    `is_told` is empty where nobody knows.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="trade_offs")
    cost = models.DecimalField(max_digits=24, decimal_places=6)
    currency = models.CharField(max_length=3, blank=True)
    gave = models.JSONField(default=dict)
    words = models.TextField(max_length=2_000, blank=True)
    pays = models.JSONField(default=list)
    is_taken = models.BooleanField(default=True)
    is_refused = models.BooleanField(default=False)
    opportunity = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    is_told = models.BooleanField(null=True)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision"], name="decide_one_trade_off_a_decision"),
        ]
