"""Which days are due for one member, as a calendar program reads them by RFC 5545?

Whole days, so no zone is needed; the same days are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import override
from icalendar import Calendar as Written
from icalendar import Event as Entry

from northing.foundations.people.models import Member
from northing.interfaces.notices import store
from northing.interfaces.notices.due import due_in
from northing.interfaces.notices.facts import Due
from northing.interfaces.notices.kinds import Kind
from northing.interfaces.notices.models import Calendar
from northing.interfaces.notices.sentences import NAMES
from northing.interfaces.notices.writing import address_of

DATED = (
    Kind.REPLY_DUE, Kind.AUDIT_DUE, Kind.PUBLICATION, Kind.OWN_END, Kind.SIGN, Kind.REVIEW,
    Kind.CONDITION,
)  # fmt: skip
FAR = timedelta(days=3650)
PRODUCT = "-//Northing//Due days//EN"


def calendar_text(calendar: Calendar, *, at: datetime) -> bytes:
    """The file: what is due, early enough to be seen in a calendar, without what it says."""
    member = calendar.member
    written = Written()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    with override(store.wishes_of(member).language):
        written.add("x-wr-calname", f"Northing: {member.organisation.name}")
        for due in _dated(member, at):
            written.add_component(_entry(due, calendar))
    return bytes(written.to_ical())


def _dated(member: Member, at: datetime) -> Iterator[Due]:
    """Each thing once: of one that is due soon and late the day is the same."""
    seen = set()
    for one in due_in(member.organisation, at=at, only=member, early=FAR):
        if one.day and one.kind in DATED and (one.kind, one.subject, one.day) not in seen:
            seen.add((one.kind, one.subject, one.day))
            yield one


def _entry(due: Due, calendar: Calendar) -> Entry:
    day = due.day or date.min
    entry = Entry()
    entry.add("uid", f"{due.kind.replace(' ', '-')}-{due.subject}@northing")
    entry.add("dtstamp", calendar.made_at.astimezone(UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", str(NAMES[due.kind]))
    entry.add("url", address_of(due))
    entry.add("transp", "TRANSPARENT")
    return entry
