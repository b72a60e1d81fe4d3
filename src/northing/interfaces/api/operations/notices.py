"""What does the token's member want to hear of, does it reach them, and which calendar reads along?

Each is of the member alone: nobody sets it for another.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import available_timezones

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status
from pydantic import BaseModel, Field, StringConstraints

from northing.foundations.people.access import Action, Role
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import Revision, Sent, Text2000
from northing.interfaces.notices import actions, store
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm, open_to

router = Router(tags=["notices"])
HERE = "/organisations/{uuid:organisation}/notices"
LAST_WEEKDAY = 6
Rhythms = dict[Channel, dict[Kind, Rhythm]]
Zone = Annotated[str, StringConstraints(max_length=64)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
HOURS = ("quiet_from", "quiet_until", "gathered_at")
MINUTES = "%H:%M"


class Arriving(BaseModel):
    """Does what is sent this way arrive? `trouble` says why the last that was given up was."""

    sent_at: datetime | None
    late: int
    next_at: datetime | None
    trouble: str


class Notices(BaseModel):
    """What is heard of, how soon, and in which hours nothing comes. `ended` ways carry nothing;
    `service` is that behind the chat's address, which is never shown; `weekday` 0 is Monday."""

    language: str
    zone: str
    quiet_from: str | None
    quiet_until: str | None
    gathered_at: str
    weekday: int
    rhythms: Rhythms
    ended: list[Channel]
    service: str
    arriving: dict[Channel, Arriving]
    is_address_stopped: bool = Field(description="A server said that it is none.")
    calendar_made_at: datetime | None
    revision: int


class NoticesChosen(Sent):
    """What is to be heard of from now on. A kind or a way that is left out stays as it is."""

    revision: Revision
    language: Annotated[str, StringConstraints(max_length=7)]
    zone: Zone = Field(description="As the time zone database names it, such as Europe/Vienna.")
    quiet_from: Clock | None = None
    quiet_until: Clock | None = None
    gathered_at: Clock = "07:00"
    weekday: int = Field(default=0, ge=0, le=LAST_WEEKDAY)
    rhythms: Rhythms = Field(default_factory=dict)
    ended: tuple[Channel, ...] = Field(default=(), max_length=len(Channel))


class ChatGiven(Sent):
    """The address of a chat, as its service gives it."""

    address: Text2000


class CalendarMade(BaseModel):
    """The secret address of the calendar: said this once, and whoever has it reads along."""

    address: str


@router.get(HERE, response={200: Notices, **ERRORS}, auth=sees(Action.NOTICES))
def notices(request: HttpRequest, organisation: UUID) -> Notices:
    """What holds now, said or not."""
    return _shown(call_of(request, organisation))


@router.put(HERE, response={200: Notices, **ERRORS}, auth=changes(Action.NOTICES))
def choose_notices(request: HttpRequest, organisation: UUID, sent: NoticesChosen) -> Notices:
    """From now on the member hears what is said here."""
    call = call_of(request, organisation)
    actions.choose(_said(call, sent), by=call.member, at=call.at, seen=sent.revision)
    return _shown(call)


@router.put(HERE + "/chat", response={200: Notices, **ERRORS}, auth=changes(Action.NOTICES))
def give_chat(request: HttpRequest, organisation: UUID, sent: ChatGiven) -> Notices:
    """The address is sealed and shown to nobody again; nothing is sent there yet."""
    call = call_of(request, organisation)
    actions.give_chat(sent.address.strip(), by=call.member, at=call.at)
    return _shown(call)


@router.post(HERE + "/chat/remove", response={200: Notices, **ERRORS}, auth=changes(Action.NOTICES))
def remove_chat(request: HttpRequest, organisation: UUID) -> Notices:
    """Nothing is said in the chat any more. Twice is once."""
    call = call_of(request, organisation)
    actions.remove_chat(by=call.member, at=call.at)
    return _shown(call)


