"""How does somebody come in: who invites whom, and what accepting does?"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from northing.foundations.people import refusals, store
from northing.foundations.people.access import ENDS, Action, Role, Wish, allows, may_grant
from northing.foundations.people.models import Invitation, Member, Organisation, Person, Unit
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import INSTALLATION, Personal, append, reassign
from northing.foundations.trail.facts import Event

LASTS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody is to be in an organisation."""

    role: Role
    unit: Unit | None = None
    until: date | None = None


def invite(email: str, place: Place, *, by: Member, at: datetime) -> str:
    """The token of a link that lets this address in once; only its digest is kept."""
    check_can_place(by, place, on=at.date())
    email = email.strip().lower()
    if store.in_force(at.date()).filter(organisation=by.organisation, person__email=email).exists():
        raise Refused(refusals.MEMBER_ALREADY, field="email")
    token = secrets.token_urlsafe(32)
    try:
        with transaction.atomic():
            _withdraw_expired(by, email, at)
            made = _make(token, at, organisation=by.organisation, email=email, place=place)
            _leave_trail(made, "invitation sent", by=by.person_id, at=at)
    except IntegrityError as error:
        raise Refused(refusals.OPEN_ALREADY, field="email") from error
    return token


def withdraw(invitation: Invitation, *, by: Member, at: datetime) -> None:
    """The link opens nothing any more. Withdrawing twice is withdrawing once."""
    unit = invitation.unit_id
    if not may_alter(by, Role(invitation.role), unit):
        raise NotAllowed
    with transaction.atomic():
        changed = Invitation.objects.filter(
            id=invitation.id, accepted_at=None, withdrawn_at=None
        ).update(withdrawn_at=at)
        if changed:
            _leave_trail(invitation, "invitation withdrawn", by=by.person_id, at=at)


def invite_founder(*, at: datetime) -> str:
    """The token of a link whose bearer founds an organisation and becomes its owner.

    The links made before it open nothing any more.
    """
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        Invitation.objects.filter(organisation=None, accepted_at=None, withdrawn_at=None).update(
            withdrawn_at=at
        )
        made = _make(token, at, organisation=None, email="", place=Place(Role.OWNER))
        append(Event(INSTALLATION, "set-up link made", at, subject=made.id))
    return token


def invite_owner(organisation: Organisation, email: str, *, at: datetime) -> str:
    """The token of a link by which this address comes in as an owner: for who runs the machine."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        place, email = Place(Role.OWNER), email.strip().lower()
        made = _make(token, at, organisation=organisation, email=email, place=place)
        _leave_trail(made, "invitation sent", by=None, at=at)
    return token


def found(token: str, name: str, person: Person, *, at: datetime) -> Member:
    """A new organisation with this person as its owner."""
    with transaction.atomic():
        invitation = _taken(token, at)
        organisation = Organisation.objects.create(name=name, made_at=at)
        append(Event(INSTALLATION, "organisation founded", at, person.id, organisation.id))
        append(
            Event(organisation.id, "organisation founded", at, person.id, details={"name": name})
        )
        invitation.organisation = organisation
        return _join(invitation, person, at)


def accept(token: str, person: Person, *, at: datetime) -> Member:
    """The person becomes a member. Raises Refused for a link that is spent or another's."""
    with transaction.atomic():
        invitation = _taken(token, at)
        if person.email.lower() != invitation.email.lower():
            raise Refused(refusals.OTHER_ADDRESS)
        return _join(invitation, person, at)


def accept_vouched(invitation: Invitation, person: Person, *, at: datetime) -> Member:
    """The person becomes a member without the link: their address was shown to be theirs."""
    with transaction.atomic():
        if person.email != invitation.email.lower():
            raise Refused(refusals.OTHER_ADDRESS)
        return _join(_spent(invitation, at), person, at)


