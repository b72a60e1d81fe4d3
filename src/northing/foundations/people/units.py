"""How does the tree of units grow, change and lose what nobody stands in?"""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from northing.foundations.people import refusals, store
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Invitation, Member, Organisation, Unit
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event


def add_unit(name: str, parent: Unit | None, *, by: Member, at: datetime) -> Unit:
    """A new unit below `parent`, or at the top."""
    _check_may(by)
    try:
        with transaction.atomic():
            unit = Unit.objects.create(organisation=by.organisation, parent=parent, name=name)
            append(Event(by.organisation_id, "unit added", at, by.person_id, unit.id))
    except IntegrityError as error:
        raise Refused(refusals.UNIT_EXISTS, field="name") from error
    return unit


def change_unit(unit: Unit, name: str, parent: Unit | None, *, by: Member, at: datetime) -> None:
    """Another name or another place in the tree; never below itself.

    `unit` is as the page showed it: where somebody changed it meanwhile, nothing is overwritten.
    """
    _check_may(by)
    try:
        with transaction.atomic():
            _hold(by.organisation)
            if parent is not None and parent.id in store.units_below(unit):
                raise Refused(refusals.UNIT_BELOW_ITSELF, field="parent")
            rows = Unit.objects.filter(id=unit.id, name=unit.name, parent=unit.parent_id)
            if not rows.update(name=name, parent=parent):
                raise Refused(refusals.CHANGED_MEANWHILE)
            append(Event(by.organisation_id, "unit changed", at, by.person_id, unit.id))
    except IntegrityError as error:
        raise Refused(refusals.UNIT_EXISTS, field="name") from error


def remove_unit(unit: Unit, *, by: Member, at: datetime) -> None:
    """Only where nobody and nothing belongs to it; what ended counts, it is remembered with it."""
    _check_may(by)
    try:
        with transaction.atomic():
            _hold(by.organisation)
            if Invitation.objects.filter(unit=unit).exists():
                raise Refused(refusals.UNIT_IN_USE)
            unit_id = unit.id
            unit.delete()
            append(Event(by.organisation_id, "unit removed", at, by.person_id, unit_id))
    except ProtectedError as error:
        raise Refused(refusals.UNIT_IN_USE) from error


def _check_may(by: Member) -> None:
    if not allows(Role(by.role), Action.UNITS, Wish.CHANGE):
        raise NotAllowed


def _hold(organisation: Organisation) -> None:
    """Two who move units at once: the second sees the tree as the first left it."""
    Organisation.objects.select_for_update().get(id=organisation.id)
