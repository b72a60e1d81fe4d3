"""Can people say once how all their records are read, and is no name told by saying it?"""

from __future__ import annotations

import json

import pytest

from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.stages.records.imports import store
from northing.stages.records.imports.actions import say_usage
from northing.stages.records.imports.facts import Usage

pytestmark = [pytest.mark.database, pytest.mark.django_db]
SAID = Usage(names=("Greta Verhoeven", "Samir Haddad"), hides_members=True, fiscal_year_starts=4,
             currency="EUR", language="de")  # fmt: skip


@pytest.fixture
def amina():
    return make_organisation()


def told(member):
    events = [one.event for one in trail.entries(member.organisation_id)]
    return [one for one in events if one.verb == "usage said"]


def test_where_nobody_said_anything_nothing_is_taken_for_said(amina):
    assert store.usage(amina.organisation) == (Usage(), 0)


def test_what_was_said_holds_until_it_is_said_otherwise(amina):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    assert store.usage(amina.organisation) == (SAID, 1)
    say_usage(Usage(currency="USD"), by=amina, at=NOON, seen=1)
    assert store.usage(amina.organisation) == (Usage(currency="USD"), 2)


def test_of_two_who_say_it_at_once_the_second_is_told(amina):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    with pytest.raises(Refused, match="changed meanwhile"):
        say_usage(Usage(currency="USD"), by=amina, at=NOON, seen=0)
    assert store.usage(amina.organisation)[0] == SAID


def test_said_twice_it_is_said_once(amina):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    say_usage(SAID, by=amina, at=NOON, seen=0)
    assert store.usage(amina.organisation) == (SAID, 1)
    assert len(told(amina)) == 1


def test_the_trail_learns_how_many_names_and_none_of_them(amina):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    (event,) = told(amina)
    assert event.details["names"] == 2
    text = json.dumps([dict(event.details), event.verb, event.grounds], default=str)
    assert not any(part in text for name in SAID.names for part in name.split())


@pytest.mark.parametrize("role", [Role.LEADER, Role.MEMBER, Role.AUDITOR])
def test_whoever_may_not_change_records_may_not_say_it(amina, role):
    with pytest.raises(NotAllowed):
        say_usage(SAID, by=make_member(amina, "Bruno", role), at=NOON, seen=0)


def test_what_one_organisation_says_holds_for_no_other(amina):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    elsewhere = make_organisation("Dune Trust", "Chiara")
    assert store.usage(elsewhere.organisation) == (Usage(), 0)
