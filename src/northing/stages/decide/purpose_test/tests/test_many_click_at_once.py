"""Is one decision accepted once, and no signature lost, when all click at the same moment?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from northing.foundations.people.access import Role
from northing.foundations.people.models import Organisation, Person
from northing.foundations.people.refusals import Refused
from northing.foundations.people.tests.make import make_member
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.decide.purpose_test.actions.signing import override, sign
from northing.stages.decide.purpose_test.actions.submitting import withdraw
from northing.stages.decide.purpose_test.actions.writing import Draft, draft
from northing.stages.decide.purpose_test.facts import Act, State
from northing.stages.decide.purpose_test.models import StoredDecision, StoredSignature
from northing.stages.decide.purpose_test.tests.house import NOON, make_house, make_submitted

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
        StoredSignature.objects.all().delete()
        StoredDecision.objects.all().delete()
        Commitment.objects.all().delete()
        Organisation.objects.all().delete()
        Person.objects.exclude(id__in=known).delete()
        connections.close_all()


def at_once(*calls):
    """What each of several people got: the decision, or the sentence of the refusal."""
    gate = Barrier(len(calls))

    def one(call):
        gate.wait()
        try:
            return call()
        except Refused as error:
            return error.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def board(house):
    return [make_member(house.amina, f"Board {n}", Role.MANAGER) for n in range(PEOPLE)]


def agrees(row, who):
    return lambda: sign(row, Act.AGREE, by=who, at=NOON, seen=row.rounds)


def events(row, verb):
    return len(trail.of_subject(row.organisation_id, row.id, verb=verb))


def now(row):
    assert first_break(trail.entries(row.organisation_id)) is None
    return StoredDecision.objects.get(id=row.id)


def test_all_who_are_asked_sign_at_once_and_it_is_accepted_once(house, board):
    row = make_submitted(house, *board, quorum=PEOPLE)
    at_once(*(agrees(row, one) for one in board))
    found = now(row)
    assert found.state == State.ACCEPTED
    assert {one.by for one in found.signatures.all()} == set(board)
    assert events(row, "decision agreed to") == PEOPLE
    assert events(row, "decision accepted") == 1


def test_where_one_is_enough_one_accepts_and_the_others_are_told(house, board):
    row = make_submitted(house, *board)
    got = at_once(*(agrees(row, one) for one in board))
    told = [one for one in got if isinstance(one, str)]
    assert told == ["It is accepted; nobody can agree it now."] * (PEOPLE - 1)
    assert now(row).signatures.count() == events(row, "decision accepted") == 1


def test_one_person_who_clicks_often_says_one_word(house, board):
    row = make_submitted(house, *board, quorum=2)
    at_once(*[agrees(row, board[0])] * PEOPLE)
    assert now(row).signatures.count() == events(row, "decision agreed to") == 1


def test_taken_back_signed_and_overridden_at_once_is_one_of_them(house, board):
    row = make_submitted(house, *board)
    got = at_once(
        agrees(row, board[0]),
        lambda: withdraw(row, by=house.amina, at=NOON, seen=row.revision),
        lambda: override(row, "winter is near", by=house.dora, at=NOON, seen=row.rounds),
    )
    found, done = now(row), [one for one in got if not isinstance(one, str)]
    assert len(done) == 1
    assert found.state in {State.ACCEPTED, State.DRAFT}
    assert found.signatures.count() == (found.state == State.ACCEPTED)
    assert events(row, "decision accepted") == (found.state == State.ACCEPTED)


def test_decisions_written_at_once_have_each_their_number(house):
    text = Draft(question="Do we buy vans?")
    made = at_once(*[lambda: draft(text, by=house.amina, at=NOON)] * PEOPLE)
    assert sorted(one.number for one in made) == list(range(1, PEOPLE + 1))
