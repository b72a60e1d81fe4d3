"""Is somebody found among many, by name, role or unit, and nobody whom one may not see?"""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation, make_unit
from northing.interfaces.web.views import members

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina(client):
    owner = make_organisation()
    clinic = make_unit(owner.organisation, "Öre Clinic")
    make_member(owner, "Bruno", Role.MANAGER, unit=clinic)
    make_member(owner, "Daan", Role.LEADER)
    client.force_login(owner.person)
    return owner


def names(client, member, **asked):
    text = page(client, member, **asked)
    return re.findall(r'<th scope="row"><a href="[^"]+/members/[^"]+">([^<]+)</a>', text)


def page(client, member, **asked):
    response = client.get(reverse("members", args=[member.organisation_id]), asked)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("brUNO", ["Bruno"]),
        ("öre", ["Bruno"]),
        ("clinic manager", ["Bruno"]),
        ("leader", ["Daan"]),
        ("", ["Amina", "Bruno", "Daan"]),
        ("nobody <b>", []),
    ],
)
def test_somebody_is_found_by_name_role_or_unit(client, amina, asked, found):
    assert names(client, amina, q=asked) == found


def test_whom_one_may_not_see_one_does_not_find(client, amina):
    client.force_login(make_member(amina, "Emil", Role.MANAGER, unit=None).person)
    assert names(client, amina, q="Daan") == []


def test_nobody_found_leads_back_to_all(client, amina):
    text = page(client, amina, q="Zoë")
    assert "Nobody here is called so." in text
    assert "3 people belong here." in text
    assert 'href="?">Show all' in text


def test_many_stand_on_pages_and_the_search_goes_with_them(client, amina, monkeypatch):
    monkeypatch.setattr(members, "A_PAGE", 2)
    for number in range(3):
        make_member(amina, f"Somebody {number}", Role.MEMBER)
    assert names(client, amina) == ["Amina", "Bruno"]
    assert len(names(client, amina, page="all")) == 6
    assert names(client, amina, q="somebody", page=2) == ["Somebody 2"]
    assert "?q=somebody&page=2" in page(client, amina, q="somebody")


def test_what_is_sought_is_what_is_taken_along(client, amina):
    asked = {"q": "bruno", "format": "csv"}
    file = client.get(reverse("members", args=[amina.organisation_id]), asked)
    told = b"".join(file.streaming_content).decode()
    assert "Bruno" in told
    assert "Daan" not in told
