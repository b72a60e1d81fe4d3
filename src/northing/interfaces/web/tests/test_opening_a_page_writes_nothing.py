"""Does whoever opens a page make nobody wait who writes?"""

from __future__ import annotations

import re

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web.watching import visits

pytestmark = [pytest.mark.database, pytest.mark.django_db]
WRITES = re.compile("INSERT|UPDATE|DELETE|SAVEPOINT|BEGIN", re.IGNORECASE)


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def asked_by(client, member, **around):
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/organisations/{member.organisation_id}/units/", **around)
    return [one["sql"] for one in asked]


def test_the_first_page_writes_down_the_visit_and_the_next_nothing(client, amina):
    assert any(map(WRITES.match, asked_by(client, amina)))
    assert UserSession.objects.get().user == amina.person
    assert not any(map(WRITES.match, asked_by(client, amina)))


def test_another_address_or_browser_is_written_down_at_once(client, amina):
    asked_by(client, amina)
    asked_by(client, amina, REMOTE_ADDR="192.0.2.7")
    assert UserSession.objects.get().ip == "192.0.2.7"
    asked_by(client, amina, REMOTE_ADDR="192.0.2.7", HTTP_USER_AGENT="another")
    assert UserSession.objects.get().user_agent == "another"


def test_after_a_minute_the_visit_is_written_down_anew(client, amina, monkeypatch):
    asked_by(client, amina)
    before = UserSession.objects.get().last_seen_at
    monkeypatch.setattr(visits, "EVERY_SECONDS", 0.0)
    asked_by(client, amina)
    assert UserSession.objects.get().last_seen_at > before
