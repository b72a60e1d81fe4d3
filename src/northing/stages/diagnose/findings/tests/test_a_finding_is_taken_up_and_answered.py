"""Is a finding taken up by whoever may, answered for good, and never declared gone?"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail.models import TrailEvent
from northing.stages.diagnose.findings import actions, store
from northing.stages.diagnose.findings.actions import Answer, Plan
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.findings.models import FollowUp, StoredReply

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CROSSED = Thread("guardrail-crossed", "whole-person")
TOMORROW = NOON.date() + timedelta(days=1)


@pytest.fixture
def amina():
    return make_organisation()


def taken_up(by, *, seen=0, thread=CROSSED, **plan):
    return actions.follow(thread, Plan(**plan), by=by, at=NOON, seen=seen)


def answered(by, text="We put it right in May.", at=NOON, **more):
    answer = Answer(text=text, role="head of clinics", **more)
    return actions.reply(CROSSED, answer, by=by, at=at)


def test_a_finding_that_is_taken_up_keeps_owner_cause_day_and_state(amina):
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    taken_up(amina, owner=bruno, root_cause="The new rota.", due_on=TOMORROW, state="under way")
    row = store.follow_up(amina.organisation, CROSSED)
    assert (row.owner, row.root_cause, row.due_on) == (bruno, "The new rota.", TOMORROW)
    assert (row.state, row.revision) == ("under way", 1)
    assert store.owned_by(bruno) == [row]


def test_there_is_no_state_that_says_a_finding_is_gone():
    assert set(FollowUp.State.values) == {"open", "answered", "under way", "to be audited again"}


def test_two_who_change_one_plan_do_not_overwrite_each_other(amina):
    taken_up(amina, root_cause="First.")
    taken_up(amina, root_cause="Second.", seen=1)
    for late in (0, 1):
        with pytest.raises(Refused, match=refusals.CHANGED_MEANWHILE):
            taken_up(amina, root_cause="Late.", seen=late)
    assert store.follow_up(amina.organisation, CROSSED).root_cause == "Second."


def test_a_day_that_is_over_is_refused_but_may_stay(amina):
    with pytest.raises(Refused, match=refusals.END_IS_PAST) as refused:
        taken_up(amina, due_on=date(2020, 1, 1))
    assert refused.value.field == "due_on"
    FollowUp.objects.create(organisation=amina.organisation, code=CROSSED.code,
                            commitment=CROSSED.commitment, due_on=date(2020, 1, 1))  # fmt: skip
    taken_up(amina, due_on=date(2020, 1, 1), root_cause="It is late.", seen=1)


def test_nobody_from_outside_answers_for_a_finding(amina):
    stranger = make_organisation("Dune Trust", "Chiara")
    auditor = make_member(amina, "Bruno", Role.AUDITOR)
    for owner in (stranger, auditor):
        with pytest.raises(NotAllowed):
            taken_up(amina, owner=owner)
    assert store.follow_up(amina.organisation, CROSSED) is None


@pytest.mark.parametrize("role", list(Role))
def test_the_table_says_who_takes_up_and_who_answers(amina, role):
    bruno = make_member(amina, "Bruno", role)
    if allows(role, Action.FINDINGS, Wish.CHANGE):
        taken_up(bruno)
        assert answered(bruno).role == "head of clinics"
        return
    for wish in (taken_up, answered):
        with pytest.raises(NotAllowed):
            wish(bruno)
    assert not StoredReply.objects.exists()


def test_whoever_answers_for_a_finding_may_answer_it_whatever_their_role(amina):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    taken_up(amina, owner=bruno)
    reply = answered(bruno)
    assert store.replies(amina.organisation) == [reply]
    assert store.follow_up(amina.organisation, CROSSED).state == "answered"
    with pytest.raises(NotAllowed):
        taken_up(bruno, seen=2, state="under way")


def test_a_reply_is_added_and_never_altered(amina):
    first = answered(amina)
    second = answered(amina, "It took until June.", at=NOON + timedelta(minutes=1))
    for change in (
        lambda: StoredReply.objects.filter(id=first.id).update(text="All is well."),
        first.delete,
        lambda: StoredReply.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            change()
    assert [one.text for one in store.replies(amina.organisation)] == [first.text, second.text]


def test_a_double_click_makes_one_reply(amina):
    ticket = uuid4()
    assert answered(amina, ticket=ticket) == answered(amina, "Other words.", ticket=ticket)
    assert [one.text for one in store.replies(amina.organisation)] == ["We put it right in May."]


def test_a_ticket_of_another_organisation_opens_nothing(amina):
    ticket = uuid4()
    answered(make_organisation("Dune Trust", "Chiara"), ticket=ticket)
    with pytest.raises(NotAllowed):
        answered(amina, ticket=ticket)


def test_the_trail_names_the_finding_and_no_text(amina):
    taken_up(amina, root_cause="Bruno was ill.")
    answered(amina, "Bruno is well again.")
    told = [row.verb + row.details for row in TrailEvent.objects.filter(
        chain=amina.organisation_id, verb__startswith="finding")]  # fmt: skip
    assert len(told) == 2
    assert all("guardrail-crossed" in one and "Bruno" not in one for one in told)


def test_replies_are_found_by_what_they_answer(amina):
    other = Thread("gone-silent", "prevention", "communications")
    reply = answered(amina)
    found = store.replies_by_thread(amina.organisation, [CROSSED, other])
    assert found == {CROSSED: [reply], other: []}
