from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Role
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.decide.purpose_test.actions.appealing import appeal, uphold
from northing.stages.decide.purpose_test.actions.filtering import (
    Rules,
    renew_filter,
    save_filter,
    switch_off,
    switch_on,
)
from northing.stages.decide.purpose_test.actions.noting import Past, note_past
from northing.stages.decide.purpose_test.actions.reviewing import (
    Seen,
    expire_due,
    meet_condition,
    review,
    supersede,
    tell_overdue,
)
from northing.stages.decide.purpose_test.actions.signing import delegate, override, sign
from northing.stages.decide.purpose_test.actions.submitting import Asked, reopen, submit, withdraw
from northing.stages.decide.purpose_test.actions.writing import (
    Draft,
    Wanted,
    answer,
    draft,
    revise_text,
    set_conditions,
)
from northing.stages.decide.purpose_test.facts import Act, Answer, Result, State
from northing.stages.decide.purpose_test.models import StoredDecision
from northing.stages.decide.purpose_test.rules import refusals
from northing.stages.decide.purpose_test.store import filters, rows, testing
from northing.stages.decide.purpose_test.store.standing import standing
from northing.stages.decide.purpose_test.tests.house import (
    LATER,
    MAY,
    NO,
    NOON,
    YES,
    failing,
    make_draft,
    make_house,
    make_submitted,
    passing,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def house():
    return make_house()


def verbs(house):
    return [one.event.verb for one in trail.entries(house.amina.organisation_id)]


def refused(call):
    with pytest.raises(Refused) as found:
        call()
    return found.value.code


def test_a_decision_is_drafted_tested_submitted_signed_and_accepted(house):
    row = make_submitted(house)
    assert (row.number, row.state, row.result) == (1, State.SUBMITTED, Result.PASS)
    assert row.due_on == MAY + timedelta(days=14)
    assert rows.waiting_for(house.bruno) == [row]
    row = sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    assert (row.state, row.decided_on, row.is_overridden) == (State.ACCEPTED, MAY, False)
    assert rows.waiting_for(house.chiara) == []
    said = ["drafted", "tested", "submitted", "agreed to", "accepted"]
    assert verbs(house)[-5:] == [f"decision {one}" for one in said]


def test_the_same_ticket_makes_one_decision_and_the_same_click_one_word(house):
    ticket = uuid4()
    written = Draft(question="Do we buy vans?")
    first = draft(written, by=house.amina, at=NOON, ticket=ticket)
    assert draft(written, by=house.amina, at=NOON, ticket=ticket) == first
    row = make_submitted(house)
    for _ in range(2):
        row = sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    assert row.signatures.count() == 1


def test_whoever_wrote_it_never_approves_it_and_never_overrides_it(house):
    row = make_submitted(house, house.amina, house.bruno)
    seen = row.rounds
    assert "never approves" in refused(
        lambda: sign(row, Act.AGREE, by=house.amina, at=NOON, seen=seen)
    )
    assert "never approves" in refused(
        lambda: override(row, "we must", by=house.amina, at=NOON, seen=seen)
    )


def test_who_left_and_came_back_still_wrote_it(house):
    row = make_submitted(house)
    StoredDecision.objects.filter(id=row.id).update(made_by=house.chiara)
    Member.objects.filter(id=house.chiara.id).update(ended_at=NOON)
    again = make_member(house.amina, "Chiara", Role.LEADER)
    assert "never approves" in refused(
        lambda: sign(row, Act.AGREE, by=again, at=NOON, seen=row.rounds)
    )


def test_nobody_signs_what_they_did_not_read(house):
    row = make_submitted(house)
    seen = row.rounds
    row = withdraw(row, by=house.amina, at=NOON, seen=row.revision)
    row = answer(row, failing(), by=house.amina, at=NOON, seen=row.revision)
    row = submit(row, Asked(signers=[house.bruno]), by=house.amina, at=NOON, seen=row.revision)
    assert refused(lambda: sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=seen)) == (
        people.CHANGED_MEANWHILE
    )


def test_only_the_author_rewrites_and_only_a_draft(house):
    row = make_draft(house)
    text = Draft(question="Do we buy trams?")
    assert refused(lambda: revise_text(row, text, by=house.bruno, at=NOON, seen=row.revision)) == (
        refusals.NOT_YOURS
    )
    assert refused(lambda: revise_text(row, text, by=house.amina, at=NOON, seen=9)) == (
        people.CHANGED_MEANWHILE
    )
    changed = revise_text(row, text, by=house.amina, at=NOON, seen=row.revision)
    assert changed.question == "Do we buy trams?"
    done = make_submitted(house)
    done = sign(done, Act.AGREE, by=house.bruno, at=NOON, seen=done.rounds)
    for call in (revise_text, answer, set_conditions):
        given = text if call is revise_text else ()
        code = refused(
            lambda c=call, g=given: c(done, g, by=house.amina, at=NOON, seen=done.revision)
        )
        assert code == refusals.NOT_A_DRAFT


