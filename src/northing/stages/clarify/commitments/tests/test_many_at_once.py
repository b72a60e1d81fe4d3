"""Is nothing lost or doubled when several people add, change and approve at the same moment?"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, connections

from northing.foundations.people import refusals
from northing.foundations.people.models import Organisation, Person
from northing.foundations.people.refusals import Refused
from northing.foundations.people.tests.make import NOON, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Became, Promise
from northing.stages.clarify.commitments.facts import Change
from northing.stages.clarify.mission import actions as mission
from northing.stages.clarify.mission.actions import Wording

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PEOPLE = 6


@pytest.fixture
def _django_db_helper(django_db_setup, django_db_blocker):
    """In place of pytest-django's: no transaction around the test, for each thread has its own;
    and no emptying of all tables after it, for the trail refuses that.
    """
    with django_db_blocker.unblock():
        known = set(Person.objects.values_list("id", flat=True))
        yield
        Organisation.objects.all().delete()
        Person.objects.exclude(id__in=known).delete()
        connections.close_all()


def at_once(call: Callable[[int], object]) -> list[object]:
    """What each of several people got: a result, or the code of the refusal."""
    gate = Barrier(PEOPLE)

    def one(number: int) -> object:
        gate.wait()
        try:
            return call(number)
        except Refused as error:
            return error.code
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, range(PEOPLE)))


def holds(amina):
    return first_break(trail.entries(amina.organisation_id)) is None


def test_the_same_promise_of_several_people_gets_as_many_keys():
    amina = make_organisation()
    at_once(lambda _: actions.add(Promise(text="Care"), by=amina, at=NOON))
    rows = store.commitments(amina.organisation)
    assert len({row.key for row in rows}) == len({row.position for row in rows}) == PEOPLE
    assert holds(amina)


def test_one_form_sent_many_times_makes_one():
    amina, ticket = make_organisation(), uuid.uuid4()
    at_once(lambda _: actions.add(Promise(text="Care"), by=amina, at=NOON, ticket=ticket))
    assert len(store.commitments(amina.organisation)) == 1


def test_of_several_changes_one_holds_and_the_others_are_told():
    amina = make_organisation()
    care = actions.add(Promise(text="Care"), by=amina, at=NOON)
    got = at_once(lambda number: actions.amend(
        care, Promise(text=f"Care {number}"), by=amina, at=NOON, seen=1
    ))  # fmt: skip
    assert sorted(got, key=str) == [None, *[refusals.CHANGED_MEANWHILE] * (PEOPLE - 1)]
    kept = store.commitment(amina.organisation, care.id)
    assert (kept.text, kept.revision) == (f"Care {got.index(None)}", 2)
    assert holds(amina)


def test_a_draft_is_approved_once():
    amina = make_organisation()
    care = actions.add(Promise(text="Care"), by=amina, at=NOON)
    draft = mission.write(Wording(text="Well", effective_from=date(2026, 1, 1)), by=amina, at=NOON)
    became = [Became(commitment=care.id, seen=1, kind=Change.NEW, text="Care")]
    got = at_once(lambda _: actions.approve(
        draft, "The board", became, by=amina, at=NOON, seen=1
    ))  # fmt: skip
    assert sorted(got, key=str) == [None, *[refusals.CHANGED_MEANWHILE] * (PEOPLE - 1)]
    assert len(store.changes(amina.organisation)) == 1
    assert holds(amina)
