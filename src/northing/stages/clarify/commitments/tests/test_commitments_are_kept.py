"""How do commitments come, change, move and end, whoever else is at it?"""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northing.foundations.people import refusals
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_organisation
from northing.foundations.trail import store as trail
from northing.stages.clarify.commitments import actions, facts, store
from northing.stages.clarify.commitments.actions import Promise

pytestmark = [pytest.mark.database, pytest.mark.django_db]
JUNE = date(2026, 6, 1)


@pytest.fixture
def amina():
    return make_organisation()


def promised(amina, text="Every patient is a whole person", **but):
    return actions.add(Promise(text=text), by=amina, at=NOON, **but)


def keys(amina):
    return [row.key for row in store.commitments(amina.organisation)]


def test_each_gets_a_key_of_its_own_that_stays(amina):
    first, second = promised(amina), promised(amina)
    assert [first.key, second.key] == ["patient-person", "patient-person-2"]
    given_one = promised(amina, key="young-minds")
    assert given_one.key == "young-minds"
    actions.amend(first, Promise(text="Other words"), by=amina, at=NOON, seen=1)
    assert keys(amina)[0] == "patient-person"


def test_a_form_that_is_sent_twice_makes_one(amina):
    ticket = uuid.uuid4()
    assert promised(amina, ticket=ticket) == promised(amina, ticket=ticket)
    chiara = make_organisation("Dune Trust", "Chiara")
    with pytest.raises(NotAllowed):
        promised(chiara, ticket=ticket)


def test_of_two_who_change_one_the_second_is_told_and_nothing_is_overwritten(amina):
    care = promised(amina)
    actions.amend(care, Promise(text="Amina's words"), by=amina, at=NOON, seen=1)
    with pytest.raises(Refused) as found:
        actions.amend(care, Promise(text="Bruno's words"), by=amina, at=NOON, seen=1)
    assert found.value.code == refusals.CHANGED_MEANWHILE
    assert store.commitment(amina.organisation, care.id).text == "Amina's words"


def test_the_trail_names_what_changed_and_not_the_words(amina):
    care = promised(amina)
    promise = Promise(text="New words", weight=Decimal(3), guardrail=True)
    actions.amend(care, promise, by=amina, at=NOON, seen=1)
    actions.amend(care, promise, by=amina, at=NOON, seen=2)
    events = [entry.event for entry in trail.entries(amina.organisation_id)]
    assert dict(events[-1].details) == {"key": care.key, "changed": "text, weight, guardrail"}
    assert [event.verb for event in events].count("commitment changed") == 1


def test_what_ended_comes_back(amina):
    care = promised(amina)
    actions.end(care, on=JUNE, by=amina, at=NOON)
    assert store.commitments(amina.organisation) == []
    actions.bring_back(store.commitment(amina.organisation, care.id), by=amina, at=NOON)
    assert store.commitments(amina.organisation) == [care]


def test_rules_read_the_same_as_people(amina):
    promise = Promise(text="Care", layer="cultural", weight=Decimal("2.5"), guardrail=True,
                      living_it=("time",), breaking_it=("haste",))  # fmt: skip
    actions.add(promise, by=amina, at=NOON)
    assert store.facts_of(store.commitments(amina.organisation)) == (
        facts.Commitment(id="care", text="Care", layer=facts.Layer.CULTURAL,
                         weight=Decimal("2.5"), guardrail=True, living_it=("time",),
                         breaking_it=("haste",)),
    )  # fmt: skip


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=6))
def test_however_they_are_moved_each_stands_once_and_the_last_move_holds(amina, moves):
    wanted = ["a", "b", "c", "d"]
    for name in wanted:
        if name not in keys(amina):
            promised(amina, key=name)
    rows = {row.key: row for row in store.commitments(amina.organisation)}
    for at, name in enumerate(wanted):
        actions.place(rows[name], at, by=amina, at=NOON)
    for which, to in moves:
        name = wanted[which]
        actions.place(rows[name], to, by=amina, at=NOON)
        wanted.insert(to, wanted.pop(which))
    assert keys(amina) == wanted
