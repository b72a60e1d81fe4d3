"""How is an import kept: the file, how it is to be read, and what became of it?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from northing.foundations.people.models import Member, Organisation
from northing.stages.records.ledger.models import CHANNELS


class Import(models.Model):
    """One file an organisation handed in.

    `path` is its place in the organisation's case, as evidence names it (`budget.csv:14`); it
    stays its own even when the import is undone. `plan` is the `[[source]]` of the case that
    reads it (see `case_file.SourcePart`); `account` what reading gave: columns chosen, counts,
    refusals with place and remedy, notes. `progress` is how far a running job is.
    """

    class State(models.TextChoices):
        LOOKING = "looking"  # a job finds out what is in it
        READY = "ready"  # a person looks at the preview and says how to read it
        READING = "reading"  # a job makes its rows records
        DONE = "done"
        REFUSED = "refused"  # it cannot be read; the reason stands in `reason`
        UNDONE = "undone"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=20, choices=CHANNELS, blank=True)
    name = models.CharField(max_length=255)
    path = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()
    plan = models.JSONField(default=dict)
    account = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.TextField(blank=True)
    received_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "path"], name="records_one_import_a_path"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-made_at"], name="records_newest_imports")
        ]

    @property
    def is_read(self) -> bool:
        return self.state == self.State.DONE


class Mapping(models.Model):
    """How files of this shape were read last time, so that next month nobody has to say it again.

    `shape` is the fingerprint of the columns' names.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    shape = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    channel = models.CharField(max_length=20, choices=CHANNELS)
    plan = models.JSONField(default=dict)
    used_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "shape"], name="records_one_mapping_a_shape"
            ),
        ]


class StoredUsage(models.Model):
    """How an organisation's records are read, whichever file they stand in (see `facts.Usage`).

    The only place where names are kept that no report may say. Members are not among them: who
    they are is asked when a case is written.
    """

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="+"
    )
    names = models.JSONField(default=list)
    hides_members = models.BooleanField(default=False)
    fiscal_year_starts = models.PositiveSmallIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    language = models.CharField(max_length=7, default="en")
    said_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
