"""What is kept of one person, and how is it forgotten?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from northing.foundations.people import refusals, store
from northing.foundations.people.access import Role
from northing.foundations.people.models import Invitation, Member, Organisation, Person, Token
from northing.foundations.people.refusals import Refused
from northing.foundations.trail import actions as trail
from northing.foundations.trail.facts import Event


def kept_of(person: Person) -> dict[str, Any]:
    """Everything this installation holds of the person, as plain values."""
    members = Member.objects.filter(person=person).select_related("organisation", "unit")
    return {
        "id": str(person.id),
        "name": person.name,
        "email": person.email,
        "account_made_at": person.made_at.isoformat(),
        "last_signed_in_at": person.last_login.isoformat() if person.last_login else None,
        "memberships": [_membership(one) for one in members.order_by("joined_at", "id")],
        "invitations": [
            {"organisation": str(one.organisation_id), "role": one.role}
            for one in _invitations(person).order_by("sent_at", "id")
        ],
        "tokens": [
            {"name": one.name, "scopes": one.scopes, "until": one.until.isoformat()}
            for one in Token.objects.filter(member__person=person).order_by("made_at", "id")
        ],
        "in_the_trail": "Events name you by the id above alone; erasing your data forgets who that "
        "was, and the trail stays whole.",
    }


def erase(person: Person, *, at: datetime) -> None:
    """Forget the person: account, memberships, invitations, and what the trail's seals hid.

    Where something they did has to stay (a reply that was printed, a reviewer's opinion), a row
    stays in its place that names nobody: a role that ended, no name, no address.
    Raises Refused where an organisation would be left without an owner.
    """
    with transaction.atomic():
        owned = Member.objects.filter(person=person, role=Role.OWNER, ended_at=None)
        for member in owned.select_related("organisation").order_by("organisation_id"):
            Organisation.objects.select_for_update().get(id=member.organisation_id)
            if not store.owners_beside(member):
                raise Refused(refusals.LAST_OWNER)
        trail.append(Event(trail.INSTALLATION, "person erased", at, person.id, person.id))
        forget(person, at)


def forget(person: Person, at: datetime) -> None:
    """The rows and seals alone, within a transaction: who may ask for it is seen to elsewhere."""
    invitations = _invitations(person)
    for invitation in invitations:
        trail.erase(invitation.id)
    invitations.delete()
    trail.erase(person.id)
    Token.objects.filter(member__person=person).delete()
    for member in Member.objects.filter(person=person):
        _remove_or_end(member, at)
    _leave_to_nobody(Member.objects.filter(person=person), at)
    person.delete()


def _remove_or_end(member: Member, at: datetime) -> None:
    try:
        with transaction.atomic():
            member.delete()
    except ProtectedError:
        Member.objects.filter(id=member.id, ended_at=None).update(ended_at=at)


def _leave_to_nobody(members: QuerySet[Member], at: datetime) -> None:
    """Memberships that have to stay belong to an account that is nobody's and opens nothing."""
    if members.exists():
        address = f"{uuid4()}@erased.invalid"
        nobody = Person.objects.create_user(address, None, name="", is_active=False, made_at=at)
        members.update(person=nobody)


def _invitations(person: Person) -> Any:
    return Invitation.objects.filter(email__iexact=person.email).exclude(email="")


def _membership(member: Member) -> dict[str, Any]:
    return {
        "organisation": member.organisation.name,
        "role": member.role,
        "unit": member.unit.name if member.unit else None,
        "until": member.until.isoformat() if member.until else None,
        "joined_at": member.joined_at.isoformat(),
        "ended_at": member.ended_at.isoformat() if member.ended_at else None,
    }
