"""May an organisation ask everybody for a second factor, and does it then hold for every page?"""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.models import Organisation
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.trail import store

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PAGES = ("organisation", "members", "units", "trail")


@pytest.fixture
def amina():
    member = make_organisation()
    TOTP.activate(member.person, generate_totp_secret())
    return member


def ask(client, member, asked="yes"):
    client.force_login(member.person)
    return client.post(reverse("second_factor", args=[member.organisation_id]), {"asked": asked})


def is_asked(member):
    return Organisation.objects.get(id=member.organisation_id).asks_second_factor


def test_whoever_has_none_sees_nothing_until_they_have_one(client, amina):
    bruno = make_member(amina, "Bruno")
    ask(client, amina)
    client.force_login(bruno.person)
    for name in PAGES:
        found = client.get(reverse(name, args=[amina.organisation_id]))
        assert found.status_code == 403
        assert "asks for a second factor" in found.content.decode()
    assert client.get("/account/").status_code == 200
    assert client.get("/sign-in/2fa/totp/activate/").status_code == 302
    TOTP.activate(bruno.person, generate_totp_secret())
    assert client.get(reverse("units", args=[amina.organisation_id])).status_code == 200


def test_a_stranger_does_not_learn_that_it_is_there(client, amina):
    ask(client, amina)
    client.force_login(make_organisation("Dune Trust", "Chiara").person)
    assert client.get(reverse("members", args=[amina.organisation_id])).status_code == 404


def test_it_is_said_once_in_the_trail_and_may_be_taken_back(client, amina):
    for asked in ("yes", "yes", "no", "no"):
        ask(client, amina, asked)
    verbs = [entry.event.verb for entry in store.entries(amina.organisation_id)]
    assert verbs[-2:] == ["second factor asked for", "second factor left to everybody"]
    assert not is_asked(amina)


def test_nobody_shuts_themselves_out(client):
    amina = make_organisation()
    ask(client, amina)
    assert not is_asked(amina)
    page = client.get(reverse("organisation", args=[amina.organisation_id])).content.decode()
    assert "Set up your own second factor first" in page


def test_only_who_may_change_the_organisation_asks_it(client, amina):
    officer = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    assert ask(client, officer).status_code == 403
    assert not is_asked(amina)