def test_an_override_is_marked_for_good_and_only_who_leads_may(house):
    row = make_submitted(house, answers=failing())
    assert row.result == Result.FAIL
    assert "test fails" in refused(
        lambda: sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    )
    with pytest.raises(NotAllowed):
        override(row, "winter is near", by=house.bruno, at=NOON, seen=row.rounds)
    assert "reason" in refused(lambda: override(row, " ", by=house.dora, at=NOON, seen=row.rounds))
    row = override(row, "winter is near", by=house.dora, at=NOON, seen=row.rounds)
    assert (row.state, row.is_overridden) == (State.ACCEPTED, True)
    assert standing(row).overridden.reason == "winter is near"
    found = testing.rigidity_of(house.amina.organisation)
    assert found.overridden.value == 1


def test_a_delegate_signs_in_somebodys_place(house):
    row = make_submitted(house, house.bruno, house.chiara, quorum=2)
    row = delegate(row, house.emil, by=house.bruno, at=NOON, seen=row.rounds)
    assert rows.waiting_for(house.emil) == [row]
    assert rows.waiting_for(house.bruno) == []
    row = sign(row, Act.AGREE, by=house.emil, at=NOON, seen=row.rounds)
    assert rows.waiting_for(house.emil) == []
    row = sign(row, Act.AGREE, by=house.chiara, at=NOON, seen=row.rounds)
    assert row.state == State.ACCEPTED
    assert row.signatures.get(by=house.emil).stands_for == house.bruno


def test_objections_stay_through_all_rounds(house):
    row = make_submitted(house)
    assert "reason" in refused(
        lambda: sign(row, Act.ASK_CHANGES, by=house.bruno, at=NOON, seen=row.rounds)
    )
    row = sign(row, Act.ASK_CHANGES, "which vans?", by=house.bruno, at=NOON, seen=row.rounds)
    assert rows.back_with(house.amina) == [row]
    row = reopen(row, by=house.amina, at=NOON, seen=row.revision)
    row = submit(row, Asked(signers=[house.bruno]), by=house.amina, at=NOON, seen=row.revision)
    row = sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    assert row.state == State.ACCEPTED
    assert [one.reason for one in standing(row).objections] == ["which vans?"]


def test_a_filter_says_who_signs_whatever_the_author_asks_for(house):
    rules = Rules(name="Large", least=Decimal(100_000), signers=[house.dora, house.emil], quorum=2,
                  days=7, questions=("Who pays?",), asks_forecast=True)  # fmt: skip
    one = save_filter(rules, by=house.emil, at=NOON)
    assert not one.is_on
    one = switch_on(one, by=house.emil, at=NOON, seen=one.revision)
    row = make_draft(house, forecast=None)
    row = answer(row, passing(), by=house.amina, at=NOON, seen=row.revision)
    mine = Asked(signers=[house.chiara])

    def hand_in():
        return submit(row, mine, by=house.amina, at=NOON, seen=row.revision)

    assert refused(hand_in) == refusals.FORECAST_MISSING
    text = Draft(question="Do we buy vans?", amount=Decimal(100_000), forecast=0.7)
    row = revise_text(row, text, by=house.amina, at=NOON, seen=row.revision)
    assert refused(hand_in) == refusals.QUESTIONS_OPEN
    text = replace(text, said=(("Who pays?", "the reserve"),))
    row = revise_text(row, text, by=house.amina, at=NOON, seen=row.revision)
    row = hand_in()
    assert {each.member for each in row.signers.all()} == {house.dora, house.emil}
    assert (row.quorum, row.days, row.caught[0]["version"]) == (2, 7, 1)
    one = switch_off(one, by=house.emil, at=NOON, seen=one.revision)
    assert filters.filters(house.amina.organisation, on=MAY) == []


def test_a_filter_is_tried_on_what_was_decided_before_it_is_on(house):
    for name in ("a", "b", "c"):
        good = Past(question=name, amount=Decimal(200_000), decided_on=MAY, happened=True,
                    answers=failing())  # fmt: skip
        note_past(good, by=house.amina, at=NOON)
    rules = Rules(name="Large", least=Decimal(100_000), signers=[house.dora])
    one = save_filter(rules, by=house.emil, at=NOON)
    found = testing.tried(one, on=MAY)
    assert len(found.false_blocks) == 3
    switch_on(one, by=house.emil, at=NOON, seen=one.revision)
    entry = list(trail.entries(house.amina.organisation_id))[-1].event
    assert (entry.verb, entry.details["false_blocks"]) == ("filter switched on", 3)


