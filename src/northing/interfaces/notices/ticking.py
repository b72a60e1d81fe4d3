"""How is what has become due put to the queue exactly once, however often and late one looks?

Two who look at once, a clock that was set back, a day on which nobody looked: what is due has a
key that none of them changes, and a member's wishes are held while new keys are written.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from time import monotonic
from uuid import uuid4

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from northing.foundations.people import waiting
from northing.foundations.people.models import Member, Organisation
from northing.interfaces.notices import store
from northing.interfaces.notices.delivering import put_off
from northing.interfaces.notices.due import due_in
from northing.interfaces.notices.facts import Due
from northing.interfaces.notices.kinds import Channel, Rhythm
from northing.interfaces.notices.models import Message, Wishes
from northing.interfaces.notices.store import Known
from northing.interfaces.notices.timing import Hours, gathering_after, when_to_send
from northing.stages.decide.purpose_test.actions import reviewing as decisions
from northing.stages.diagnose.publication import actions as publication

log = logging.getLogger(__name__)
A_MINUTE = 60.0
MOST_SLOTS = 4
_looked_at = float("-inf")


def each_minute() -> None:
    """What every worker does between two jobs."""
    global _looked_at  # noqa: PLW0603 - one program, one clock of its own
    if monotonic() - _looked_at >= A_MINUTE:
        _looked_at = monotonic()
        tick(timezone.now())


def tick(at: datetime) -> int:
    """Do what is due by now everywhere; how many messages were put off."""
    found = 0
    for one in Organisation.objects.filter(is_example=False).order_by("id"):
        try:
            found += _tick(one, at)
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # what is odd in one organisation keeps no other from hearing
            log.exception("What is due in organisation %s could not be read.", one.id)
    waiting.forget_who_never_came(at=at)
    return found


def _tick(organisation: Organisation, at: datetime) -> int:
    publication.issue_due(organisation, at=at)
    decisions.expire_due(organisation, at=at)
    decisions.tell_overdue(organisation, at=at)
    by_member: dict[Member, list[Due]] = defaultdict(list)
    for one in due_in(organisation, at=at):
        by_member[one.member].append(one)
    known = _known(by_member)
    return sum(
        _tell(member, dues, at) for member, dues in by_member.items() if _new(member, dues, known)
    )


def _tell(member: Member, dues: list[Due], at: datetime) -> int:
    """What is new is looked for once more while the member is held."""
    try:
        with transaction.atomic():
            Member.objects.select_for_update().get(id=member.id)
            known = _known({member: dues})
            new = _new(member, dues, known)
            return len([_put(member, known.wishes[member.id], *one, at) for one in new])
    except IntegrityError:  # somebody else was first after all
        return 0


def _known(by_member: Mapping[Member, list[Due]]) -> Known:
    return store.known_of(
        list(by_member), {one.subject for dues in by_member.values() for one in dues}
    )


New = tuple[Channel, Rhythm, list[Due]]


def _new(member: Member, dues: Iterable[Due], known: Known) -> list[New]:
    """What this member was not told yet, by channel and how soon they want it."""
    wishes, told = known.wishes[member.id], known.told.get(member.id, set())
    found: dict[tuple[Channel, Rhythm], list[Due]] = defaultdict(list)
    for channel in Channel:
        if channel is Channel.MAIL and member.id in known.stopped:
            continue
        for one in dues:
            rhythm = store.rhythm_of(wishes, channel, one.kind)
            if rhythm is not Rhythm.NEVER and (channel, one.key) not in told:
                found[channel, rhythm].append(one)
    return [(channel, rhythm, some) for (channel, rhythm), some in found.items()]


def _put(
    member: Member, wishes: Wishes, channel: Channel, rhythm: Rhythm, dues: list[Due], at: datetime
) -> Message:
    """The notices, their message and its job, in the transaction that is open."""
    message = _message(member, channel, rhythm, store.hours_of(wishes), at)
    store.add_notices(message, dues)
    return message


def _message(
    member: Member, channel: Channel, rhythm: Rhythm, hours: Hours, at: datetime
) -> Message:
    """A message of its own, or the one that gathers; one that left already gathers no more."""
    after = at
    for _ in range(MOST_SLOTS):
        gathering = gathering_after(after, rhythm, hours)
        if gathering is None:
            break
        slot = f"{rhythm} {gathering.astimezone(hours.zone).date()}"
        there = store.gathered(member, channel, slot)
        if there is None:
            return _made(member, channel, slot, when_to_send(after, rhythm, hours), at)
        if not there.is_closed:
            return there
        after = gathering + timedelta(seconds=1)
    return _made(member, channel, str(uuid4()), when_to_send(at, Rhythm.AT_ONCE, hours), at)


def _made(
    member: Member, channel: Channel, slot: str, send_at: datetime | None, at: datetime
) -> Message:
    made = Message.objects.create(
        member=member,
        person_id=member.person_id,
        channel=channel,
        slot=slot,
        send_at=send_at or at,
        made_at=at,
    )
    put_off(made)
    return made
