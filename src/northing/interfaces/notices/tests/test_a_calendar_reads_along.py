"""Does a calendar program find the days that are due, and nothing once its address is revoked?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from northing.foundations.people.access import Role
from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.notices import actions
from northing.interfaces.notices.actions import Said
from northing.interfaces.notices.models import Calendar as Kept
from northing.interfaces.notices.tests.make import make_audit, make_finding, now

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LONGEST_LINE = 75


@pytest.fixture
def amina():
    found = make_organisation("Häfen und Söhne, eine Gesellschaft; mit langem, schönem Namen" * 2)
    said = Said(language="de", zone="Europe/Berlin")
    actions.choose(said, by=found, at=now(), seen=0)
    return found


def feed(token):
    return reverse("calendar_feed", args=[token])


def test_its_address_is_shown_once_and_opens_for_who_is_not_signed_in(client, amina):
    client.force_login(amina.person)
    made = client.post(reverse("notices_calendar", args=[amina.organisation_id]))
    assert made["Cache-Control"] == "no-store"
    link = made.content.decode().partition('id="secret">')[2].partition("<")[0]
    token = link.rpartition("/")[2].removesuffix(".ics")
    assert (
        token not in client.get(reverse("notices", args=[amina.organisation_id])).content.decode()
    )
    assert token not in str(Kept.objects.values())
    client.logout()
    assert (
        client.get(link.removeprefix("http://testserver"))["Content-Type"]
        == "text/calendar; charset=utf-8"
    )


def test_the_days_are_whole_days_and_say_nothing_of_what_they_are_about(client, amina):
    found = make_finding(amina, make_audit(amina), days=200)
    make_member(amina, "Bruno", Role.AUDITOR, until=now().date() + timedelta(days=30))
    raw = client.get(feed(actions.make_calendar(by=amina, at=now()))).content
    assert max(len(line) for line in raw.split(b"\r\n")) <= LONGEST_LINE
    [entry] = Calendar.from_ical(raw).walk("VEVENT")
    assert entry.decoded("dtstart") == found.due_on
    assert entry.decoded("dtend") == found.due_on + timedelta(days=1)
    assert str(entry["summary"]) == "Eine Feststellung, für die Sie verantwortlich sind, ist fällig"
    assert "/audits/findings/" in entry["url"]
    assert b"VTIMEZONE" not in raw
    assert b"Chiara" not in raw


def test_a_reader_that_knows_it_is_not_sent_it_again(client, amina):
    follow_up = make_finding(amina, make_audit(amina))
    address = feed(actions.make_calendar(by=amina, at=now()))
    first = client.get(address)
    assert first["Cache-Control"] == "private, no-store"
    again = client.get(address, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    follow_up.due_on += timedelta(days=1)
    follow_up.save()
    assert client.get(address, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_revoked_replaced_invented_or_of_somebody_who_left_it_is_not_there(client, amina):
    first, second = (actions.make_calendar(by=amina, at=now()) for _ in range(2))
    assert client.get(feed(first)).status_code == 404
    assert client.get(feed(second)).status_code == 200
    client.force_login(amina.person)
    client.post(reverse("notices_calendar_revocation", args=[amina.organisation_id]))
    assert client.get(feed(second)).status_code == 404
    assert client.get(feed("invented")).status_code == 404
    bruno = make_member(amina, "Bruno")
    token = actions.make_calendar(by=bruno, at=now())
    assert client.get(feed(token)).status_code == 200
    Member.objects.filter(id=bruno.id).update(ended_at=now())
    assert client.get(feed(token)).status_code == 404
