"""Who gets in, with what, and how often may they try?"""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people import invitations
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Person
from northing.foundations.people.tests.make import (
    PASSWORD,
    make_member,
    make_organisation,
    make_person,
)  # fmt: skip
from northing.foundations.trail import store
from northing.foundations.trail.actions import INSTALLATION

pytestmark = [pytest.mark.database, pytest.mark.django_db]
SIGN_IN = "/sign-in/login/"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def now():
    """Invitations of these tests are made today: the pages read the clock."""
    return timezone.now()


def sign_in(client, email="amina@example.org", password=PASSWORD):
    return client.post(SIGN_IN, {"login": email, "password": password})


def test_the_right_password_gets_in_and_a_wrong_one_says_so(client):
    make_person()
    assert sign_in(client, password="wrong").status_code == 200
    assert "_auth_user_id" not in client.session
    assert sign_in(client).status_code == 302
    assert client.session["_auth_user_id"]


def test_guessing_is_stopped_even_for_the_right_password(client):
    make_person()
    for _ in range(10):
        sign_in(client, password="wrong")
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_a_failed_sign_in_leaves_an_entry_that_names_nobody(client):
    person = make_person()
    sign_in(client, password="wrong")
    sign_in(client, "hunter2 typed in the wrong field@example.org")
    sign_in(client, "nobody@example.org")
    TOTP.activate(person, generate_totp_secret())
    sign_in(client)
    client.post("/sign-in/2fa/authenticate/", {"code": "000000"})
    failures = [
        entry.event for entry in store.entries(INSTALLATION) if "failed" in entry.event.verb
    ]
    assert [(one.verb, one.subject) for one in failures] == [
        ("account: sign-in failed", person.id),
        ("account: sign-in failed", None),
        ("account: second factor failed", person.id),
    ]
    assert all((one.actor, one.details, one.sealed) == (None, {}, {}) for one in failures)


def test_guessing_does_not_fill_the_trail(client):
    make_person()
    before = len(list(store.entries(INSTALLATION)))
    for _ in range(30):
        sign_in(client, password="wrong")
    assert len(list(store.entries(INSTALLATION))) - before <= 10


def test_nobody_signs_up_by_themselves(client):
    sent = {"email": "daan@example.org", "password1": PASSWORD}
    found = client.post("/sign-in/signup/", sent)
    assert found.status_code == 200
    assert not Person.objects.filter(email="daan@example.org").exists()


def test_a_set_up_link_founds_an_organisation_once(client, now):
    address = reverse("arrival", args=[invitations.invite_founder(at=now)])
    sent = {"organisation": "Dune Trust", "name": "Chiara", "email": "Chiara@Example.org"}
    assert client.post(address, sent | {"password": "short"}).status_code == 422
    begun = client.post(address, sent | {"password": PASSWORD})
    member = Member.objects.get()
    assert (begun.status_code, begun.url) == (302, reverse("start", args=[member.organisation_id]))
    assert (member.role, member.organisation.name) == (Role.OWNER, "Dune Trust")
    assert client.get(address).status_code == 404
    assert client.post(address, sent | {"password": PASSWORD}).status_code == 404
    assert Member.objects.count() == 1


def test_an_invitation_makes_an_account_for_its_own_address_alone(client, now):
    amina = make_organisation()
    token = invitations.invite("bruno@example.org", Place(Role.CHAMPION), by=amina, at=now)
    sent = {"name": "Bruno", "email": "mallory@example.org", "password": PASSWORD}
    assert client.post(reverse("arrival", args=[token]), sent).status_code == 302
    assert Person.objects.get(name="Bruno").email == "bruno@example.org"


def test_whoever_has_an_account_signs_in_to_accept(client, now):
    amina, bruno = make_organisation(), make_person("Bruno")
    token = invitations.invite(bruno.email, Place(Role.MEMBER), by=amina, at=now)
    address = reverse("arrival", args=[token])
    sent = {"name": "Mallory", "password": PASSWORD}
    assert client.post(address, sent).status_code == 422
    client.force_login(make_person("Chiara"))
    assert client.post(address).status_code == 422
    client.force_login(bruno)
    assert client.post(address).status_code == 302
    assert Member.objects.filter(person=bruno).count() == 1


def shown(secret):
    return f"{hotp_value(secret, int(timezone.now().timestamp()) // 30):06}"


def test_with_a_second_factor_the_password_alone_opens_nothing(client):
    person = make_person()
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    assert sign_in(client).url.startswith("/sign-in/2fa/authenticate/")
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/2fa/authenticate/", {"code": shown(secret)}).status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_recovery_code_opens_once(client):
    person = make_person()
    TOTP.activate(person, generate_totp_secret())
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    for expected in (302, 200):
        client.logout()
        sign_in(client)
        found = client.post("/sign-in/2fa/authenticate/", {"code": code})
        assert found.status_code == expected
    assert Authenticator.objects.count() == 2


def test_a_change_of_password_stands_in_the_trail(client):
    person = make_person()
    sign_in(client)
    sent = {"oldpassword": PASSWORD, "password1": PASSWORD + "!", "password2": PASSWORD + "!"}
    assert client.post("/sign-in/password/change/", sent).status_code == 302
    last = store.page(INSTALLATION, size=1)[0].event
    assert (last.verb, last.actor) == ("account: password changed", person.id)


def test_a_session_is_seen_and_ended_from_another(client):
    make_person()
    other = Client(HTTP_USER_AGENT="a lost telephone")
    for one in (client, other):
        sign_in(one)
        one.get("/account/")
    assert "a lost telephone" in client.get("/account/").content.decode()
    lost = UserSession.objects.get(user_agent="a lost telephone")
    assert client.post(reverse("session_end", args=[lost.pk])).status_code == 302
    assert other.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_nobody_ends_the_session_of_another(client):
    make_person()
    make_person("Bruno")
    sign_in(client, "bruno@example.org")
    client.get("/account/")
    session = UserSession.objects.get()
    client.logout()
    sign_in(client)
    assert client.post(reverse("session_end", args=[session.pk])).status_code == 404


def test_erasing_asks_for_the_password_and_signs_out(client):
    bruno = make_member(make_organisation(), "Bruno").person
    client.force_login(bruno)
    assert client.get("/account/file/").json()["email"] == bruno.email
    assert client.post("/account/erasure/", {"password": "wrong"}).status_code == 422
    assert Person.objects.filter(id=bruno.id).exists()
    assert client.post("/account/erasure/", {"password": PASSWORD}).status_code == 200
    assert not Person.objects.filter(id=bruno.id).exists()
    assert client.get("/account/").status_code == 302


def test_the_last_owner_cannot_be_erased(client):
    amina = make_organisation()
    client.force_login(amina.person)
    found = client.post("/account/erasure/", {"password": PASSWORD})
    assert found.status_code == 422
    assert "last owner" in found.content.decode()


@pytest.mark.parametrize("address", ["/sign-in/email/", "/sign-in/confirm-email/"])
def test_nobody_takes_an_address_that_was_never_shown_to_be_theirs(client, address):
    """Whoever could take that of a colleague who is asked in would be taken for them later."""
    amina = make_organisation()
    client.force_login(amina.person)
    for asked in ("action_add", "action_primary", "action_send"):
        answer = client.post(address, {"email": "chief@example.org", asked: ""})
        assert answer.status_code == 404
    assert client.get(address).status_code == 404
    assert Person.objects.get(id=amina.person.id).email == amina.person.email
