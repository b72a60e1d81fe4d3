"""How do practices and lines of Why, How and What come, change, end and come back?"""

from __future__ import annotations

import uuid

import pytest

from northing.foundations.people import refusals
from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.stages.clarify.commitments.actions import Promise, add
from northing.stages.clarify.theory_of_change import actions, store
from northing.stages.clarify.theory_of_change.actions import Saying
from northing.stages.clarify.theory_of_change.facts import SERVES_NOTHING_ABOVE, Carries, Level

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def care(amina):
    return add(Promise(text="Every patient is a whole person"), by=amina, at=NOON)


def lined(amina, level, text, serves=None):
    return actions.add_line(Saying(level=level, text=text, serves=serves), by=amina, at=NOON)


def refusal(call, *arguments, **named):
    with pytest.raises(Refused) as found:
        call(*arguments, **named)
    return found.value.code


def test_a_cell_fills_empties_and_fills_again(amina, care):
    made = actions.add_practice(care, Carries.METRIC, "minutes a visit", by=amina, at=NOON)
    cell = (care.id, Carries.METRIC)
    assert store.practices(amina.organisation) == {cell: [made]}
    actions.end_practice(made, by=amina, at=NOON)
    assert store.practices(amina.organisation) == {}
    actions.bring_practice_back(made, by=amina, at=NOON)
    assert store.practices(amina.organisation) == {cell: [made]}


def test_a_form_that_is_sent_twice_makes_one(amina, care):
    ticket = uuid.uuid4()
    for _ in range(2):
        actions.add_practice(care, Carries.METRIC, "x", by=amina, at=NOON, ticket=ticket)
        actions.add_line(Saying(level=Level.WHY, text="y"), by=amina, at=NOON, ticket=ticket)
    assert len(store.practices_of(care)) == len(store.lines(amina.organisation)) == 1


def test_a_what_moves_to_another_how_and_never_straight_to_a_why(amina):
    why = lined(amina, Level.WHY, "People stay well")
    one, other = (lined(amina, Level.HOW, text, why) for text in ("screening", "visits"))
    what = lined(amina, Level.WHAT, "a van", one)
    moved = Saying(level=Level.WHAT, text="a van", serves=other)
    actions.change_line(what, moved, by=amina, at=NOON, seen=1)
    assert store.line(amina.organisation, what.id).serves_id == other.id
    assert refusal(lined, amina, Level.WHAT, "b", why) == SERVES_NOTHING_ABOVE
    second = refusal(actions.change_line, what, moved, by=amina, at=NOON, seen=1)
    assert second == refusals.CHANGED_MEANWHILE


def test_a_line_that_ended_comes_back_with_what_served_it(amina):
    why = lined(amina, Level.WHY, "People stay well")
    how = lined(amina, Level.HOW, "screening", why)
    actions.end_line(why, by=amina, at=NOON)
    assert store.lines(amina.organisation) == [how]
    actions.bring_line_back(why, by=amina, at=NOON)
    assert set(store.lines(amina.organisation)) == {why, how}


def test_lines_of_another_organisation_and_other_roles_stay_outside(amina, care):
    chiara = make_organisation("Dune Trust", "Chiara")
    member = make_member(amina, "Bruno", Role.MEMBER)
    why = lined(amina, Level.WHY, "People stay well")
    for call in (
        lambda: lined(chiara, Level.HOW, "x", why),
        lambda: actions.add_practice(care, Carries.METRIC, "x", by=chiara, at=NOON),
        lambda: actions.end_line(why, by=chiara, at=NOON),
        lambda: lined(member, Level.WHY, "x"),
    ):
        with pytest.raises(NotAllowed):
            call()
