"""Does everybody hear of the decisions that wait for them, and nobody of others?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from northing.foundations.trail import store as trail
from northing.interfaces.notices.due import due_in
from northing.interfaces.notices.kinds import Kind
from northing.interfaces.notices.ticking import tick
from northing.interfaces.notices.writing import said_of
from northing.stages.decide.purpose_test.actions.signing import delegate, sign
from northing.stages.decide.purpose_test.actions.submitting import Asked, submit
from northing.stages.decide.purpose_test.actions.writing import Wanted, answer, set_conditions
from northing.stages.decide.purpose_test.facts import Act, State
from northing.stages.decide.purpose_test.tests.house import (
    MAY,
    NOON,
    make_draft,
    make_house,
    make_submitted,
    passing,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]
A_DAY = timedelta(days=1)


@pytest.fixture
def house():
    return make_house()


def due(house, at=NOON):
    """Who hears what: names by kind, of decisions alone."""
    found = {}
    for one in due_in(house.amina.organisation, at=at):
        if one.page == "decide_decision":
            found.setdefault(one.kind, set()).add(one.member.person.name)
    return found


def test_a_word_is_asked_of_those_whose_it_is_until_they_said_it(house):
    row = make_submitted(house, house.bruno, house.chiara, quorum=2)
    assert due(house) == {Kind.SIGN: {"Bruno", "Chiara"}}
    delegate(row, house.emil, by=house.bruno, at=NOON, seen=row.rounds)
    assert due(house) == {Kind.SIGN: {"Emil", "Chiara"}}
    sign(row, Act.AGREE, by=house.chiara, at=NOON, seen=row.rounds)
    assert due(house) == {Kind.SIGN: {"Emil"}}
    assert due(house, NOON + 12 * A_DAY) == {Kind.SIGN: {"Emil"}, Kind.SIGN_SOON: {"Emil"}}


def test_the_author_hears_what_came_back_and_what_became_of_it(house):
    row = make_submitted(house)
    sign(row, Act.ASK_CHANGES, "which?", by=house.bruno, at=NOON, seen=row.rounds)
    assert due(house) == {Kind.CHANGES: {"Amina"}}
    other = make_submitted(house)
    sign(other, Act.AGREE, by=house.bruno, at=NOON, seen=other.rounds)
    assert due(house) == {Kind.CHANGES: {"Amina"}, Kind.DECIDED: {"Amina"}}
    assert Kind.DECIDED not in due(house, NOON + 20 * A_DAY)


def test_reviews_and_conditions_come_due_and_are_late(house):
    row = make_draft(house, review_on=MAY + 30 * A_DAY)
    row = answer(row, passing(), by=house.amina, at=NOON, seen=row.revision)
    wanted = [Wanted(text="so", owner=house.chiara, due_on=MAY + 28 * A_DAY)]
    row = set_conditions(row, wanted, by=house.amina, at=NOON, seen=row.revision)
    row = submit(row, Asked(signers=[house.bruno]), by=house.amina, at=NOON, seen=row.revision)
    sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    after = NOON + 31 * A_DAY
    assert due(house, after) == {Kind.REVIEW: {"Amina"}, Kind.CONDITION: {"Chiara"}}
    said = {one.kind: said_of(one) for one in due_in(house.amina.organisation, at=after)}
    assert "was to be looked at again on" in said[Kind.REVIEW]
    assert "was due on" in said[Kind.CONDITION]


def test_the_clock_lets_decisions_run_out_and_writes_down_late_reviews(house):
    row = make_submitted(house)
    done = make_submitted(house)
    sign(done, Act.AGREE, by=house.bruno, at=NOON, seen=done.rounds)
    for _ in range(2):
        tick(NOON + 200 * A_DAY)
    row.refresh_from_db()
    assert row.state == State.EXPIRED
    verbs = [one.event.verb for one in trail.entries(house.amina.organisation_id)]
    assert verbs.count("decision ran out of time") == 1
    assert verbs.count("decision review overdue") == 1
