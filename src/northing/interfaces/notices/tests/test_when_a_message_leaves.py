"""When does a message leave, by whose clock, and on the nights on which clocks change?"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from northing.interfaces.notices.kinds import Rhythm
from northing.interfaces.notices.pauses import PAUSES, pause_after
from northing.interfaces.notices.timing import Hours, gathering_after, when_to_send

# Tables of zones are read from disk at first, on a machine that may be busy.
at_leisure = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [BERLIN, NEW_YORK, ZoneInfo("UTC"), ZoneInfo("Asia/Kathmandu"), ZoneInfo("Australia/Lord_Howe")]
)
# Around the nights of 2026 on which Berlin and New York move their clocks.
NIGHTS = tuple(
    map(
        datetime.fromisoformat, ("2026-03-29T01", "2026-10-25T01", "2026-03-08T07", "2026-11-01T06")
    )
)
MOMENTS = st.one_of(
    *(
        st.datetimes(night - reach, night + reach, timezones=st.just(UTC))
        for night in NIGHTS
        for reach in (timedelta(hours=3), timedelta(days=2), timedelta(days=400))
    )
)
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))
RHYTHMS = st.sampled_from([Rhythm.AT_ONCE, Rhythm.DAILY, Rhythm.WEEKLY])


@st.composite
def hours(draw):
    quiet = draw(st.one_of(st.none(), st.tuples(TIMES, TIMES).filter(lambda two: two[0] != two[1])))
    return Hours(zone=draw(ZONES), quiet_from=quiet[0] if quiet else None,
                 quiet_until=quiet[1] if quiet else None, gathered_at=draw(TIMES),
                 weekday=draw(st.integers(0, 6)))  # fmt: skip


@at_leisure
@given(MOMENTS, RHYTHMS, hours())
def test_never_before_now_never_in_quiet_hours_and_never_much_too_late(now, rhythm, held):
    found = when_to_send(now, rhythm, held)
    assert found >= now
    assert not held.is_quiet(found)
    longest = {Rhythm.AT_ONCE: 1, Rhythm.DAILY: 2, Rhythm.WEEKLY: 8}[rhythm]
    assert found - now <= timedelta(days=longest, hours=3)


@at_leisure
@given(MOMENTS, hours())
def test_each_day_has_exactly_one_gathering(now, held):
    found = [now]
    for _ in range(4):
        found.append(gathering_after(found[-1], Rhythm.DAILY, held))
    days = [one.astimezone(held.zone).date() for one in found[1:]]
    assert days == [days[0] + timedelta(days=ahead) for ahead in range(4)]


@at_leisure
@given(MOMENTS, hours())
def test_a_gathering_shows_its_hour_unless_clocks_skip_it(now, held):
    found = gathering_after(now, Rhythm.WEEKLY, held).astimezone(held.zone)
    assert found.weekday() == held.weekday
    shown = found.time().replace(second=0)
    assert shown == held.gathered_at or timedelta(0) < (
        datetime.combine(found.date(), shown) - datetime.combine(found.date(), held.gathered_at)
    ) <= timedelta(hours=1)


@at_leisure
@given(MOMENTS, MOMENTS, hours())
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
         Hours(zone=BERLIN, gathered_at=time(2, 30)))  # fmt: skip
def test_who_waits_longer_is_not_told_later(one, other, held):
    first, second = sorted((one, other))
    assert gathering_after(first, Rhythm.DAILY, held) <= gathering_after(second, Rhythm.DAILY, held)


@pytest.mark.parametrize(
    ("zone", "now", "quiet", "at"),
    [
        # 29 March 2026: in Berlin 02:00 is followed by 03:00; a quiet that ends at 02:30 ends then.
        (BERLIN, "2026-03-29T00:30", ("22:00", "02:30"), "2026-03-29T01:00"),
        # 25 October 2026: 02:30 comes twice; the first ends it, the second ends what began again.
        (BERLIN, "2026-10-25T00:10", ("22:00", "02:30"), "2026-10-25T00:30"),
        (BERLIN, "2026-10-25T01:10", ("22:00", "02:30"), "2026-10-25T01:30"),
        (NEW_YORK, "2026-03-08T06:30", ("23:00", "02:15"), "2026-03-08T07:00"),
        (NEW_YORK, "2026-11-01T05:10", ("23:00", "07:00"), "2026-11-01T12:00"),
        (BERLIN, "2026-05-04T12:00", ("22:00", "07:00"), "2026-05-04T12:00"),
    ],
)
def test_quiet_hours_end_by_the_clock_on_the_wall(zone, now, quiet, at):
    held = Hours(zone=zone, quiet_from=time.fromisoformat(quiet[0]),
                 quiet_until=time.fromisoformat(quiet[1]))  # fmt: skip
    found = when_to_send(datetime.fromisoformat(now).replace(tzinfo=UTC), Rhythm.AT_ONCE, held)
    assert found == datetime.fromisoformat(at).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "at"),
    [
        ("2026-03-28T12:00", "2026-03-29T01:00"),  # 02:30 is skipped: the moment of the change
        ("2026-10-24T12:00", "2026-10-25T00:30"),  # 02:30 comes twice: the first
        ("2026-10-25T00:30", "2026-10-26T01:30"),  # and not again an hour later
    ],
)
def test_a_day_whose_hour_is_skipped_or_doubled_has_one_letter(now, at):
    held = Hours(zone=BERLIN, gathered_at=time(2, 30))
    found = when_to_send(datetime.fromisoformat(now).replace(tzinfo=UTC), Rhythm.DAILY, held)
    assert found == datetime.fromisoformat(at).replace(tzinfo=UTC)


def test_who_wants_nothing_gets_nothing():
    assert when_to_send(datetime(2026, 5, 4, tzinfo=UTC), Rhythm.NEVER, Hours()) is None


def test_pauses_grow_and_last_more_than_a_day():
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES, timedelta()) > timedelta(days=1)
    assert pause_after(len(PAUSES)) == PAUSES[-1]
    assert pause_after(len(PAUSES) + 1) is None
