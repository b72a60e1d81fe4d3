"""Does a token open what its member may at that moment and its scopes name, and nothing else?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.people import members, personal, refusals, tokens
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Token
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.people.tokens import LONGEST, MOST, SCOPES, Grant, Scope
from northing.foundations.trail import store as trail

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = timedelta(days=1)
TODAY = NOON.date()


def grant(*words, until=TODAY):
    return Grant("ledger", frozenset(SCOPES[one] for one in words), until)


def may(secret, action, wish, *, on=TODAY):
    token = tokens.opened_by(secret, on=on)
    return token is not None and tokens.may(token, action, wish)


@pytest.fixture
def amina():
    return make_organisation()


@given(scope=st.sampled_from(list(SCOPES.values())), action=st.sampled_from(list(Action)))
def test_to_change_is_to_see_and_neither_reaches_another_action(scope, action):
    assert scope.covers(action, Wish.SEE) is (scope.action is action)
    is_change = scope.action is action and scope.wish is Wish.CHANGE
    assert scope.covers(action, Wish.CHANGE) is is_change


def test_what_is_kept_of_the_secret_opens_nothing(amina):
    made, secret = tokens.make(grant("units:see"), by=amina, at=NOON)
    assert secret.startswith("northing_")
    assert secret not in str(Token.objects.values().get())
    assert tokens.opened_by(secret, on=TODAY) == made
    assert tokens.opened_by(made.token_sha256, on=TODAY) is None
    assert tokens.opened_by(tokens.BEGINS + made.token_sha256, on=TODAY) is None


def test_it_opens_through_its_last_day(amina):
    _made, secret = tokens.make(grant("units:see", until=TODAY + DAY), by=amina, at=NOON)
    assert may(secret, Action.UNITS, Wish.SEE, on=TODAY + DAY)
    assert not may(secret, Action.UNITS, Wish.SEE, on=TODAY + 2 * DAY)


@pytest.mark.parametrize(
    ("until", "code"),
    [(TODAY - DAY, refusals.END_IS_PAST), (TODAY + LONGEST + DAY, refusals.END_IS_FAR)],
)
def test_its_last_day_is_to_come_and_within_a_year(amina, until, code):
    with pytest.raises(Refused) as refused:
        tokens.make(grant("units:see", until=until), by=amina, at=NOON)
    assert (refused.value.code, refused.value.field) == (code, "until")


def test_nobody_gives_a_program_what_they_may_not(amina):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    with pytest.raises(NotAllowed):
        tokens.make(grant("records:see"), by=bruno, at=NOON)
    assert Scope(Action.RECORDS, Wish.SEE) not in tokens.open_to(Role.MEMBER)


def test_a_role_that_changes_takes_the_token_along_at_once(amina):
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    _made, secret = tokens.make(grant("records:change", "units:see"), by=bruno, at=NOON)
    assert may(secret, Action.RECORDS, Wish.CHANGE)
    members.change(bruno, Place(Role.LEADER, None), by=amina, at=NOON, seen=1)
    assert not may(secret, Action.RECORDS, Wish.CHANGE)
    assert may(secret, Action.RECORDS, Wish.SEE)
    assert not opens(Role.MEMBER, Action.RECORDS, Wish.SEE)


def test_a_membership_that_ends_ends_its_tokens_and_coming_back_brings_none(amina):
    bruno = make_member(amina, "Bruno")
    _made, secret = tokens.make(grant("units:see"), by=bruno, at=NOON)
    members.end(bruno, by=bruno, at=NOON)
    assert tokens.opened_by(secret, on=TODAY) is None
    make_member(amina, "Bruno")
    assert tokens.opened_by(secret, on=TODAY) is None


def test_an_auditors_last_day_is_the_last_of_the_token(amina):
    bruno = make_member(amina, "Bruno", Role.AUDITOR, until=date(2026, 5, 10))
    until = date(2026, 6, 1)
    _made, secret = tokens.make(grant("trail:see", until=until), by=bruno, at=NOON)
    assert may(secret, Action.TRAIL, Wish.SEE, on=date(2026, 5, 10))
    assert tokens.opened_by(secret, on=date(2026, 5, 11)) is None


def test_an_account_that_is_shut_shuts_its_tokens(amina):
    bruno = make_member(amina, "Bruno")
    _made, secret = tokens.make(grant("units:see"), by=bruno, at=NOON)
    bruno.person.is_active = False
    bruno.person.save()
    assert tokens.opened_by(secret, on=TODAY) is None


def test_one_revokes_ones_own_and_an_owner_anybodys(amina):
    bruno, chiara = make_member(amina, "Bruno"), make_member(amina, "Chiara")
    made, secret = tokens.make(grant("units:see"), by=bruno, at=NOON)
    with pytest.raises(NotAllowed):
        tokens.revoke(made, by=chiara, at=NOON)
    elsewhere = make_organisation("Dune Trust", "Daan")
    with pytest.raises(NotAllowed):
        tokens.revoke(made, by=elsewhere, at=NOON)
    assert tokens.opened_by(secret, on=TODAY)
    tokens.revoke(made, by=amina, at=NOON)
    tokens.revoke(made, by=bruno, at=NOON)
    assert tokens.opened_by(secret, on=TODAY) is None
    verbs = [one.event.verb for one in trail.entries(amina.organisation_id)]
    assert verbs.count("token revoked") == 1


def test_the_trail_says_what_it_opens_and_neither_its_name_nor_its_secret(amina):
    made, secret = tokens.make(grant("records:change", "units:see"), by=amina, at=NOON)
    event = [*trail.entries(amina.organisation_id)][-1].event
    assert (event.verb, event.subject, event.actor) == ("token made", made.id, amina.person_id)
    assert event.details == {"scopes": "units:see, records:change", "until": TODAY.isoformat()}
    assert secret not in str(event)
    assert "ledger" not in str(event)


def test_one_sees_ones_own_and_an_owner_all(amina):
    bruno = make_member(amina, "Bruno")
    mine, _secret = tokens.make(grant("units:see"), by=bruno, at=NOON)
    hers, _secret = tokens.make(grant("units:see"), by=amina, at=NOON)
    tokens.make(grant(), by=make_organisation("Dune Trust", "Daan"), at=NOON)
    assert tokens.seen_by(bruno) == [mine]
    assert {one.id for one in tokens.seen_by(amina)} == {mine.id, hers.id}


def test_of_its_use_the_day_is_kept(amina):
    made, _secret = tokens.make(grant("units:see"), by=amina, at=NOON)
    assert made.last_used_on is None
    tokens.used(made, on=TODAY)
    made.refresh_from_db()
    assert made.last_used_on == TODAY


def test_fifty_that_open_something_are_enough(amina):
    for _one in range(MOST):
        tokens.make(grant("units:see"), by=amina, at=NOON)
    with pytest.raises(Refused, match=refusals.TOKENS_ARE_MANY):
        tokens.make(grant("units:see"), by=amina, at=NOON)


def test_whoever_is_forgotten_leaves_no_token(amina):
    bruno = make_member(amina, "Bruno")
    tokens.make(grant("units:see"), by=bruno, at=NOON)
    assert personal.kept_of(bruno.person)["tokens"] == [
        {"name": "ledger", "scopes": ["units:see"], "until": TODAY.isoformat()}
    ]
    personal.erase(bruno.person, at=NOON)
    assert not Token.objects.exists()
    assert Member.objects.filter(id=amina.id).exists()


def test_a_word_of_a_later_version_opens_nothing(amina):
    made, secret = tokens.make(grant("units:see"), by=amina, at=NOON)
    Token.objects.filter(id=made.id).update(scopes=["weather:see"])
    assert not any(may(secret, action, Wish.SEE) for action in Action)
