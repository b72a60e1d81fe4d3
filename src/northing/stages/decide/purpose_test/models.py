"""How is a decision kept, with its test, its conditions and every word said on it?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.decide.purpose_test.facts import Act, Result, Said, State

ACTS = [(act.value, act.value) for act in Act]
RESULTS = [(result.value, result.value) for result in Result]
SAID = [(said.value, said.value) for said in Said]
STATES = [(state.value, state.value) for state in State]


class About(models.Model):
    """What filters and backtests look at in any decision, tested or not.

    `amount` is in `currency`; `unit` is named in words, as records name it. `happened` says
    whether what was expected had come about when it was looked at again.
    """

    question = models.CharField(max_length=500)
    proposed = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=80, blank=True)
    amount = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    currency = models.CharField(max_length=3, blank=True)
    region = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    drafted_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    happened = models.BooleanField(null=True)
    is_in_minutes = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class StoredDecision(About):
    """A question with its options, the test of the one proposed, and where it stands.

    `number` counts from 1 within an organisation and never comes again. `result` and `grounds`
    are what the test came to when it was submitted: a promise made later does not alter them.
    `said` pairs each question a filter asks with the answer; `caught` tells which filters made
    the test due (`[{"filter": id, "name": text, "version": n}]`). `rounds` counts submissions:
    the signatures of the newest round count, those of earlier ones are kept. `is_overridden`
    marks for good what was accepted against the test or the signers. `overdue_told_on` is the day
    of review of which the trail says that it passed without one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    options = models.JSONField(default=list)
    affected = models.JSONField(default=list)
    evidence = models.TextField(max_length=4_000, blank=True)
    said = models.JSONField(default=list)
    success = models.CharField(max_length=500, blank=True)
    forecast = models.FloatField(null=True)
    review_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True)
    reviewed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    learned = models.TextField(max_length=4_000, blank=True)
    state = models.CharField(max_length=14, choices=STATES, default=State.DRAFT.value)
    result = models.CharField(max_length=20, choices=RESULTS, default=Result.CANNOT_TELL.value)
    grounds = models.JSONField(default=list)
    caught = models.JSONField(default=list)
    quorum = models.PositiveSmallIntegerField(default=1)
    agreement = models.FloatField(default=1.0)
    days = models.PositiveSmallIntegerField(default=14)
    due_on = models.DateField(null=True)
    submitted_at = models.DateTimeField(null=True)
    rounds = models.PositiveIntegerField(default=0)
    is_overridden = models.BooleanField(default=False)
    overdue_told_on = models.DateField(null=True)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="decide_one_decision_a_number"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "due_on"], name="decide_by_state"),
            models.Index(fields=["organisation", "review_on"], name="decide_by_review"),
        ]


class StoredAnswer(models.Model):
    """What a decision does to one commitment (its key), with the reason and the records of it."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="answers")
    commitment = models.CharField(max_length=80)
    advances = models.CharField(max_length=12, choices=SAID)
    compromises = models.CharField(max_length=12, choices=SAID)
    reason = models.TextField(max_length=2_000, blank=True)
    records = models.JSONField(default=list)
    condition = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "commitment"], name="decide_one_answer_a_commitment"
            ),
        ]


class StoredCondition(models.Model):
    """What has to be done for a decision to stand, by whom and by when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="conditions")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=500)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    due_on = models.DateField()
    met_on = models.DateField(null=True)
    met_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    told = models.TextField(max_length=2_000, blank=True)


class StoredSigner(models.Model):
    """Somebody whose word is asked for."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="signers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "member"], name="decide_one_signer_a_decision"
            ),
        ]


class StoredSignature(models.Model):
    """One word on a decision: agreed, objected, changes asked, rejected or overridden.

    Rows are only added. `by` gave the word, `stands_for` is whose it is: the same person, or who
    delegated to them. Objections are the rows that are no agreement, of every round.
    """

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(StoredDecision, models.PROTECT, related_name="signatures")
    round = models.PositiveIntegerField()
    stands_for = models.ForeignKey(Member, models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    act = models.CharField(max_length=16, choices=ACTS)
    reason = models.TextField(max_length=2_000, blank=True)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "round", "stands_for"],
                condition=models.Q(act__in=[Act.AGREE.value, Act.OBJECT.value]),
                name="decide_one_word_a_round",
            ),
        ]


class StoredDelegate(models.Model):
    """Who signs in somebody's place, in one round."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="delegates")
    round = models.PositiveIntegerField()
    signer = models.ForeignKey(Member, models.PROTECT, related_name="+")
    to = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "round", "signer"], name="decide_one_delegate_a_round"
            ),
        ]


class StoredFilter(models.Model):
    """When a test is due, who signs, and by which rules; as it reads now.

    Empty lists hold for everything. `version` counts the wordings: a `FilterVersion` is kept of
    each. It is off until somebody switches it on, and holds no more after `until`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    kinds = models.JSONField(default=list)
    least = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    regions = models.JSONField(default=list)
    units = models.JSONField(default=list)
    questions = models.JSONField(default=list)
    quorum = models.PositiveSmallIntegerField(default=1)
    agreement = models.FloatField(default=1.0)
    days = models.PositiveSmallIntegerField(default=14)
    asks_forecast = models.BooleanField(default=False)
    is_on = models.BooleanField(default=False)
    until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="decide_one_filter_a_name"
            ),
        ]


class FilterSigner(models.Model):
    """Somebody whom a filter asks to sign."""

    id = models.BigAutoField(primary_key=True)
    filter = models.ForeignKey(StoredFilter, models.CASCADE, related_name="signers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["filter", "member"], name="decide_one_signer_a_filter"),
        ]


class FilterVersion(models.Model):
    """How a filter read from some time on; added, never altered."""

    id = models.BigAutoField(primary_key=True)
    filter = models.ForeignKey(StoredFilter, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["filter", "number"], name="decide_one_version_a_number"
            ),
        ]


class StoredAppeal(models.Model):
    """Somebody held a block to be wrong; somebody else looks, and says whether it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(StoredDecision, models.CASCADE, related_name="appeals")
    reason = models.TextField(max_length=2_000)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    upheld = models.BooleanField(null=True)
    judgement = models.TextField(max_length=2_000, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")


class PastDecision(About):
    """A decision taken without a test: for the share that was tested, and for backtests.

    `is_logged` where it stood in a register, `is_in_minutes` where minutes name it. `answers`
    says of commitments what the facts' `Answer` says, as far as people know it now.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    answers = models.JSONField(default=list)
    is_logged = models.BooleanField(default=True)
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
