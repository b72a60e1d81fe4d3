"""Whom does a provider's word let in, and what of it is believed?

The provider is real: a program of its own that asks for a password and for consent.
"""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from northing.foundations.people import invitations, refusals
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Invitation, Member, Person
from northing.foundations.people.tests.make import (
    PASSWORD,
    make_member,
    make_organisation,
    make_person,
)  # fmt: skip
from northing.foundations.trail import store
from northing.foundations.trail.actions import INSTALLATION
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.single_sign_on import Provider, origin_of
from tests import openid_provider as peer

pytestmark = [pytest.mark.database, pytest.mark.django_db]
BEGIN = "/sign-in/oidc/dune/login/"
CALLBACK = f"http://testserver{BEGIN}callback/"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with peer.running(tmp_path_factory.mktemp("provider")) as (one, lead_back_to):
        lead_back_to(CALLBACK)
        yield one


@pytest.fixture
def trust(settings):
    """`trust(issuer, organisation)` is what whoever runs the installation sets."""

    def trusted(issuer, *organisations):
        one = Provider(
            id="dune",
            name="Dune Trust",
            issuer=issuer,
            client_id=peer.CLIENT,
            client_secret=peer.SECRET,
            domains=frozenset({"dune.example"}),
            organisations=frozenset(organisations),
            origins=(origin_of(issuer),),
        )
        settings.SINGLE_SIGN_ON = {one.id: one}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.as_app()]}}

    cache.clear()
    return trusted


@pytest.fixture
def amina(address, trust):
    trust(address)
    return make_organisation()


def invite(amina, name):
    email = next(email for called, email, _ in peer.PEOPLE if called == name)
    invitations.invite(email, Place(Role.CHAMPION), by=amina, at=timezone.now())


def fields(page):
    """What a form would send: its hidden fields and its ticked boxes."""
    found = []
    for field in re.findall(r"<input[^>]*>", page):
        told = dict(re.findall(r'([a-z]+)="([^"]*)"', field))
        if told.get("type") == "hidden" or "checked" in field:
            found.append((told["name"], unescape(told["value"])))
    return found


def goes_there(client, name, action="grant", begin=BEGIN):
    """From our page to the provider, through its pages, and the address it leads back to."""
    email = next(email for called, email, _ in peer.PEOPLE if called == name)
    agent = requests.Session()
    asked = agent.get(client.post(begin).url)
    typed = [("login", email), ("password", peer.PASSWORD)]
    consent = agent.post(asked.url, data=[*fields(asked.text), *typed])
    given = [*fields(consent.text), ("action", action)]
    form = f"{origin_of(consent.url)}{urlsplit(consent.url).path}"
    answered = agent.post(form, data=given, allow_redirects=False)
    back = urlsplit(answered.headers["Location"])
    return f"{back.path}?{back.query}"


def comes_back(client, name, **how):
    return client.get(goes_there(client, name, **how))


def is_refused(answer, code):
    assert answer.status_code == 403
    assert escape(str(REFUSALS[code])) in answer.content.decode()
    assert "_auth_user_id" not in answer.client.session
    return True


def verbs(chain=INSTALLATION):
    return [entry.event.verb for entry in store.entries(chain)]


def test_whoever_was_invited_comes_in_and_has_no_password_here(client, amina):
    invite(amina, "Bruno")
    answer = comes_back(client, "Bruno")
    assert (answer.status_code, answer.url) == (302, "/")
    member = Member.objects.get(person__email="bruno@dune.example")
    assert (member.role, member.organisation) == (Role.CHAMPION, amina.organisation)
    assert (member.person.name, member.person.has_usable_password()) == ("Bruno", False)
    assert client.session["_auth_user_id"] == str(member.person_id)
    assert verbs(amina.organisation_id)[-1] == "member joined"
    assert first_break(store.entries(amina.organisation_id)) is None


def test_what_else_the_provider_tells_is_not_kept(client, amina):
    invite(amina, "Bruno")
    for _ in range(2):
        comes_back(client, "Bruno")
        assert SocialAccount.objects.get().extra_data == {}
        client.logout()


def test_a_member_is_known_by_the_address_once_and_then_by_the_account(client, amina):
    bruno = make_member(amina, "Bruno").person
    Person.objects.filter(id=bruno.id).update(email="bruno@dune.example")
    other = Client()
    other.post("/sign-in/login/", {"login": "bruno@dune.example", "password": PASSWORD})
    assert other.get("/account/").status_code == 200
    assert comes_back(client, "Bruno").status_code == 302
    assert other.get("/account/").status_code == 302
    bruno.refresh_from_db()
    assert not bruno.has_usable_password()
    assert verbs()[-2:] == ["account: password forgotten", "account: account connected"]
    Person.objects.filter(id=bruno.id).update(email="b@elsewhere.example")
    client.logout()
    assert comes_back(client, "Bruno").status_code == 302
    assert client.session["_auth_user_id"] == str(bruno.id)
    assert Person.objects.count() == 2


