"""Who asks, in which organisation, with which units and members?"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from northing.foundations.people import store
from northing.foundations.people.access import Action
from northing.interfaces.api.door import Bearer, Call, call_of, sees
from northing.interfaces.api.errors import ERRORS

router = Router(tags=["organisation"])


class Organisation(BaseModel):
    """An organisation the token opens."""

    id: UUID
    name: str
    is_example: bool


class Me(BaseModel):
    """The token, and whom it acts for."""

    token: str
    scopes: list[str]
    until: date
    member: UUID
    role: str
    unit: UUID | None
    organisation: Organisation


class Unit(BaseModel):
    """A part of the organisation; `parent` is the unit it belongs to."""

    id: UUID
    name: str
    parent: UUID | None


class Member(BaseModel):
    """Somebody with a role."""

    id: UUID
    name: str
    role: str
    unit: UUID | None
    until: date | None
    revision: int


@router.get("/me", response={200: Me, **ERRORS}, auth=Bearer())
def me(request: HttpRequest) -> Me:
    """Which token is this, what does it open, and for whom does it act?"""
    call = call_of(request)
    token, member = call.token, call.member
    return Me(
        token=token.name,
        scopes=token.scopes,
        until=token.until,
        member=member.id,
        role=member.role,
        unit=member.unit_id,
        organisation=_organisation(call),
    )


@router.get("/organisations", response={200: list[Organisation], **ERRORS}, auth=Bearer())
def organisations(request: HttpRequest) -> list[Organisation]:
    """The organisations this token opens: the one of its membership."""
    return [_organisation(call_of(request))]


@router.get(
    "/organisations/{uuid:organisation}",
    response={200: Organisation, **ERRORS},
    auth=sees(Action.ORGANISATION),
)
def organisation(request: HttpRequest, organisation: UUID) -> Organisation:
    """What is it called?"""
    return _organisation(call_of(request, organisation))


@router.get(
    "/organisations/{uuid:organisation}/units",
    response={200: list[Unit], **ERRORS},
    auth=sees(Action.UNITS),
)
def units(request: HttpRequest, organisation: UUID) -> list[Unit]:
    """All units, read from the roots of their tree."""
    rows = store.units(call_of(request, organisation).organisation)
    return [Unit(id=one.id, name=one.name, parent=one.parent_id) for _depth, one in rows]


@router.get(
    "/organisations/{uuid:organisation}/members",
    response={200: list[Member], **ERRORS},
    auth=sees(Action.MEMBERS),
)
def members(request: HttpRequest, organisation: UUID) -> list[Member]:
    """Those the table lets one see: all, or those of the own unit and the units below it."""
    return [
        Member(
            id=one.id,
            name=one.person.name,
            role=one.role,
            unit=one.unit_id,
            until=one.until,
            revision=one.revision,
        )
        for one in store.members_seen_by(call_of(request, organisation).member)
    ]


def _organisation(call: Call) -> Organisation:
    one = call.organisation
    return Organisation(id=one.id, name=one.name, is_example=one.is_example)