def make_account(email: str, name: str, password: str | None, *, at: datetime) -> Person:
    """Somebody who can sign in; without a password, through a provider alone.

    Raises Refused where the address has an account.
    """
    try:
        with transaction.atomic():
            person = Person.objects.create_user(email, password, name=name, made_at=at)
            append(Event(INSTALLATION, "account made", at, person.id, person.id))
    except IntegrityError as error:
        raise Refused(refusals.ADDRESS_TAKEN, field="email") from error
    return person


def check_can_place(by: Member, place: Place, *, on: date) -> None:
    """Raises where `by` may not put anybody in that place, or the place lacks its end."""
    if not may_alter(by, place.role, place.unit.id if place.unit else None):
        raise NotAllowed
    if place.role in ENDS and place.until is None:
        raise Refused(refusals.NEEDS_END, field="until")
    if place.until is not None and place.until < on:
        raise Refused(refusals.END_IS_PAST, field="until")


def may_alter(by: Member, role: Role, unit: UUID | None) -> bool:
    """Whether `by` may give or take this role in this unit."""
    own = store.is_own_unit(by, unit)
    giver = Role(by.role)
    return may_grant(giver, role) and allows(giver, Action.MEMBERS, Wish.CHANGE, is_own_unit=own)


def _taken(token: str, at: datetime) -> Invitation:
    invitation = store.open_invitation(token, at=at)
    if not invitation:
        raise Refused(refusals.LINK_IS_SPENT)
    return _spent(invitation, at)


def _spent(invitation: Invitation, at: datetime) -> Invitation:
    """Of two who accept the same invitation at once, one gets it."""
    taken = Invitation.objects.filter(id=invitation.id, accepted_at=None, withdrawn_at=None)
    if not taken.update(accepted_at=at):
        raise Refused(refusals.LINK_IS_SPENT)
    return invitation


def _join(invitation: Invitation, person: Person, at: datetime) -> Member:
    organisation = invitation.organisation
    if organisation is None:
        raise Refused(refusals.LINK_IS_SPENT)
    _end_what_lapsed(organisation, person, at)
    waiting = store.awaited(organisation, person.email)
    try:
        with transaction.atomic():
            member = waiting or Member(organisation=organisation, joined_at=at)
            if waiting:
                _take_over(waiting.person, person)
                waiting.revision += 1
            member.person, member.unit = person, invitation.unit
            member.role, member.until = invitation.role, invitation.until
            member.save()
    except IntegrityError as error:
        raise Refused(refusals.MEMBER_ALREADY) from error
    about = Event(
        organisation.id, "member joined", at, person.id, member.id, details={"role": member.role}
    )
    append(about, personal=Personal(person.id, {"name": person.name}))
    return member


def _take_over(waiting: Person, person: Person) -> None:
    """Who came with an archive is this person: what was sealed of them is theirs to erase."""
    Person.objects.filter(id=waiting.id).update(awaits="", same_as=person)
    reassign(waiting.id, to=person.id)


def _end_what_lapsed(organisation: Organisation, person: Person, at: datetime) -> None:
    """A membership past its day makes room for a new one."""
    Member.objects.filter(
        organisation=organisation, person=person, ended_at=None, until__lt=at.date()
    ).update(ended_at=at)


def _withdraw_expired(by: Member, email: str, at: datetime) -> None:
    Invitation.objects.filter(
        organisation=by.organisation,
        email=email,
        accepted_at=None,
        withdrawn_at=None,
        expires_at__lte=at,
    ).update(withdrawn_at=at)


def _make(
    token: str, at: datetime, *, organisation: Organisation | None, email: str, place: Place
) -> Invitation:
    return Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=place.role,
        unit=place.unit,
        until=place.until,
        token_sha256=store.digest_of(token),
        sent_at=at,
        expires_at=at + LASTS,
    )


def _leave_trail(invitation: Invitation, verb: str, *, by: UUID | None, at: datetime) -> None:
    organisation = invitation.organisation_id
    if organisation is None:
        return
    about = Event(
        organisation, verb, at, by, invitation.id, details={"role": str(Role(invitation.role))}
    )
    append(about, personal=Personal(invitation.id, {"address": invitation.email}))
