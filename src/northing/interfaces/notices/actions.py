"""How does somebody say what they want to hear, end it, and let a calendar read along?

Each is of one's own membership alone: nobody sets it for another.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people import store as people
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.interfaces.notices import chatting, store
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm
from northing.interfaces.notices.models import Calendar, StoppedAddress, Wishes
from northing.interfaces.webhooks.sealing import seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody wants to hear, in which language, and when."""

    language: str
    zone: str
    quiet_from: time | None = None
    quiet_until: time | None = None
    gathered_at: time = time(7)
    weekday: int = 0
    rhythms: Mapping[Channel, Mapping[Kind, Rhythm]] = field(default_factory=dict)
    ended: tuple[Channel, ...] = ()


def choose(said: Said, *, by: Member, at: datetime, seen: int) -> None:
    """`seen` is the revision the page showed; 0 where nothing was said before."""
    with transaction.atomic():
        row = _held(by)
        if row.revision != seen:
            raise Refused(refusals.CHANGED_MEANWHILE)
        for name in ("language", "zone", "quiet_from", "quiet_until", "gathered_at", "weekday"):
            setattr(row, name, getattr(said, name))
        row.rhythms = {
            str(channel): {str(kind): str(rhythm) for kind, rhythm in some.items()}
            for channel, some in said.rhythms.items()
        }
        row.ended = [str(one) for one in said.ended]
        _keep(row, "notices chosen", by, at)


def give_chat(address: str, *, by: Member, at: datetime) -> str:
    """The service behind the address, which is sealed and never shown again. Raises Refused."""
    answer = chatting.look_at(address)
    if answer.trouble:
        raise Refused(answer.trouble, field="address")
    with transaction.atomic():
        row = _held(by)
        row.chat, row.service = seal(address), answer.service
        row.ended = [one for one in row.ended if one != Channel.CHAT]
        _keep(row, "chat given", by, at)
    return answer.service


def remove_chat(*, by: Member, at: datetime) -> None:
    """Removing twice is removing once."""
    with transaction.atomic():
        row = _held(by)
        if row.chat:
            row.chat = row.service = ""
            _keep(row, "chat removed", by, at)


def end(member: UUID, channel: Channel, *, at: datetime) -> None:
    """Nothing comes by this way any more, whatever else is said: asked by a link in a letter."""
    with transaction.atomic():
        by = Member.objects.select_related("organisation", "person").filter(id=member).first()
        if by is None:
            return
        row = _held(by)
        if channel not in row.ended:
            row.ended = [*row.ended, str(channel)]
            _keep(row, "notices ended", by, at)


def trust_address(*, by: Member, at: datetime) -> None:
    """Its owner says that letters arrive there again."""
    with transaction.atomic():
        if StoppedAddress.objects.filter(person_id=by.person_id).delete()[0]:
            _leave_trail("address trusted again", by, at)


def make_calendar(*, by: Member, at: datetime) -> str:
    """The secret of its address, of which only a digest is kept; the one before opens no more."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        _revoke(by, at)
        Calendar.objects.create(
            member=by,
            person_id=by.person_id,
            token_sha256=people.digest_of(token),
            made_at=at,
        )
        _leave_trail("calendar made", by, at)
    return token


def revoke_calendar(*, by: Member, at: datetime) -> None:
    """Revoking twice is revoking once."""
    with transaction.atomic():
        if _revoke(by, at):
            _leave_trail("calendar revoked", by, at)


def _revoke(by: Member, at: datetime) -> int:
    return Calendar.objects.filter(member=by, revoked_at=None).update(revoked_at=at)


def _held(by: Member) -> Wishes:
    """The member is held, for a row that is not there yet cannot be."""
    Member.objects.select_for_update().get(id=by.id)
    return store.wishes_of(by)


def _keep(row: Wishes, verb: str, by: Member, at: datetime) -> None:
    row.revision += 1
    row.save()
    _leave_trail(verb, by, at)


def _leave_trail(verb: str, by: Member, at: datetime) -> None:
    append(Event(by.organisation_id, verb, at, by.person_id, by.id))