@router.post(
    HERE + "/address/trust", response={200: Notices, **ERRORS}, auth=changes(Action.NOTICES)
)
def trust_address(request: HttpRequest, organisation: UUID) -> Notices:
    """Letters arrive again at the member's own address. Twice is once."""
    call = call_of(request, organisation)
    actions.trust_address(by=call.member, at=call.at)
    return _shown(call)


@router.post(
    HERE + "/calendar", response={201: CalendarMade, **ERRORS}, auth=changes(Action.NOTICES)
)
def make_calendar(request: HttpRequest, organisation: UUID) -> Status[CalendarMade]:
    """A calendar that reads what is due; the address before it opens nothing any more."""
    call = call_of(request, organisation)
    token = actions.make_calendar(by=call.member, at=call.at)
    address = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    return Status(201, CalendarMade(address=address))


@router.post(
    HERE + "/calendar/revoke", response={200: Notices, **ERRORS}, auth=changes(Action.NOTICES)
)
def revoke_calendar(request: HttpRequest, organisation: UUID) -> Notices:
    """The calendar's address opens nothing any more. Twice is once."""
    call = call_of(request, organisation)
    actions.revoke_calendar(by=call.member, at=call.at)
    return _shown(call)


def _said(call: Call, sent: NoticesChosen) -> actions.Said:
    if sent.language not in dict(settings.LANGUAGES):
        raise errors.wrong("language", "Nothing is sent in this language.")
    if sent.zone not in available_timezones():
        raise errors.wrong("zone", "There is no time zone of this name.")
    if (sent.quiet_from is None) != (sent.quiet_until is None):
        raise errors.wrong("quiet_until", "Give both hours, or neither.")
    if sent.quiet_from is not None and sent.quiet_from == sent.quiet_until:
        raise errors.wrong("quiet_until", "These hours are the same. Give another, or neither.")
    plain = sent.model_dump(exclude={"revision", "rhythms", *HOURS})
    hours = {name: _hour(getattr(sent, name)) for name in HOURS}
    return actions.Said(**plain, **hours, rhythms=_rhythms(call, sent.rhythms))


def _rhythms(call: Call, said: Rhythms) -> Rhythms:
    """What was said before and is not said anew; of what the role never hears nothing is said."""
    strange = {kind for some in said.values() for kind in some} - set(open_to(_role(call)))
    if strange:
        raise errors.wrong("rhythms", f"This role never hears of: {min(strange)}.")
    before = store.wishes_of(call.member).rhythms
    kept: Rhythms = {
        one: {Kind(kind): Rhythm(rhythm) for kind, rhythm in before.get(one, {}).items()}
        for one in Channel
    }
    return {one: kept[one] | said.get(one, {}) for one in Channel}


def _told(hour: time | None) -> Any:
    return None if hour is None else f"{hour:{MINUTES}}"


def _hour(said: str | None) -> Any:
    return None if said is None else time.fromisoformat(said)


def _role(call: Call) -> Role:
    return Role(call.member.role)


def _shown(call: Call) -> Notices:
    row, calendar = store.wishes_of(call.member), store.calendar_of(call.member)
    names = ("language", "zone", "weekday", "service", "revision")
    hours: dict[str, Any] = {name: getattr(row, name) for name in HOURS}
    return Notices(
        **{name: getattr(row, name) for name in names},
        **{name: _told(hour) for name, hour in hours.items()},
        rhythms={
            one: {kind: store.rhythm_of(row, one, kind) for kind in open_to(_role(call))}
            for one in Channel
        },
        ended=[Channel(one) for one in row.ended],
        arriving={one: _arriving(call, one) for one in Channel},
        is_address_stopped=store.stopped(call.member.person) is not None,
        calendar_made_at=calendar.made_at if calendar else None,
    )


def _arriving(call: Call, channel: Channel) -> Arriving:
    found = store.standing(call.member, channel)
    lost = found.pop("given_up")
    return Arriving.model_validate(found | {"trouble": getattr(lost, "trouble", "")})
