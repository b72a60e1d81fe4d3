"""Who is there in tests of people? Amina owns, Bruno is asked in, Chiara is a stranger."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from northing.foundations.people import invitations
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Organisation, Person, Unit

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
PASSWORD = "a harbour in the morning"


def make_person(name: str = "Amina", **but: Any) -> Person:
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return Person.objects.create_user(**{"email": email, "password": PASSWORD, "name": name,
                                         "made_at": NOON} | but)  # fmt: skip


def make_organisation(name: str = "Harbour Health", owner: str = "Amina") -> Member:
    """An organisation by its owner's membership."""
    person = Person.objects.filter(name=owner).first() or make_person(owner)
    return invitations.found(invitations.invite_founder(at=NOON), name, person, at=NOON)


def make_unit(organisation: Organisation, name: str, parent: Unit | None = None) -> Unit:
    return Unit.objects.create(organisation=organisation, name=name, parent=parent)


def make_member(
    owner: Member,
    name: str,
    role: Role = Role.MEMBER,
    unit: Unit | None = None,
    until: date | None = None,
) -> Member:
    """Whoever is in, whatever the table would say of inviting them."""
    person = Person.objects.filter(name=name).first() or make_person(name)
    if role is Role.AUDITOR and until is None:
        until = date(2100, 1, 1)
    token = invitations.invite(person.email, Place(role, unit, until), by=owner, at=NOON)
    return invitations.accept(token, person, at=NOON)
