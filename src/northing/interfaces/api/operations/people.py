"""Who asks, in which organisation, and which other programs act there?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from northing.foundations.people import members as actions
from northing.foundations.people import tokens as held
from northing.foundations.people.access import Action
from northing.foundations.people.models import Token as Row
from northing.interfaces.api.door import Bearer, Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import Sent, Text200

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


class Called(Sent):
    """What the organisation is called."""

    name: Text200


class Token(BaseModel):
    """A program that acts for a member, and what it may."""

    id: UUID
    name: str
    member: UUID
    scopes: list[str]
    until: date
    made_at: datetime
    last_used_on: date | None


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


@router.put(
    "/organisations/{uuid:organisation}",
    response={200: Organisation, **ERRORS},
    auth=changes(Action.ORGANISATION),
)
def rename_organisation(request: HttpRequest, organisation: UUID, sent: Called) -> Organisation:
    """It is called otherwise. Whether everybody needs a second factor is said on its page."""
    call = call_of(request, organisation)
    actions.rename(call.organisation, sent.name.strip(), by=call.member, at=call.at)
    call.organisation.refresh_from_db()
    return _organisation(call)


@router.get(
    "/organisations/{uuid:organisation}/tokens",
    response={200: list[Token], **ERRORS},
    auth=sees(Action.ORGANISATION),
)
def tokens(request: HttpRequest, organisation: UUID) -> list[Token]:
    """The member's own, or those of all for who runs the organisation, without their secrets. One
    is made and revoked on the page: a program does not make its successor."""
    rows = held.seen_by(call_of(request, organisation).member)
    return [_token(one) for one in rows]


def _organisation(call: Call) -> Organisation:
    one = call.organisation
    return Organisation(id=one.id, name=one.name, is_example=one.is_example)


def _token(row: Row) -> Token:
    plain = {name: getattr(row, name) for name in Token.model_fields if name != "member"}
    return Token(**plain, member=row.member_id)
