"""Whom does a provider's word let in?

Strict, for whoever is let in reads what others wrote in confidence: a provider speaks for
addresses of its own domains alone, an address it has not verified is none, and nobody comes in who
was not asked in by a member.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from northing.foundations.people import invitations, refusals, store
from northing.foundations.people.models import Person
from northing.foundations.people.refusals import Refused
from northing.foundations.trail.actions import INSTALLATION, append
from northing.foundations.trail.facts import Event


@dataclass(frozen=True, slots=True)
class Voucher:
    """What a provider says of somebody, and how far it may speak.

    `organisations` are those it lets people into; empty for all of the installation.
    """

    email: str
    is_verified: bool
    name: str
    domains: frozenset[str]
    organisations: frozenset[UUID]


def admit(voucher: Voucher, *, at: datetime) -> Person:
    """A member, or somebody with an open invitation, who then becomes one. Raises Refused.

    Whoever had a password here until now loses it: it may have been set by another, before the
    address was shown to be theirs.
    """
    email = _checked(voucher)
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(email=email).first()
        is_member = person is not None and store.is_member_of_any(
            person, voucher.organisations, on=at.date()
        )
        invited = store.open_invitations_to(email, voucher.organisations, at=at)
        if not is_member and not invited:
            raise Refused(refusals.NOT_ASKED_IN)
        if person is None:
            person = invitations.make_account(email, voucher.name or email, None, at=at)
        else:
            _forget_password(person, at)
        for one in [] if is_member else invited:
            invitations.accept_vouched(one, person, at=at)
    return person


def _checked(voucher: Voucher) -> str:
    """The address as it is kept here: in lower case, which only ASCII has without a doubt."""
    email = voucher.email.lower()
    if not (voucher.is_verified and voucher.email.isascii() and email.count("@") == 1):
        raise Refused(refusals.NOT_VERIFIED)
    if email.rpartition("@")[2] not in voucher.domains:
        raise Refused(refusals.OTHER_DOMAIN)
    return email


def _forget_password(person: Person, at: datetime) -> None:
    if person.has_usable_password():
        person.set_unusable_password()
        person.save(update_fields=["password"])
        append(Event(INSTALLATION, "account: password forgotten", at, person.id, person.id))
