"""What does somebody want to hear, what were they told, and what became of each message?"""

from __future__ import annotations

import uuid
from datetime import time
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Person
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm

CHANNELS = [(one.value, one.value) for one in Channel]
KINDS = [(one.value, one.value) for one in Kind]
RHYTHMS = [(one.value, one.value) for one in Rhythm]


class Wishes(models.Model):
    """What one member wants to hear, how and when; without a row, what the table says at first.

    `rhythms` holds what was said otherwise: by channel and kind. A channel in `ended` carries
    nothing, whatever else is said. `chat` is sealed; `service` names it for the page. What
    belongs to a membership belongs to its person too: with the person it is erased.
    """

    member = models.OneToOneField(Member, models.CASCADE, primary_key=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    language = models.CharField(max_length=7)
    zone = models.CharField(max_length=64)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    gathered_at = models.TimeField(default=time(7))
    weekday = models.PositiveSmallIntegerField(default=0)
    rhythms = models.JSONField(default=dict)
    ended = models.JSONField(default=list)
    chat = models.TextField(blank=True)
    service = models.CharField(max_length=20, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "notices_wishes"


class Message(models.Model):
    """One letter, or one note in a chat. `slot` is the gathering it belongs to, or its own.

    `id` is its Message-ID too, however often it is sent. Once an attempt began it is closed: what
    becomes due then goes into the next. `trouble` is a word of `troubles`.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        EMPTY = "empty"  # when its time came there was nothing left to say
        GIVEN_UP = "given up"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=4, choices=CHANNELS)
    slot = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    send_at = models.DateTimeField()
    is_closed = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_message"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["member", "channel", "slot"], name="notices_one_message_a_slot"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "send_at"], name="notices_in_turn"),
        ]


class Notice(models.Model):
    """That something is due is told to one member by one channel: once, for ever.

    `period` comes from what is due (its day, its state), never from the clock.
    """

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey(Message, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+", db_index=False)
    channel = models.CharField(max_length=4, choices=CHANNELS)
    kind = models.CharField(max_length=24, choices=KINDS)
    subject = models.UUIDField()
    period = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "notices_notice"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["member", "channel", "kind", "subject", "period"],
                name="notices_told_once",
            ),
        ]


class StoppedAddress(models.Model):
    """A mail server said for good that it knows no such address; its owner can say otherwise.

    Of the address a digest is kept: whoever has another one meanwhile is not stopped.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    address_sha256 = models.CharField(max_length=64)
    code = models.PositiveSmallIntegerField()
    stopped_at = models.DateTimeField()

    class Meta:
        db_table = "notices_stopped_address"


class Calendar(models.Model):
    """A secret address of one member's due days, until it is revoked. Its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_calendar"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["member"], condition=models.Q(revoked_at=None),
                name="notices_one_calendar_each",
            ),
        ]  # fmt: skip
