"""Does every address of an organisation keep to the table, for every role and every stranger?

The addresses are read from the program: a page that is added is tested, or the test fails.
"""

from __future__ import annotations

import uuid
from itertools import product

import pytest
from django.urls import reverse

from northing.foundations.people import invitations, tokens
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Invitation, Member
from northing.foundations.people.tests.make import (
    NOON,
    make_member,
    make_organisation,
    make_unit,
)  # fmt: skip
from northing.interfaces.web import urls
from northing.interfaces.web.tests import (
    rows_audits,
    rows_clarify,
    rows_decide,
    rows_home,
    rows_notices,
    rows_plans,
    rows_records,
    rows_verify,
    rows_webhooks,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PAGES = {one.name: one for one in urls.organisation_pages}
OUTSIDE = {
    "chooser",
    "health",
    "ready",
    "metrics",
    "arrival",
    "account",
    "account_file",
    "erasure",
    "session_end",
}
OUTSIDE |= {"openid_connect_login", "openid_connect_callback"}
OUTSIDE |= {"saml_login", "saml_acs", "saml_finish", "saml_metadata"}  # test_saml.py
OUTSIDE |= {"public_audit", "public_file"}  # tried in test_what_is_issued_is_read.py
OUTSIDE |= {"notices_stop", "calendar_feed"}  # tried in test_people_choose_what_they_hear.py
METHODS = ("get", "post")
AREAS = (
    rows_home,
    rows_clarify,
    rows_records,
    rows_audits,
    rows_verify,
    rows_webhooks,
    rows_notices,
    rows_decide,
    rows_plans,
)


class House:
    """Two organisations; in the first every role, each in the same unit as whom they look at."""

    def __init__(self):
        self.owner = make_organisation()
        self.unit = make_unit(self.owner.organisation, "Clinic")
        self.seen = make_member(self.owner, "Seen", unit=self.unit)
        self.elsewhere = make_organisation("Dune Trust", "Chiara")
        self.seen_elsewhere = make_member(self.elsewhere, "Seen elsewhere")
        self.invitations = {
            one.organisation_id: self.invited(one) for one in (self.owner, self.elsewhere)
        }

        self.rows = {one.organisation_id: self.made(one) for one in (self.owner, self.elsewhere)}

    def made(self, owner):
        """What the addresses of every area name, in the organisation of this owner."""
        found = {"invitation": self.invitations[owner.organisation_id]}
        found["unit"] = make_unit(owner.organisation, "Ward")
        found["token"] = self.token(owner)
        found["member"] = self.seen if owner == self.owner else self.seen_elsewhere
        for area in AREAS:
            found |= area.rows(owner)
        return found

    def invited(self, owner):
        unit = self.unit if owner == self.owner else None
        place = Place(Role.MEMBER, unit)
        invitations.invite("daan@example.org", place, by=owner, at=NOON)
        return Invitation.objects.get(organisation=owner.organisation, accepted_at=None)

    def token(self, owner):
        """Of the owner: others find none, whatever their role, and revoke none."""
        grant = tokens.Grant("Ledger", frozenset(), NOON.date())
        return tokens.make(grant, by=owner, at=NOON)[0]

    def member(self, role):
        return make_member(self.owner, "Bruno", role, self.unit)

    def address(self, name, *, organisation=None, rows=None):
        """An address of `organisation` that names rows of `rows`."""
        organisation = organisation or self.owner.organisation_id
        rows = rows or organisation
        ids = self.rows[rows]
        wanted = PAGES[name].pattern.converters
        found = {key: getattr(ids[key], "id", ids[key]) for key in wanted}
        return reverse(name, kwargs={"organisation": organisation, **found})


@pytest.fixture
def house():
    return House()


def asked(client, method, address):
    found = getattr(client, method)(address)
    if found.streaming:
        list(found.streaming_content)  # what is handed out in pieces holds its file until then
    return found.status_code


def test_every_page_that_is_no_organisations_is_known():
    named = {one.name for one in urls.urlpatterns if getattr(one, "name", None)}
    assert named == OUTSIDE
    assert all(hasattr(one.callback, "access") for one in PAGES.values())


# What ends something comes last, so that the pages before it find what they look at.
ENDS = {"departure", "withdrawal", "unit_removal"}.union(*(area.ENDS for area in AREAS))
IN_ORDER = sorted(PAGES, key=ENDS.__contains__)


@pytest.mark.parametrize(("role", "method"), list(product(Role, METHODS)))
def test_within_the_organisation_the_table_decides(client, house, role, method):
    client.force_login(house.member(role).person)
    for name in IN_ORDER:
        action, get, post = PAGES[name].callback.access
        may = opens(role, action, get if method == "get" else post)
        found = asked(client, method, house.address(name))
        assert found in ((200, 302, 405, 422) if may else (403, 405)), name
    changes = opens(role, Action.MEMBERS, Wish.CHANGE) and method == "post"
    assert (Member.objects.get(id=house.seen.id).ended_at is not None) is changes


@pytest.mark.parametrize("method", METHODS)
def test_for_a_stranger_there_is_no_organisation(client, house, method):
    client.force_login(house.elsewhere.person)
    nowhere = uuid.uuid4()
    for name in IN_ORDER:
        rows = house.owner.organisation_id
        never = house.address(name, organisation=nowhere, rows=rows)
        there, gone = (asked(client, method, one) for one in (house.address(name), never))
        assert there == gone, name
        assert there in (404, 405), name


@pytest.mark.parametrize("method", METHODS)
def test_without_signing_in_one_is_sent_to_sign_in(client, house, method):
    for name in IN_ORDER:
        found = getattr(client, method)(house.address(name))
        assert found.status_code in (302, 405), name
        if found.status_code == 302:
            assert found.url.startswith(reverse("account_login"))


WITH_ROWS = [name for name, one in PAGES.items() if one.pattern.converters]


@pytest.mark.parametrize("method", METHODS)
def test_rows_of_another_organisation_are_not_there_for_an_owner(client, house, method):
    client.force_login(house.owner.person)
    for name in WITH_ROWS:
        address = house.address(name, rows=house.elsewhere.organisation_id)
        action, get, post = PAGES[name].callback.access
        is_open = opens(Role.OWNER, action, get if method == "get" else post)
        # A door that is shut for owners says so whatever the address names: nothing is told by it.
        assert asked(client, method, address) in ((404, 405) if is_open else (403, 405)), name
    assert Member.objects.get(id=house.seen_elsewhere.id).ended_at is None
    strange = house.invitations[house.elsewhere.organisation_id]
    assert Invitation.objects.get(id=strange.id).withdrawn_at is None


def test_a_unit_of_another_organisation_cannot_be_given(client, house):
    client.force_login(house.owner.person)
    strange = make_unit(house.elsewhere.organisation, "Dunes")
    sent = {"email": "e@example.org", "role": "member", "unit": str(strange.id)}
    assert client.post(house.address("invitation"), sent).status_code == 422
    sent = {"name": "Below the dunes", "parent": str(strange.id)}
    assert client.post(house.address("units"), sent).status_code == 422


def test_whoever_left_or_whose_time_is_over_finds_nothing(client, house):
    member = house.member(Role.AUDITOR)
    client.force_login(member.person)
    address = house.address("members")
    assert asked(client, "get", address) == 200
    Member.objects.filter(id=member.id).update(until=NOON.date().replace(year=2020))
    assert asked(client, "get", address) == 404


def test_the_two_trails_never_meet(client, house):
    client.force_login(house.owner.person)
    text = b"".join(client.get(house.address("trail_file")).streaming_content).decode()
    assert str(house.owner.organisation_id) in text
    assert str(house.elsewhere.organisation_id) not in text
    assert "example.org" not in text


def test_every_wish_is_one_of_the_tables():
    for one in PAGES.values():
        _, get, post = one.callback.access
        assert {get, post} <= set(Wish)
