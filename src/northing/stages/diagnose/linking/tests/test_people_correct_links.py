"""Is what people say of a link kept once, told to the trail, and taken back without a loss?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.refusals import NotAllowed
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.stages.diagnose.linking import actions, store
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def amina():
    return make_organisation()


def record(owner, name="budget.csv:2"):
    return StoredRecord.objects.create(
        organisation=owner.organisation, name=name, channel="money", text="Screening",
        side="spending", sought="screening",
    )  # fmt: skip


def test_said_twice_it_is_said_once(amina):
    one = record(amina)
    first = actions.correct(one, "screening", bears=True, by=amina, at=NOON)
    again = actions.correct(one, "screening", bears=True, by=amina, at=LATER)
    assert first.id == again.id
    assert len(store.corrections(amina.organisation)) == 1


def test_the_later_of_two_holds_and_taking_it_back_brings_the_earlier_one(amina):
    one = record(amina)
    actions.correct(one, "screening", bears=True, by=amina, at=NOON)
    later = actions.correct(one, "screening", bears=False, by=amina, at=LATER)
    assert store.corrected(amina.organisation, "screening", bears=True) == []
    assert store.corrected(amina.organisation, "screening", bears=False) == [one.name]
    for _ in range(2):
        actions.withdraw(later, by=amina, at=LATER)
    assert store.corrected(amina.organisation, "screening", bears=True) == [one.name]
    assert len(store.corrections_of(amina.organisation, one.name)) == 2


def test_the_trail_tells_of_each_without_the_words_of_the_record(amina):
    said = actions.correct(record(amina), "screening", bears=False, by=amina, at=NOON)
    actions.withdraw(said, by=amina, at=LATER)
    events = [entry.event for entry in trail.entries(amina.organisation_id)][-2:]
    assert [one.verb for one in events] == ["link corrected", "correction withdrawn"]
    assert events[0].details == {"commitment": "screening", "bears": False}
    assert {one.subject for one in events} == {said.id}


@pytest.mark.parametrize("role", list(Role))
def test_the_table_of_access_decides_who_may(amina, role):
    bruno = make_member(amina, "Bruno", role)
    may = allows(role, Action.RECORDS, Wish.CHANGE)
    one = record(amina)
    if may:
        actions.correct(one, "screening", bears=True, by=bruno, at=NOON)
        return
    with pytest.raises(NotAllowed):
        actions.correct(one, "screening", bears=True, by=bruno, at=NOON)
    said = actions.correct(one, "screening", bears=True, by=amina, at=NOON)
    with pytest.raises(NotAllowed):
        actions.withdraw(said, by=bruno, at=LATER)


def test_a_record_of_another_organisation_is_nobodys_to_correct(amina):
    chiara = make_organisation("Dune Trust", "Chiara")
    with pytest.raises(NotAllowed):
        actions.correct(record(amina), "screening", bears=True, by=chiara, at=NOON)
