"""What did members wish, what were they told, and does it reach them?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db.models import Count, Max, Min

from northing.foundations.people import store as people
from northing.foundations.people.models import Member, Organisation, Person
from northing.interfaces.notices.facts import Due, Key
from northing.interfaces.notices.kinds import KINDS, Channel, Kind, Rhythm
from northing.interfaces.notices.models import Calendar, Message, Notice, StoppedAddress, Wishes
from northing.interfaces.notices.timing import Hours
from northing.stages.records.imports import store as imports

_State = Message.State
UTC = "UTC"


def wishes_of(member: Member) -> Wishes:
    """What was said, or an unsaved row of what holds until something is."""
    return Wishes.objects.filter(member=member).first() or _at_first(
        member, language_of(member.organisation)
    )


def _at_first(member: Member, language: str) -> Wishes:
    return Wishes(
        member=member,
        person_id=member.person_id,
        language=language,
        zone=settings.NOTICES_ZONE,
        revision=0,
    )


def language_of(organisation: Organisation) -> str:
    """The one its records are in, where the pages have it too."""
    said = imports.usage(organisation)[0].language
    return said if said in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def rhythm_of(wishes: Wishes, channel: Channel, kind: Kind) -> Rhythm:
    """How soon this member hears of this; by a channel that leads nowhere, never."""
    if channel in wishes.ended or (channel is Channel.CHAT and not wishes.chat):
        return Rhythm.NEVER
    said = wishes.rhythms.get(channel, {}).get(kind)
    return Rhythm(said) if said else KINDS[kind].at_first


def hours_of(wishes: Wishes) -> Hours:
    return Hours(
        zone=zone_named(wishes.zone),
        quiet_from=wishes.quiet_from,
        quiet_until=wishes.quiet_until,
        gathered_at=wishes.gathered_at,
        weekday=wishes.weekday,
    )


def zone_named(name: str) -> ZoneInfo:
    """A zone that a newer table no longer knows is read as UTC rather than not at all."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(UTC)


Told = set[tuple[str, Key]]


@dataclass(frozen=True)
class Known:
    """What some members of one organisation wish and were told, read at once."""

    wishes: dict[UUID, Wishes]
    told: dict[UUID, Told]
    stopped: frozenset[UUID]


def known_of(members: Collection[Member], subjects: Collection[UUID]) -> Known:
    """As far as it concerns these subjects."""
    language = next((language_of(one.organisation) for one in members), "")
    said = {one.member_id: one for one in Wishes.objects.filter(member__in=members)}
    told: dict[UUID, Told] = defaultdict(set)
    rows = Notice.objects.filter(member__in=members, subject__in=subjects)
    names = ("member_id", "channel", "kind", "subject", "period")
    for member, channel, kind, subject, period in rows.values_list(*names):
        told[member].add((channel, (kind, subject, period)))
    addresses = dict(
        StoppedAddress.objects.filter(person__in=[one.person_id for one in members]).values_list(
            "person_id", "address_sha256"
        )
    )
    return Known(
        {one.id: said.get(one.id) or _at_first(one, language) for one in members},
        told,
        frozenset(
            one.id for one in members if addresses.get(one.person_id) == digest(one.person.email)
        ),
    )


def message(message_id: UUID) -> Message | None:
    rows = Message.objects.select_related("member__organisation", "member__person")
    return rows.filter(id=message_id).first()


def held(message_id: UUID) -> Message | None:
    """The row, kept from others until the transaction ends."""
    return Message.objects.select_for_update().filter(id=message_id).first()


def keys_in(message: Message) -> set[Key]:
    rows = Notice.objects.filter(message=message)
    return set(rows.values_list("kind", "subject", "period"))


def gathered(member: Member, channel: Channel, slot: str) -> Message | None:
    rows = Message.objects.select_for_update()
    return rows.filter(member=member, channel=channel, slot=slot).first()


def add_notices(message: Message, dues: Iterable[Due]) -> None:
    Notice.objects.bulk_create(
        Notice(
            message=message,
            member_id=message.member_id,
            channel=message.channel,
            kind=one.kind,
            subject=one.subject,
            period=one.period,
        )
        for one in dues
    )


def stopped(person: Person) -> StoppedAddress | None:
    """Whether the address this person has now is one that a server knows to be none."""
    rows = StoppedAddress.objects.filter(person=person, address_sha256=digest(person.email))
    return rows.first()


def digest(address: str) -> str:
    return sha256(address.lower().encode()).hexdigest()


def kept_of(person: Person) -> list[dict[str, object]]:
    """What is kept of one person, by membership, as plain values; secrets stay sealed."""
    found: list[dict[str, object]] = []
    members = Member.objects.filter(person=person).select_related("organisation")
    for one in map(wishes_of, members.order_by("joined_at", "id")):
        told_of = Notice.objects.filter(member=one.member_id).order_by("id")
        found.append({
            "membership": str(one.member_id),
            "language": one.language,
            "zone": one.zone,
            "quiet": [str(hour) for hour in (one.quiet_from, one.quiet_until) if hour],
            "rhythms": one.rhythms,
            "ended": one.ended,
            "chat": one.service,
            "told": list(told_of.values_list("channel", "kind", "period")),
        })  # fmt: skip
    return found


def calendar_of(member: Member) -> Calendar | None:
    return Calendar.objects.filter(member=member, revoked_at=None).first()


def calendar_behind(token: str, *, at: datetime) -> Calendar | None:
    """What the secret address opens, as long as its member is one."""
    rows = Calendar.objects.filter(token_sha256=people.digest_of(token), revoked_at=None)
    found = rows.select_related("member__organisation", "member__person").first()
    if found is None:
        return None
    return found if people.in_force(at.date()).filter(id=found.member_id).exists() else None


def standing(member: Member, channel: Channel) -> dict[str, object]:
    """What there is to say of one way: the newest that arrived, what waits, and since when."""
    rows = Message.objects.filter(member=member, channel=channel)
    waiting = rows.filter(state=_State.WAITING, tries__gt=0)
    return {
        "sent_at": rows.filter(state=_State.SENT).aggregate(at=Max("ended_at"))["at"],
        "late": waiting.count(),
        "next_at": waiting.aggregate(at=Min("send_at"))["at"],
        "given_up": rows.filter(state=_State.GIVEN_UP).order_by("-ended_at").first(),
    }


def counts() -> Counter[tuple[str, str]]:
    """How many messages by channel and state, in the whole installation."""
    rows = Message.objects.order_by().values_list("channel", "state").annotate(Count("id"))
    return Counter({(channel, state): count for channel, state, count in rows})


def oldest_due(at: datetime) -> datetime | None:
    """Since when the oldest message waits whose time has come; those that wait for it do not."""
    rows = Message.objects.filter(state=_State.WAITING, made_at__lte=at)
    late = rows.filter(tries__gt=0) | rows.filter(send_at__lte=at)
    found: datetime | None = late.aggregate(at=Min("made_at"))["at"]
    return found
