"""How is an audit kept: what it was asked, how far it is, what it found, and what it is bound to?

The reports lie in files whose digests stand here; what pages ask for often stands in rows.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.diagnose.linking.facts import Origin

ORIGINS = [(origin.value, origin.value) for origin in Origin]


class PublicationRule(models.Model):
    """What is published of an audit, fixed before anybody knows what it will find.

    The newest rule that is older than an audit binds it. It can widen who reads; it cannot name
    findings to leave out: every finding of an issued audit is shown, favourable or not.
    """

    class Readers(models.TextChoices):
        MEMBERS = "members"
        PUBLIC = "public"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    readers = models.CharField(max_length=8, choices=Readers.choices)
    days = models.PositiveIntegerField()
    text = models.TextField(max_length=2_000, blank=True)
    fixed_at = models.DateTimeField()
    fixed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")


class StoredAudit(models.Model):
    """A dated, reproducible run over the organisation's case.

    `wish` holds what was asked for: channels and commitments (empty: all), seed, whether meaning
    is used. `summary` holds what lists show. `files` maps a report's name to its digest. An issued
    audit is frozen: neither it nor its findings are removed or altered; replies are added.
    `trail_sequence` and `trail_digest` are the head of the trail when its reports were written.
    One that is set aside stays in the list with its reason, and its rule still issues it.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    on = models.DateField()
    wish = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices)
    progress = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    summary = models.JSONField(default=dict)
    files = models.JSONField(default=dict)
    trail_sequence = models.PositiveBigIntegerField(null=True)
    trail_digest = models.CharField(max_length=64, blank=True)
    rule = models.ForeignKey(PublicationRule, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    set_aside_reason = models.TextField(max_length=2_000, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="diagnose_one_audit_a_number"
            ),
        ]


class StoredLink(models.Model):
    """Which record an audit tied to which commitment, and who or what made the link."""

    id = models.BigAutoField(primary_key=True)
    audit = models.ForeignKey(StoredAudit, models.CASCADE, related_name="+", db_index=False)
    record = models.CharField(max_length=400)
    commitment = models.CharField(max_length=80)
    channel = models.CharField(max_length=20)
    origin = models.CharField(max_length=8, choices=ORIGINS)
    is_linked = models.BooleanField()
    share = models.FloatField(default=1)
    stance = models.CharField(max_length=12, blank=True)
    match_score = models.FloatField(null=True)
    words = models.CharField(max_length=400, blank=True)
    nearest = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["audit", "record"], name="diagnose_links_of_record"),
            models.Index(
                fields=["audit", "commitment", "channel", "id"], name="diagnose_links_of_promise"
            ),
        ]


class Opinion(models.Model):
    """What an independent reviewer says of an issued audit, as with accounts. Never altered."""

    class Kind(models.TextChoices):
        CLEAN = "clean"
        QUALIFIED = "qualified"
        ADVERSE = "adverse"
        NONE = "no opinion can be given"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    audit = models.ForeignKey(StoredAudit, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    text = models.TextField(max_length=8_000)
    given_at = models.DateTimeField()


class StoredFinding(models.Model):
    """A finding of one audit. `content` is the finding as `audit.json` has it; it never changes.

    `thread` ties it to the same finding of other audits: the code, commitment and channel.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    audit = models.ForeignKey(StoredAudit, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=80)
    severity = models.CharField(max_length=8)
    commitment = models.CharField(max_length=80, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    statement = models.TextField()
    content = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["audit", "position"], name="diagnose_one_finding_a_place"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["audit", "code"], name="diagnose_findings_by_code")
        ]
