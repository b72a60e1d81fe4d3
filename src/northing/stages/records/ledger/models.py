"""How are records kept, those that files hold and those that people typed in?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.records.ledger.facts import Channel, Stance

CHANNELS = [(channel.value, channel.value) for channel in Channel]
STANCES = [(stance.value, stance.value) for stance in Stance]


class TypedRecord(models.Model):
    """A record somebody typed in: what was done, what it did for a commitment, on what evidence.

    `number` counts from 1 within an organisation and never comes again: it is the line of the
    file that the case keeps of them, so that evidence still points where it pointed.
    `commitment` is the key of the promise it bears on, where it bears on one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    channel = models.CharField(max_length=20, choices=CHANNELS)
    text = models.TextField(max_length=2_000)
    amount = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    currency = models.CharField(max_length=3, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    effective_on = models.DateField()
    received_on = models.DateField()
    commitment = models.CharField(max_length=80, blank=True)
    stance = models.CharField(max_length=12, choices=STANCES, blank=True)
    evidence = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="records_one_typed_a_number"
            ),
        ]


class StoredRecord(models.Model):
    """One record of the organisation's case, as its file says it. Rows are only read and removed.

    `name` is the id that reports give it (`budget.csv:14`). The columns are those of the fact
    `Record`; `given` lists pairs of commitment and share, `place` holds sheet and line. `sought`
    is what a search looks through: the text, its heading, its unit and its file, letters folded.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", db_index=False)
    source = models.ForeignKey("records.Import", models.CASCADE, null=True, related_name="+")
    typed = models.ForeignKey(TypedRecord, models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=400)
    channel = models.CharField(max_length=20, choices=CHANNELS)
    text = models.TextField()
    amount = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    currency = models.CharField(max_length=3, blank=True)
    side = models.CharField(max_length=8)
    period = models.CharField(max_length=40, blank=True)
    effective_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    unit = models.CharField(max_length=200, blank=True)
    heading = models.CharField(max_length=500, blank=True)
    stance = models.CharField(max_length=12, choices=STANCES, blank=True)
    given = models.JSONField(default=list)
    audience = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=40, blank=True)
    sheet = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField(null=True)
    is_dated_to_day = models.BooleanField(default=False)
    sought = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="records_one_record_a_name"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "channel", "effective_on", "id"], name="records_by_channel"
            ),
            models.Index(fields=["organisation", "effective_on", "id"], name="records_by_day"),
            models.Index(fields=["organisation", "amount", "id"], name="records_by_amount"),
            models.Index(
                fields=["organisation", "unit", "effective_on", "id"], name="records_by_unit"
            ),
        ]
