"""How is kept what people said of a record and a commitment?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation


class StoredCorrection(models.Model):
    """A person says that a record bears on a commitment, or that it does not.

    `record` is the name reports give it; `text` its words, so that the correction holds where the
    line has moved. Of two corrections of one pair the later holds; a withdrawn one holds no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    record = models.CharField(max_length=400)
    text = models.TextField()
    commitment = models.CharField(max_length=80)
    bears = models.BooleanField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organisation", "record"], name="diagnose_corrections_of")
        ]
