"""Who belongs to the organisation, as what, and how does a program invite, change and end?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status
from pydantic import BaseModel, StringConstraints

from northing.foundations.people import invitations as letting_in
from northing.foundations.people import members as actions
from northing.foundations.people import store
from northing.foundations.people.access import Action, Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Invitation as Asked
from northing.foundations.people.models import Member as Row
from northing.foundations.people.models import Unit
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import Revision, Sent

router = Router(tags=["organisation"])
HERE = "/organisations/{uuid:organisation}"
AN_ADDRESS = (
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}$"
)
Email = Annotated[str, StringConstraints(max_length=254, pattern=AN_ADDRESS)]


class Member(BaseModel):
    """Somebody with a role."""

    id: UUID
    name: str
    role: str
    unit: UUID | None
    until: date | None
    revision: int


class Invitation(BaseModel):
    """Somebody who was asked in and has not come yet."""

    id: UUID
    email: str
    role: str
    unit: UUID | None
    until: date | None
    sent_at: datetime
    expires_at: datetime


class Invited(Invitation):
    """The same with the link that lets them in. It is told this once; no letter is sent."""

    link: str


class Put(Sent):
    """As what somebody is to be here; an outside auditor until a day."""

    role: Role
    unit: UUID | None = None
    until: date | None = None


class MemberChanged(Put):
    """The same, of the state you looked at."""

    revision: Revision


class ToInvite(Put):
    """Whom to ask in, as what."""

    email: Email


@router.get(HERE + "/members", response={200: list[Member], **ERRORS}, auth=sees(Action.MEMBERS))
def members(request: HttpRequest, organisation: UUID) -> list[Member]:
    """Those the table lets one see: all, or those of the own unit and the units below it."""
    seen = store.members_seen_by(call_of(request, organisation).member)
    return [_member(one) for one in seen]


@router.get(
    HERE + "/members/{uuid:member}", response={200: Member, **ERRORS}, auth=sees(Action.MEMBERS)
)
def member(request: HttpRequest, organisation: UUID, member: UUID) -> Member:
    """One of them."""
    return _member(_row(call_of(request, organisation), member))


@router.put(
    HERE + "/members/{uuid:member}", response={200: Member, **ERRORS}, auth=changes(Action.MEMBERS)
)
def change_member(
    request: HttpRequest, organisation: UUID, member: UUID, sent: MemberChanged
) -> Member:
    """Another role, unit or last day. Nobody is raised above whoever raises them, and the last
    owner stays one."""
    call = call_of(request, organisation)
    row, place = _row(call, member), _place(call, sent)
    actions.change(row, place, by=call.member, at=call.at, seen=sent.revision)
    row.refresh_from_db()
    return _member(row)


@router.post(
    HERE + "/members/{uuid:member}/end",
    response={200: list[Member], **ERRORS},
    auth=changes(Action.MEMBERS),
)
def end_membership(request: HttpRequest, organisation: UUID, member: UUID) -> list[Member]:
    """The membership ends at once, and its tokens with it; those that are left."""
    call = call_of(request, organisation)
    actions.end(_row(call, member), by=call.member, at=call.at)
    return [_member(one) for one in store.members_seen_by(call.member)]


@router.get(
    HERE + "/invitations", response={200: list[Invitation], **ERRORS}, auth=sees(Action.MEMBERS)
)
def invitations(request: HttpRequest, organisation: UUID) -> list[Invitation]:
    """Those that are open, as far as the table lets one see."""
    seen = store.invitations_seen_by(call_of(request, organisation).member)
    return [_invitation(one) for one in seen]


@router.post(HERE + "/invitations", response={201: Invited, **ERRORS}, auth=changes(Action.MEMBERS))
def invite(request: HttpRequest, organisation: UUID, sent: ToInvite) -> Status[Invited]:
    """A link that lets this address in once. Each address has one open invitation: 409."""
    call = call_of(request, organisation)
    secret = letting_in.invite(sent.email, _place(call, sent), by=call.member, at=call.at)
    made = store.open_invitation(secret, at=call.at)
    if made is None:
        raise errors.nowhere()
    link = request.build_absolute_uri(reverse("arrival", args=[secret]))
    return Status(201, Invited(**_invitation(made).model_dump(), link=link))


@router.post(
    HERE + "/invitations/{uuid:invitation}/withdraw",
    response={200: list[Invitation], **ERRORS},
    auth=changes(Action.MEMBERS),
)
def withdraw_invitation(
    request: HttpRequest, organisation: UUID, invitation: UUID
) -> list[Invitation]:
    """The link opens nothing any more; those that are still open."""
    call = call_of(request, organisation)
    one = store.invitations_seen_by(call.member).filter(id=invitation).first()
    if one is None:
        raise errors.nowhere()
    letting_in.withdraw(one, by=call.member, at=call.at)
    return [_invitation(each) for each in store.invitations_seen_by(call.member)]


def _row(call: Call, wanted: UUID) -> Row:
    found = store.members_seen_by(call.member).filter(id=wanted).first()
    if found is None:
        raise errors.nowhere()
    return found


def _place(call: Call, sent: Put) -> Place:
    return Place(sent.role, _unit(call, sent.unit), sent.until)


def _unit(call: Call, wanted: UUID | None) -> Unit | None:
    found = store.unit_of(call.organisation, wanted) if wanted else None
    if wanted and found is None:
        raise errors.wrong("unit", "No unit of this organisation has this id.")
    return found


def _member(row: Row) -> Member:
    own = ("name", "unit")
    plain = {name: getattr(row, name) for name in Member.model_fields if name not in own}
    return Member(**plain, name=row.person.name, unit=row.unit_id)


def _invitation(row: Asked) -> Invitation:
    plain = {name: getattr(row, name) for name in Invitation.model_fields if name != "unit"}
    return Invitation(**plain, unit=row.unit_id)
