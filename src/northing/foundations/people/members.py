"""How does a member change or leave, and who gives an organisation its name?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from northing.foundations.people import refusals, store
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.invitations import Place, check_can_place, may_alter
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event


def change(member: Member, place: Place, *, by: Member, at: datetime, seen: int) -> None:
    """Give the member another role, unit or last day.

    `seen` is the revision the changer looked at: where another changed it meanwhile, nothing is
    overwritten.
    """
    check_can_change(member, by=by)
    check_can_place(by, place, on=at.date())
    with transaction.atomic():
        _hold(member.organisation)
        if place.role is not Role.OWNER or place.until is not None:
            _check_not_last_owner(member)
        _replace(member, seen, role=place.role, unit=place.unit, until=place.until)
        details = {
            "role": str(place.role),
            "unit": str(place.unit.id) if place.unit else None,
            "until": place.until.isoformat() if place.until else None,
            "role before": member.role,
        }
        _leave_trail(member, "member changed", by, at, details)


def end(member: Member, *, by: Member, at: datetime) -> None:
    """The membership ends; the row and the trail stay. Anybody may leave by themselves."""
    if by.id != member.id:
        check_can_change(member, by=by)
    with transaction.atomic():
        _hold(member.organisation)
        _check_not_last_owner(member)
        _replace(member, None, ended_at=at)
        _leave_trail(member, "member left", by, at, {})


def check_can_change(member: Member, *, by: Member) -> None:
    if not can_change(member, by=by):
        raise NotAllowed


def can_change(member: Member, *, by: Member) -> bool:
    return may_alter(by, Role(member.role), member.unit_id)


def rename(organisation: Organisation, name: str, *, by: Member, at: datetime) -> None:
    if not allows(Role(by.role), Action.ORGANISATION, Wish.CHANGE):
        raise NotAllowed
    with transaction.atomic():
        Organisation.objects.filter(id=organisation.id).update(name=name)
        details = {"name": name, "name before": organisation.name}
        append(
            Event(
                organisation.id,
                "organisation renamed",
                at,
                by.person_id,
                organisation.id,
                details=details,
            )
        )


def ask_second_factor(organisation: Organisation, *, asked: bool, by: Member, at: datetime) -> None:
    """Whether everybody needs a second factor to look in. Saying it twice is saying it once."""
    if not allows(Role(by.role), Action.ORGANISATION, Wish.CHANGE):
        raise NotAllowed
    with transaction.atomic():
        rows = Organisation.objects.filter(id=organisation.id, asks_second_factor=not asked)
        if rows.update(asks_second_factor=asked):
            verb = "second factor asked for" if asked else "second factor left to everybody"
            append(Event(organisation.id, verb, at, by.person_id, organisation.id))


def _hold(organisation: Organisation) -> None:
    """Two owners who leave at once: the second sees that the first has gone."""
    Organisation.objects.select_for_update().get(id=organisation.id)


def _check_not_last_owner(member: Member) -> None:
    if member.role == Role.OWNER and not store.owners_beside(member):
        raise Refused(refusals.LAST_OWNER)


def _replace(member: Member, seen: int | None, **but: object) -> None:
    rows = Member.objects.filter(id=member.id, ended_at=None)
    if seen is not None:
        rows = rows.filter(revision=seen)
    if not rows.update(revision=member.revision + 1, **but):
        raise Refused(refusals.CHANGED_MEANWHILE)


def _leave_trail(
    member: Member, verb: str, by: Member, at: datetime, details: dict[str, str | None]
) -> None:
    append(Event(member.organisation_id, verb, at, by.person_id, member.id, details=dict(details)))
