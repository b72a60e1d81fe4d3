"""How are people, organisations and what joins them kept?"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from northing.foundations.people.access import Role

IMPORTED = "@imported.invalid"
"""How addresses end that are nobody's: of who came with an archive and has not come themselves."""
ROLES = [(role.value, role.value) for role in Role]


class People(BaseUserManager["Person"]):
    """All who can sign in."""

    def create_user(self, email: str, password: str | None = None, **but: Any) -> Person:
        person = self.model(email=email.strip().lower(), **but)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who can sign in: the only place where a name and an address are kept.

    Whoever came with the archive of an organisation cannot sign in yet: `awaits` is the address
    whose bearer takes the membership over when they accept an invitation. From then on the row
    stays as `same_as` the account that did, for the trail names people by their ids.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    awaits = models.EmailField(blank=True, default="")
    same_as = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")

    objects = People()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="people_one_account_an_address"),
        ]

    def get_full_name(self) -> str:
        return self.name


class Organisation(models.Model):
    """One organisation, sealed from all others on the same installation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    is_example = models.BooleanField(default=False)
    asks_second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField()


class Unit(models.Model):
    """A part of an organisation; units form a tree."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "parent", "name"], name="people_one_unit_a_name"
            ),
            models.UniqueConstraint(  # a database takes two empty parents for different ones
                fields=["organisation", "name"],
                condition=Q(parent=None),
                name="people_one_top_unit_a_name",
            ),
        ]


class Member(models.Model):
    """A person in an organisation, with one role; a membership that ended stays as a row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, choices=ROLES)
    until = models.DateField(null=True)
    joined_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ended_at=None),
                name="people_one_membership_each",
            ),
        ]


class Invitation(models.Model):
    """A link that lets one person in, once. Without an organisation it founds one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=20, choices=ROLES)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+")
    until = models.DateField(null=True)
    token_sha256 = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="people_one_open_invitation_each",
            ),
        ]


class Token(models.Model):
    """A key by which a program acts for one member, within its scopes and until its last day.

    `scopes` are words of `tokens.SCOPES`. Of the secret a digest is kept, of its use the day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    scopes = models.JSONField(default=list)
    until = models.DateField()
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
