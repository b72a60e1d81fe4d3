"""Which parts does the organisation have, and how does a program add, move and remove one?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people import store
from northing.foundations.people import units as actions
from northing.foundations.people.access import Action
from northing.foundations.people.models import Unit as Row
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import Sent, Text200

router = Router(tags=["organisation"])
HERE = "/organisations/{uuid:organisation}/units"


class Unit(BaseModel):
    """A part of the organisation; `parent` is the unit it belongs to."""

    id: UUID
    name: str
    parent: UUID | None


class UnitPlaced(Sent):
    """What it is called, and to which unit it belongs; to none: at the top."""

    name: Text200
    parent: UUID | None = None


class Moved(UnitPlaced):
    """The same, of the state you looked at."""

    name_before: Text200 = Field(description="As you read it.")
    parent_before: UUID | None = Field(default=None, description="As you read it.")


@router.get(HERE, response={200: list[Unit], **ERRORS}, auth=sees(Action.UNITS))
def units(request: HttpRequest, organisation: UUID) -> list[Unit]:
    """All units, read from the roots of their tree."""
    rows = store.units(call_of(request, organisation).organisation)
    return [_shown(one) for _depth, one in rows]


@router.post(HERE, response={201: Unit, **ERRORS}, auth=changes(Action.UNITS))
def add_unit(request: HttpRequest, organisation: UUID, sent: UnitPlaced) -> Status[Unit]:
    """One more unit; below one unit each name stands once, so twice is refused: 409."""
    call = call_of(request, organisation)
    above = _above(call, sent.parent)
    return Status(
        201, _shown(actions.add_unit(sent.name.strip(), above, by=call.member, at=call.at))
    )


@router.put(HERE + "/{uuid:unit}", response={200: Unit, **ERRORS}, auth=changes(Action.UNITS))
def change_unit(request: HttpRequest, organisation: UUID, unit: UUID, sent: Moved) -> Unit:
    """It is called otherwise or belongs elsewhere, never below itself."""
    call = call_of(request, organisation)
    row = _row(call, unit)
    row.name, row.parent_id = sent.name_before, sent.parent_before
    above = _above(call, sent.parent)
    actions.change_unit(row, sent.name.strip(), above, by=call.member, at=call.at)
    return _shown(_row(call, unit))


@router.post(
    HERE + "/{uuid:unit}/remove", response={200: list[Unit], **ERRORS}, auth=changes(Action.UNITS)
)
def remove_unit(request: HttpRequest, organisation: UUID, unit: UUID) -> list[Unit]:
    """Only where nobody and nothing belongs to it; those that are left."""
    call = call_of(request, organisation)
    actions.remove_unit(_row(call, unit), by=call.member, at=call.at)
    return [_shown(one) for _depth, one in store.units(call.organisation)]


def _row(call: Call, wanted: UUID) -> Row:
    found = store.unit_of(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _above(call: Call, wanted: UUID | None) -> Row | None:
    found = store.unit_of(call.organisation, wanted) if wanted else None
    if wanted and found is None:
        raise errors.wrong("parent", "No unit of this organisation has this id.")
    return found


def _shown(row: Row) -> Unit:
    return Unit(id=row.id, name=row.name, parent=row.parent_id)