def test_a_filter_ends_unless_renewed_and_is_kept_by_those_who_may(house):
    rules = Rules(name="Large", signers=[house.dora], until=MAY)
    with pytest.raises(NotAllowed):
        save_filter(rules, by=house.bruno, at=NOON)
    one = save_filter(rules, by=house.emil, at=NOON)
    assert refused(lambda: save_filter(rules, by=house.emil, at=NOON)) == refusals.FILTER_EXISTS
    assert refused(lambda: switch_on(one, by=house.emil, at=LATER, seen=1)) == (
        refusals.FILTER_HAS_ENDED
    )
    one = renew_filter(one, date(2027, 5, 4), by=house.emil, at=LATER, seen=one.revision)
    one = switch_on(one, by=house.emil, at=LATER, seen=one.revision)
    assert filters.filters(house.amina.organisation, on=LATER.date()) == [one]


def test_time_lets_a_decision_run_out_and_says_once_that_a_review_is_late(house):
    row = make_submitted(house)
    organisation = house.amina.organisation
    assert expire_due(organisation, at=NOON) == 0
    assert expire_due(organisation, at=LATER) == 1
    assert expire_due(organisation, at=LATER) == 0
    row.refresh_from_db()
    assert row.state == State.EXPIRED
    done = make_submitted(house)
    sign(done, Act.AGREE, by=house.bruno, at=NOON, seen=done.rounds)
    winter = NOON + timedelta(days=200)
    assert [tell_overdue(organisation, at=winter) for _ in range(2)] == [1, 0]
    done.refresh_from_db()
    assert list(rows.overdue(organisation, on=winter.date())) == [done]
    looked = Seen(happened=True, learned="they came late", next_on=date(2027, 11, 4))
    review(done, looked, by=house.bruno, at=winter, seen=done.revision)
    assert list(rows.overdue(organisation, on=winter.date())) == []
    assert verbs(house).count("decision review overdue") == 1


def test_a_condition_is_met_by_who_answers_for_it(house):
    row = make_draft(house)
    given = (
        Answer("care", YES, NO, "more time"),
        Answer("access", NO, YES, "fewer stops", condition="the bus line stays"),
    )
    row = answer(row, given, by=house.amina, at=NOON, seen=row.revision)
    asked = Asked(signers=[house.bruno])
    assert "only with conditions" in refused(
        lambda: submit(row, asked, by=house.amina, at=NOON, seen=row.revision)
    )
    wanted = [Wanted(text="the bus line stays", owner=house.chiara, due_on=date(2026, 6, 1))]
    row = set_conditions(row, wanted, by=house.amina, at=NOON, seen=row.revision)
    row = submit(row, asked, by=house.amina, at=NOON, seen=row.revision)
    row = sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    (condition,) = rows.conditions_of(house.chiara)
    assert refused(lambda: meet_condition(condition, by=house.dora, at=NOON)) == refusals.NOT_YOURS
    assert meet_condition(condition, by=house.chiara, at=LATER).met_on == LATER.date()
    assert rows.conditions_of(house.chiara) == []


def test_a_successor_takes_the_place_of_an_accepted_decision(house):
    first = make_submitted(house)
    first = sign(first, Act.AGREE, by=house.bruno, at=NOON, seen=first.rounds)
    second = make_submitted(house, supersedes=first)
    assert refused(lambda: supersede(first, second, by=house.amina, at=NOON)) == (
        refusals.SUCCESSOR_NOT_TAKEN
    )
    sign(second, Act.AGREE, by=house.bruno, at=NOON, seen=second.rounds)
    first.refresh_from_db()
    assert first.state == State.SUPERSEDED
    assert [one.number for one in rows.taken(house.amina.organisation)] == [1, 2]


def test_an_appeal_is_judged_by_somebody_else(house):
    row = make_submitted(house, answers=failing())
    one = appeal(row, "the guardrail was misread", by=house.amina, at=NOON)
    assert refused(
        lambda: uphold(one, is_right=True, judgement="yes", by=house.amina, at=NOON)
    ) == (refusals.JUDGES_OWN_CASE)
    one = uphold(one, is_right=True, judgement="it was", by=house.emil, at=NOON)
    assert testing.rigidity_of(house.amina.organisation).upheld.value == 1
    assert refused(lambda: uphold(one, is_right=False, judgement="", by=house.emil, at=NOON)) == (
        refusals.APPEAL_JUDGED
    )


def test_nothing_of_another_organisation_is_touched(house):
    row = make_submitted(house)
    stranger = make_organisation("Elsewhere", "Zora")
    outsider = make_member(house.amina, "Olga", Role.AUDITOR)
    for who in (stranger, outsider):
        for call in (
            lambda w=who: sign(row, Act.AGREE, by=w, at=NOON, seen=row.rounds),
            lambda w=who: override(row, "so", by=w, at=NOON, seen=row.rounds),
            lambda w=who: revise_text(row, Draft(question="?"), by=w, at=NOON, seen=row.revision),
        ):
            with pytest.raises(NotAllowed):
                call()
    assert StoredDecision.objects.filter(organisation=stranger.organisation).count() == 0
    assert first_break(trail.entries(house.amina.organisation_id)) is None
