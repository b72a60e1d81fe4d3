"""Which people, units and invitations are there, as far as somebody may see them?"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Invitation, Member, Organisation, Person, Unit

Placed = TypeVar("Placed", Member, Invitation)


def member_of(person: Person, organisation: UUID, *, on: date) -> Member | None:
    """The membership in force on that day, or None: then the organisation does not exist."""
    return in_force(on).filter(person=person, organisation_id=organisation).first()


def memberships(person: Person, *, on: date) -> list[Member]:
    return list(in_force(on).filter(person=person).order_by("organisation__name", "id"))


def in_force(on: date) -> QuerySet[Member]:
    return Member.objects.filter(
        Q(until=None) | Q(until__gte=on), ended_at=None, person__is_active=True
    ).select_related("organisation", "person", "unit")


def awaited(organisation: Organisation, email: str) -> Member | None:
    """The membership that came with an archive and waits for the bearer of this address."""
    rows = Member.objects.filter(organisation=organisation, ended_at=None)
    return rows.filter(person__awaits=email.lower()).select_related("person").first()


def names_of_members(organisation: Organisation) -> list[str]:
    """Of all who belong to it, those who may look for a time too; whoever left is none of them."""
    rows = Member.objects.filter(organisation=organisation, ended_at=None)
    return sorted(set(rows.values_list("person__name", flat=True)))


def members_seen_by(member: Member) -> QuerySet[Member]:
    """All current members, or those of the own unit and below, or none: as the table says."""
    rows = Member.objects.filter(organisation=member.organisation, ended_at=None)
    return (
        _seen(rows, member).select_related("person", "unit").order_by("person__name", "person_id")
    )


def invitations_seen_by(member: Member) -> QuerySet[Invitation]:
    """Those neither accepted nor withdrawn; what expired is shown as expired."""
    rows = Invitation.objects.filter(
        organisation=member.organisation, accepted_at=None, withdrawn_at=None
    )
    return _seen(rows, member).select_related("unit").order_by("email", "id")


def units(organisation: Organisation) -> list[tuple[int, Unit]]:
    """The tree, read from its roots: each unit with its depth."""
    rows = list(Unit.objects.filter(organisation=organisation).order_by("name", "id"))
    below: dict[UUID | None, list[Unit]] = {}
    for unit in rows:
        below.setdefault(unit.parent_id, []).append(unit)
    found: list[tuple[int, Unit]] = []
    open_units = [(0, unit) for unit in reversed(below.get(None, []))]
    while open_units:
        depth, unit = open_units.pop()
        found.append((depth, unit))
        open_units += [(depth + 1, child) for child in reversed(below.get(unit.id, []))]
    return found


def own_units(member: Member) -> frozenset[UUID]:
    """The member's unit and all below it; nothing for who belongs to none."""
    return frozenset() if member.unit is None else units_below(member.unit)


def units_below(top: Unit) -> frozenset[UUID]:
    """The unit itself and all below it."""
    found: set[UUID] = set()
    depths = iter(units(top.organisation))
    for depth, unit in depths:
        if unit.id != top.id:
            continue
        found.add(unit.id)
        for deeper, child in depths:
            if deeper <= depth:
                break
            found.add(child.id)
    return frozenset(found)


def unit_of(organisation: Organisation, unit: UUID) -> Unit | None:
    return Unit.objects.filter(organisation=organisation, id=unit).first()


def is_own_unit(member: Member, unit: UUID | None) -> bool:
    return unit is not None and unit in own_units(member)


def open_invitation(token: str, *, at: datetime) -> Invitation | None:
    """The invitation this link opens, unless it was used, withdrawn or is too old."""
    return (
        Invitation.objects.filter(
            token_sha256=digest_of(token),
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=at,
        )
        .select_related("organisation", "unit")
        .first()
    )


def open_invitations_to(
    email: str, organisations: Collection[UUID], *, at: datetime
) -> list[Invitation]:
    """The invitations this address could accept today; of all organisations where none is named."""
    rows = Invitation.objects.filter(
        email=email, accepted_at=None, withdrawn_at=None, expires_at__gt=at
    ).exclude(organisation=None)
    if organisations:
        rows = rows.filter(organisation_id__in=organisations)
    return list(rows.select_related("organisation", "unit").order_by("sent_at", "id"))


def is_member_of_any(person: Person, organisations: Collection[UUID], *, on: date) -> bool:
    """Whether the person belongs to one of them; to any at all where none is named."""
    rows = in_force(on).filter(person=person)
    if organisations:
        rows = rows.filter(organisation_id__in=organisations)
    return rows.exists()


def digest_of(token: str) -> str:
    """What is kept of a link: whoever reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def names(people: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names behind opaque ids, of those who were not erased."""
    wanted = {one for one in people if one}
    return dict(Person.objects.filter(id__in=wanted).values_list("id", "name"))


def owners_beside(member: Member) -> int:
    """How many other owners the organisation has who can sign in and hold the role for good."""
    others = Member.objects.filter(
        organisation=member.organisation,
        role=Role.OWNER,
        ended_at=None,
        until=None,
        person__is_active=True,
    )
    return others.exclude(id=member.id).count()


def _seen(rows: QuerySet[Placed], member: Member) -> QuerySet[Placed]:
    role = Role(member.role)
    if allows(role, Action.MEMBERS, Wish.SEE):
        return rows
    if allows(role, Action.MEMBERS, Wish.SEE, is_own_unit=True):
        return rows.filter(unit_id__in=own_units(member))
    return rows.none()
