"""Whom is told of events, and what became of each message?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation


class Webhook(models.Model):
    """One address that is told of some kinds of events, in the order in which they happened.

    What happens is not copied for it: the trail holds every event in its place, `after` is the
    last place that was looked at. `is_queued` says that a job sends now or next; `next_at` is when
    it may at the earliest. Secrets are sealed (`sealing`); the one before holds until
    `before_until`.
    """

    class State(models.TextChoices):
        ON = "on"
        STOPPED = "stopped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=2_000)
    events = models.JSONField(default=list)
    secret = models.TextField()
    secret_before = models.TextField(blank=True)
    before_until = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ON)
    reason = models.CharField(max_length=40, blank=True)
    after = models.PositiveBigIntegerField(default=0)
    is_queued = models.BooleanField(default=False)
    next_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "webhooks_webhook"


class Delivery(models.Model):
    """One message to one address. `message` is its id for the receiver, however often it is sent.

    `sequence` is the place of its event in the trail; a message that only tries the address has
    none. Rows are worked off in the order of their ids.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        TAKEN = "taken"
        DEAD = "dead"

    id = models.BigAutoField(primary_key=True)
    message = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="+", db_index=False)
    sequence = models.PositiveBigIntegerField(null=True)
    event = models.CharField(max_length=40)
    body = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveIntegerField(default=0)
    status = models.PositiveIntegerField(null=True)
    failure = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhooks_delivery"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["webhook", "sequence"], name="webhooks_one_message_each"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["webhook", "state", "id"], name="webhooks_in_order"),
        ]
