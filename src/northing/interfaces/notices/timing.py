"""When does a message leave, by the clock of whoever reads it, also on the nights clocks change?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from northing.interfaces.notices.kinds import Rhythm

UTC_ZONE = ZoneInfo("UTC")
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)
LONGEST_WAIT_DAYS = 9
DAYS_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Where somebody lives by which clock. From `quiet_from` until `quiet_until` nothing comes."""

    zone: ZoneInfo = UTC_ZONE
    quiet_from: time | None = None
    quiet_until: time | None = None
    gathered_at: time = time(7)
    weekday: int = 0

    def is_quiet(self, at: datetime) -> bool:
        """Whether the clock on the wall shows a quiet hour."""
        if self.quiet_from is None or self.quiet_until is None:
            return False
        shown = at.astimezone(self.zone).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= shown < self.quiet_until
        return shown >= self.quiet_from or shown < self.quiet_until


def when_to_send(now: datetime, rhythm: Rhythm, hours: Hours) -> datetime | None:
    """The moment, in UTC; None for who wants to hear nothing."""
    if rhythm is Rhythm.NEVER:
        return None
    return after_quiet(gathering_after(now, rhythm, hours) or now, hours)


def gathering_after(now: datetime, rhythm: Rhythm, hours: Hours) -> datetime | None:
    """The next moment at which what gathered leaves together; None where nothing gathers.

    It is the first moment of that day at which the wall shows the hour or, where clocks skip it,
    a later one: one gathering a day, on every day.
    """
    if rhythm not in (Rhythm.DAILY, Rhythm.WEEKLY):
        return None
    today = now.astimezone(hours.zone).date()
    for ahead in range(LONGEST_WAIT_DAYS):
        day = today + ahead * A_DAY
        if rhythm is Rhythm.WEEKLY and day.weekday() != hours.weekday:
            continue
        found = min(moments(day, hours.gathered_at, hours.zone))
        if found > now:
            return found
    raise ValueError(f"no gathering within {LONGEST_WAIT_DAYS} days of {now}")


def after_quiet(at: datetime, hours: Hours) -> datetime:
    """The moment itself, or the one at which its quiet hours end."""
    if not hours.is_quiet(at) or hours.quiet_until is None:
        return at.astimezone(UTC)
    today = at.astimezone(hours.zone).date()
    ends = (
        moment
        for ahead in range(DAYS_AROUND)
        for moment in moments(today + ahead * A_DAY, hours.quiet_until, hours.zone)
    )
    return min(one for one in ends if one >= at and not hours.is_quiet(one))


def moments(day: date, shown: time, zone: ZoneInfo) -> Iterator[datetime]:
    """When the wall shows this: once, twice where clocks go back.

    Where they go forward over it, the moment of the change.
    """
    wall = datetime.combine(day, shown)
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        yield from dict.fromkeys((first, second))
    else:
        yield _change_between(second, first, zone)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first second after the clock of the zone was moved."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > A_SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