def test_a_second_factor_is_asked_all_the_same(client, amina):
    bruno = make_member(amina, "Bruno").person
    Person.objects.filter(id=bruno.id).update(email="bruno@dune.example")
    TOTP.activate(bruno, generate_totp_secret())
    assert comes_back(client, "Bruno").url.startswith("/sign-in/2fa/authenticate/")
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("name", "is_invited", "code"),
    [
        ("Chiara", True, refusals.NOT_VERIFIED),
        ("Emre", True, refusals.OTHER_DOMAIN),
        ("Daan", False, refusals.NOT_ASKED_IN),
    ],
)
def test_whoever_is_not_shown_to_be_asked_in_stays_out(client, amina, name, is_invited, code):
    if is_invited:
        invite(amina, name)
    assert is_refused(comes_back(client, name), code)
    assert (Person.objects.count(), SocialAccount.objects.count()) == (1, 0)
    last = store.page(INSTALLATION, size=1)[0].event
    assert (last.verb, last.subject, last.details) == (
        "account: provider refused", None, {"why": code},
    )  # fmt: skip


def test_an_unverified_address_does_not_open_the_account_of_its_owner(client, amina):
    chiara = make_person("Chiara", email="chiara@dune.example")
    Member.objects.create(organisation=amina.organisation, person=chiara, role=Role.OWNER,
                          joined_at=timezone.now())  # fmt: skip
    assert is_refused(comes_back(client, "Chiara"), refusals.NOT_VERIFIED)
    chiara.refresh_from_db()
    assert chiara.has_usable_password()


@pytest.mark.parametrize("change", [
    {"withdrawn_at": timezone.now()}, {"expires_at": timezone.now() - timedelta(days=1)},
])  # fmt: skip
def test_an_invitation_that_is_over_lets_nobody_in(client, amina, change):
    invite(amina, "Bruno")
    Invitation.objects.filter(email="bruno@dune.example").update(**change)
    assert is_refused(comes_back(client, "Bruno"), refusals.NOT_ASKED_IN)


def test_a_provider_lets_nobody_into_an_organisation_it_is_not_for(client, address, trust):
    amina = make_organisation()
    trust(address, make_organisation("Other House", "Emre").organisation_id)
    invite(amina, "Bruno")
    assert is_refused(comes_back(client, "Bruno"), refusals.NOT_ASKED_IN)
    trust(address, amina.organisation_id)
    assert comes_back(client, "Bruno").status_code == 302


def test_whoever_left_is_no_member_any_more(client, amina):
    bruno = make_member(amina, "Bruno")
    Person.objects.filter(id=bruno.person_id).update(email="bruno@dune.example")
    Member.objects.filter(id=bruno.id).update(ended_at=timezone.now())
    assert is_refused(comes_back(client, "Bruno"), refusals.NOT_ASKED_IN)


def test_a_provider_that_claims_to_be_another_is_not_believed(client, trust, tmp_path):
    amina = make_organisation()
    with peer.running(tmp_path, "https://id.dune.example") as (pretender, lead_back_to):
        lead_back_to(CALLBACK)
        trust(pretender)
        invite(amina, "Bruno")
        assert is_refused(comes_back(client, "Bruno"), refusals.OTHER_ISSUER)
    assert not SocialAccount.objects.exists()


def test_an_answer_opens_once_and_only_where_it_was_asked_for(client, amina):
    invite(amina, "Bruno")
    back = goes_there(client, "Bruno")
    assert is_refused(Client().get(back), refusals.NOT_VOUCHED)
    assert client.get(back).status_code == 302
    client.logout()
    assert is_refused(client.get(back), refusals.NOT_VOUCHED)


def test_an_answer_nobody_asked_for_is_refused(client, amina):
    for query in ("", "?code=x", "?code=x&state=y", "?error=server_error"):
        assert is_refused(client.get(f"{BEGIN}callback/{query}"), refusals.NOT_VOUCHED)


def test_whoever_cancels_there_is_told_so(client, amina):
    invite(amina, "Bruno")
    assert is_refused(comes_back(client, "Bruno", action="cancel"), refusals.NOT_VOUCHED)
    assert Invitation.objects.filter(email="bruno@dune.example", accepted_at=None).exists()


def test_nobody_ties_another_account_to_their_own(client, amina):
    invite(amina, "Bruno")
    client.force_login(amina.person)
    answer = comes_back(client, "Bruno", begin=f"{BEGIN}?process=connect")
    assert answer.status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_link_from_elsewhere_does_not_begin_it(amina):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(BEGIN).status_code == 403
    assert strict.get(BEGIN).url == "/sign-in/login/"
    assert strict.post("/sign-in/oidc/unknown/login/").status_code in (403, 404)


def test_a_provider_that_does_not_answer_is_said(client, trust):
    trust("http://localhost:9")
    make_organisation()
    assert is_refused(client.post(BEGIN), refusals.PROVIDER_IS_ILL)


def test_without_a_password_one_erases_oneself_by_the_address(client, amina):
    invite(amina, "Bruno")
    comes_back(client, "Bruno")
    assert client.get("/account/file/").json()["providers"] == ["dune"]
    assert client.post("/account/erasure/", {"password": "another@dune.example"}).status_code == 422
    assert client.post("/account/erasure/", {"password": "bruno@dune.example"}).status_code == 200
    assert not Person.objects.filter(email="bruno@dune.example").exists()
    assert not SocialAccount.objects.exists()
