"""Is a name that waits for its bearer, or an address that got a link, forgotten in the end?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from northing.foundations.people import invitations, members, store
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import LASTS, Place
from northing.foundations.people.models import IMPORTED, Invitation, Member, Person
from northing.foundations.people.tests.make import NOON, make_member, make_organisation, make_person
from northing.foundations.people.waiting import (
    LINGERS,
    WAITS,
    forget_who_never_came,
    forgotten_at,
)
from northing.foundations.trail import store as trail
from northing.foundations.trail.models import SealedValue
from northing.foundations.trail.rules.chain import first_break

pytestmark = [pytest.mark.database, pytest.mark.django_db]
BRUNO = "bruno@example.org"
MOMENT = timedelta(seconds=1)


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def bruno(amina):
    """Came with an archive; whoever bears the address takes the membership over."""
    person = Person.objects.create_user(
        f"bruno{IMPORTED}", None, name="Bruno", awaits=BRUNO, is_active=False, made_at=NOON
    )
    return Member.objects.create(
        organisation=amina.organisation, person=person, role=Role.MEMBER, joined_at=NOON
    )


def is_known(member):
    return bool(store.names([member.person_id]))


def known_until(member, end):
    """The name is there until that moment, and from then on nowhere."""
    assert forgotten_at(Person.objects.get(id=member.person_id)) == end
    forget_who_never_came(at=end - MOMENT)
    assert is_known(member)
    assert forget_who_never_came(at=end) >= 1
    assert forget_who_never_came(at=end) == 0
    assert not is_known(member)
    assert not Member.objects.filter(id=member.id).exists()
    return True


def test_a_name_that_nobody_invites_waits_ninety_days(amina, bruno):
    assert known_until(bruno, NOON + WAITS)
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_a_name_whose_letter_never_comes_ends_with_it(amina, bruno):
    sent = NOON + WAITS - timedelta(days=1)
    invitations.invite(BRUNO, Place(Role.MEMBER), by=amina, at=sent)
    assert known_until(bruno, sent + LASTS + LINGERS)
    link = Invitation.objects.get(organisation=amina.organisation, accepted_at=None)
    assert (link.email, link.withdrawn_at is not None) == ("", True)
    assert not SealedValue.objects.filter(value=BRUNO).exists()


def test_another_letter_gives_the_name_more_time(amina, bruno):
    first = invitations.invite(BRUNO, Place(Role.MEMBER), by=amina, at=NOON)
    again = NOON + LASTS + timedelta(days=1)
    token = invitations.invite(BRUNO, Place(Role.MEMBER), by=amina, at=again)
    forget_who_never_came(at=NOON + LASTS + LINGERS + timedelta(days=1))
    assert first != token
    came = invitations.accept(token, make_person("Bruno"), at=again + timedelta(days=2))
    assert came.id == bruno.id
    forget_who_never_came(at=NOON + 10 * WAITS)
    assert store.names([bruno.person_id, came.person_id]) == {
        bruno.person_id: "Bruno", came.person_id: "Bruno",
    }  # fmt: skip


def test_an_owner_withdraws_a_name_that_waits(amina, bruno):
    members.end(bruno, by=amina, at=NOON + MOMENT)
    assert forget_who_never_came(at=NOON + MOMENT) == 1
    assert not is_known(bruno)


def test_who_can_sign_in_is_never_forgotten_by_the_clock(amina):
    chiara = make_member(amina, "Chiara")
    members.end(chiara, by=amina, at=NOON)
    assert forgotten_at(chiara.person) is None
    forget_who_never_came(at=NOON + 40 * WAITS)
    assert is_known(chiara)
    assert is_known(amina)


def test_an_address_that_got_a_link_is_forgotten_once_it_is_over_for_long(amina):
    invitations.invite("daan@example.org", Place(Role.MEMBER), by=amina, at=NOON)
    forget_who_never_came(at=NOON + LASTS + LINGERS - MOMENT)
    assert Invitation.objects.filter(email="daan@example.org").exists()
    forget_who_never_came(at=NOON + LASTS + LINGERS)
    assert not Invitation.objects.filter(email="daan@example.org").exists()
    assert not SealedValue.objects.filter(value="daan@example.org").exists()
    invitations.invite("daan@example.org", Place(Role.MEMBER), by=amina, at=NOON + WAITS)
    assert first_break(trail.entries(amina.organisation_id)) is None
