"""How are samples kept, who answers them, and everything anybody answered?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from northing.foundations.people.models import Member, Organisation
from northing.stages.diagnose.verification.facts import AGREED, CODERS, Answer

ANSWERS = [(answer.value, answer.value) for answer in Answer]
SEATS = [(coder, coder) for coder in CODERS]
WHO = [(coder, coder) for coder in (*CODERS, AGREED)]


class StoredSample(models.Model):
    """A drawing from one audit. `content` is the sample as the case's `verification/*.json` has it.

    `name` is the sample's own id. The drawing can be repeated from it by anybody. `plan` says how
    precise which size would be, `progress` what the answers so far say of the figures, and of how
    many answers it says that.
    """

    class State(models.TextChoices):
        PLANNING = "planning"  # a job works out how precise which size would be
        PLANNED = "planned"  # a person says how many
        DRAWING = "drawing"  # a job draws
        OPEN = "open"
        CLOSED = "closed"  # answers stand as they are
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    audit = models.ForeignKey("diagnose.StoredAudit", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    size = models.PositiveIntegerField(default=0)
    seed = models.PositiveBigIntegerField(default=0)
    coders = models.PositiveSmallIntegerField(default=1)
    plan = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNING)
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    drawn_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)


class StoredQuestion(models.Model):
    """One pair of a sample as people are shown it: without names, and without the machine's word.

    `coders` names who is asked: `A`, `B` or `AB`. `content` holds the texts as they were when the
    sample was drawn; an answer is given to these words and to no others.
    """

    id = models.BigAutoField(primary_key=True)
    sample = models.ForeignKey(StoredSample, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    coders = models.CharField(max_length=4)
    account = models.CharField(max_length=20)
    content = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sample", "number"], name="diagnose_one_question_each"),
        ]


class Seat(models.Model):
    """Who answers a sample as which coder. One person holds a seat; nobody ever holds both."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sample = models.ForeignKey(StoredSample, models.CASCADE, related_name="+")
    coder = models.CharField(max_length=8, choices=SEATS)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sample", "coder"],
                condition=Q(left_at=None),
                name="diagnose_one_person_a_seat",
            ),
        ]


class StoredLabel(models.Model):
    """One thing a coder did at a pair: an answer, or (without one) that it was taken back.

    Rows are only added. `id` is made where the answer is given, so that what is sent twice counts
    once. Of one coder and pair the row with the highest `turn` stands: in whatever order a slow
    line delivers them, the same answers remain. `coder` is A, B or the one under whose name two
    put down what they agreed on. `seal` is the place in the trail that holds the row fast.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sample = models.ForeignKey(StoredSample, models.CASCADE, related_name="+", db_index=False)
    pair = models.PositiveIntegerField()
    coder = models.CharField(max_length=8, choices=WHO)
    turn = models.PositiveBigIntegerField()
    answer = models.CharField(max_length=12, choices=ANSWERS, blank=True)
    note = models.TextField(max_length=2_000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    seal = models.PositiveBigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["sample", "coder", "turn"], name="diagnose_labels_in_turn"),
        ]
