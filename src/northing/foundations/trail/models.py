"""How is a chain kept in a database?

Rows of `TrailEvent` are only ever added: triggers of the database refuse every other change.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class TrailEvent(models.Model):
    """One entry. Details and seals are kept as the very text that was hashed."""

    chain = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    actor = models.UUIDField(null=True)
    subject = models.UUIDField(null=True)
    grounds = models.TextField()
    details = models.TextField()
    sealed = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "trail_event"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="trail_one_place_each"),
        ]


class SealedValue(models.Model):
    """A personal value and its salt, beside the chain and not in it; may be erased."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.UUIDField(db_index=True)
    salt = models.BinaryField(max_length=32)
    value = models.TextField()

    class Meta:
        db_table = "trail_sealed_value"
