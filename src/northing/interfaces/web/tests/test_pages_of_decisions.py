"""Is a decision written, tested, signed and looked at again on pages, and told in German too?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from northing.interfaces.web.tests.test_pages_in_german_say_nothing_in_english import (
    english_in,
    own,
)
from northing.interfaces.web.tests.test_pages_keep_their_manners import INLINE
from northing.stages.clarify.commitments.actions import Promise, add
from northing.stages.clarify.models import Commitment
from northing.stages.decide.models import StoredDecision, StoredFilter, StoredTradeOff
from northing.stages.decide.purpose_test.actions import filtering, noting, signing
from northing.stages.decide.purpose_test.actions.filtering import Rules
from northing.stages.decide.purpose_test.actions.noting import Past
from northing.stages.decide.purpose_test.actions.writing import answer
from northing.stages.decide.purpose_test.facts import Act, Answer, Said
from northing.stages.decide.purpose_test.tests.house import (
    MAY,
    NOON,
    failing,
    make_draft,
    make_house,
    make_submitted,
    passing,
)

__all__ = ["own"]
pytestmark = [pytest.mark.database, pytest.mark.django_db]
TODAY = timezone.now().date()
SOON = {"at": timezone.now()}


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def amina(client, house):
    client.force_login(house.amina.person)
    return Visitor(client, house.amina)


class Visitor:
    """Somebody at the pages of the organisation."""

    def __init__(self, client, member):
        self.client, self.member = client, member

    def at(self, name, *rows):
        return reverse(name, args=[self.member.organisation_id, *(row.id for row in rows)])

    def sees(self, name, *rows, **around):
        found = self.client.get(self.at(name, *rows), **around)
        assert found.status_code == 200, name
        return found.content.decode()

    def sends(self, name, *rows, **values):
        return self.client.post(self.at(name, *rows), values)


def again(one):
    return StoredDecision.objects.get(id=one.id)


def as_(client, member):
    client.force_login(member.person)
    return Visitor(client, member)


TEXT = {
    "question": "Do we buy vans?", "options": "buy\nwait", "proposed": "buy", "kind": "contract",
    "amount": "120000", "currency": "eur", "success": "400 came who never came", "forecast": "70",
    "affected": "families", "review_on": str(TODAY + timedelta(days=90)),
}  # fmt: skip
YES_TO_CARE = {
    "advances-care": "yes", "compromises-care": "no", "reason-care": "drivers have time",
    "advances-access": "no", "compromises-access": "no",
}  # fmt: skip


def test_a_decision_goes_from_its_text_to_its_signers(client, amina, house):
    made = amina.sends("decide_new", **TEXT)
    one = StoredDecision.objects.get()
    assert made.url == amina.at("decide_test", one)
    assert (one.currency, one.forecast, one.options) == ("EUR", 0.7, ["buy", "wait"])
    amina.sends("decide_test", one, revision=one.revision, then="submit", **YES_TO_CARE)
    one = again(one)
    sent = {"revision": one.revision, "signers": [str(house.bruno.id)], "quorum": 1,
            "agreement": 100, "days": 14}  # fmt: skip
    amina.sends("decide_submission", one, **sent)
    assert again(one).state == "submitted"
    bruno = as_(client, house.bruno)
    assert "1 decision waits for your word" in bruno.sees("decide_list")
    bruno.sends("decide_sign", one, revision=again(one).rounds, act="agree", reason="")
    assert again(one).state == "accepted"


def test_what_was_typed_stays_and_each_refusal_stands_at_its_field(amina):
    text = amina.sends("decide_new", **(TEXT | {"currency": ""})).content.decode()
    assert re.search(r'id="id_currency_error".*An amount has a currency', text, re.DOTALL)
    assert "400 came who never came" in text
    assert not StoredDecision.objects.exists()
    one = make_draft_of(amina)
    half = {"revision": one.revision, "advances-care": "yes"}
    text = amina.sends("decide_test", one, **half).content.decode()
    assert "Answer this one too" in text


def test_an_answer_stays_with_its_promise_when_another_ends_meanwhile(amina, house):
    one = make_draft_of(amina)
    Commitment.objects.filter(key="care").update(ended_on=TODAY)
    amina.sends("decide_test", one, revision=one.revision, **YES_TO_CARE)
    assert [row.commitment for row in again(one).answers.all()] == ["access"]


def make_draft_of(visitor):
    from northing.stages.decide.purpose_test.actions.writing import Draft, draft

    return draft(Draft(question="Do we?", options=("yes", "no")), by=visitor.member, at=NOON)


def test_the_result_so_far_follows_the_answers_without_keeping_them(amina):
    one = make_draft_of(amina)
    sent = {"revision": one.revision, "advances-care": "no", "compromises-care": "yes",
            "reason-care": "rounds are shorter"}  # fmt: skip
    text = amina.sends("decide_so_far", one, **sent).content.decode()
    assert "It crosses the guardrail “Care is unhurried”: rounds are shorter" in text
    assert not again(one).answers.exists()


def test_sending_a_form_twice_makes_one_decision(amina):
    ticket = re.search(r'name="ticket" value="([^"]+)"', amina.sees("decide_new"))[1]
    for _ in range(2):
        amina.sends("decide_new", ticket=ticket, **TEXT)
    assert StoredDecision.objects.count() == 1


def test_an_override_is_a_page_of_its_own_and_stays_in_sight(client, house):
    one = make_submitted(house, answers=failing())
    StoredDecision.objects.filter(id=one.id).update(due_on=TODAY + timedelta(days=9))
    dora = as_(client, house.dora)
    sent = {"revision": again(one).rounds, "reason": "The storm leaves no time.", "sure": "on"}
    dora.sends("decide_override", one, **sent)
    assert again(one).is_overridden
    text = dora.sees("decide_decision", one)
    assert "Dora took it against the test or the signers" in text
    assert "The storm leaves no time." in text
    assert "Do we buy vans?" in dora.sees("decide_filters")


def test_nobody_overrides_or_signs_what_they_wrote(client, amina, house):
    one = make_submitted(house)
    for name in ("decide_sign", "decide_override", "decide_delegation"):
        assert "Why can this not be done now?" in amina.sees(name, one)


def test_a_trial_names_every_decision_it_would_have_stopped_wrongly(client, amina, house):
    fill_past(house)
    rules = Rules(name="All purchases", kinds=("purchase",), signers=(house.bruno,))
    made = filtering.save_filter(rules, by=house.amina, at=NOON)
    text = amina.sees("decide_filter", made)
    assert "Of those stopped, 3 turned out well." in text
    assert "3 false blocks" in text
    assert all(f"Past {number}?" in text for number in range(3))
    assert "How stiff has the test become?" in text
    amina.sends("decide_filter_switch", made, revision=made.revision)
    assert StoredFilter.objects.get().is_on


def fill_past(house):
    for number in range(3):
        told = Past(question=f"Past {number}?", kind="purchase", decided_on=MAY, happened=True,
                    answers=(Answer("care", Said.NO, Said.YES, "shorter"),))  # fmt: skip
        noting.note_past(told, by=house.amina, at=NOON)


def test_what_it_cost_and_gave_stands_in_the_ledger(amina, house):
    one = make_submitted(house)
    sent = {"is_taken": "yes", "cost": "5000", "currency": "EUR", "pays": "families",
            "is_told": "", "gave-care": "10", "revision": "0"}  # fmt: skip
    amina.sends("decide_trade_off", one, **sent)
    assert StoredTradeOff.objects.get().gave == {"care": 10.0}
    text = amina.sees("decide_ledger")
    assert "Care is unhurried." in text
    assert "families" in text


def test_one_says_which_decision_has_taken_the_place_of_another(client, amina, house):
    first, second = make_submitted(house), make_submitted(house, question="Do we rent vans?")
    assert "Why can this not be done now?" in amina.sees("decide_successor", first)
    for one in (first, second):
        signing.sign(one, Act.AGREE, by=house.bruno, at=NOON, seen=again(one).rounds)
    assert "2 · Do we rent vans?" in amina.sees("decide_successor", first)
    sent = {"successor": str(second.id)}
    text = as_(client, house.dora).sends("decide_successor", first, **sent).content.decode()
    assert "Only whoever wrote this decision" in text
    assert again(first).state == "accepted"
    as_(client, house.chiara).sends("decide_successor", first, **sent)
    assert (again(first).state, again(second).supersedes_id) == ("superseded", first.id)
    assert "It takes the place of" in as_(client, house.amina).sees("decide_decision", second)


def test_points_of_a_promise_that_ended_stay_when_the_cost_is_told_anew(amina, house):
    one = make_submitted(house)
    sent = {"is_taken": "yes", "cost": "5000", "currency": "EUR", "is_told": "",
            "gave-care": "10", "gave-access": "2", "revision": "0"}  # fmt: skip
    amina.sends("decide_trade_off", one, **sent)
    Commitment.objects.filter(key="care").update(ended_on=TODAY)
    text = amina.sees("decide_trade_off", one)
    assert "gave-care" not in text
    assert "Care is unhurried." in text
    assert re.search(r"<th[^>]*>\s*Care is unhurried\.", amina.sees("decide_decision", one))
    sent |= {"cost": "6000", "gave-access": "3", "revision": "1"}
    amina.sends("decide_trade_off", one, **(sent | {"gave-care": "99"}))
    assert StoredTradeOff.objects.get().gave == {"care": 10.0, "access": 3.0}


def test_other_ways_that_lose_less_are_found(amina, house):
    one = make_submitted(house, answers=failing())
    sent = {"name-1": "cost", "better-1": "less", "name-2": "people reached", "better-2": "more",
            "way-0": "buy", "figure-0-1": "100", "figure-0-2": "5", "way-1": "rent",
            "figure-1-1": "40", "figure-1-2": "5", "way-2": "burn", "figure-2-1": "200",
            "figure-2-2": "1"}  # fmt: skip
    text = amina.sends("decide_alternatives", one, **sent).content.decode()
    assert "1 way is beaten by no other." in text
    assert "better in: cost" in text


def test_of_many_promises_those_a_decision_touches_stand_first(amina, house):
    draft = make_draft(house)
    short = amina.sees("decide_test", draft)
    taken = make_submitted(house, answers=passing())
    for number in range(20):
        promise = Promise(text=f"Part {number} is open.", guardrail=number == 0)
        add(promise, by=house.amina, at=NOON, key=f"part-{number}")
    assert "guardrail: it vetoes" in short
    assert "2 guardrails, each of which vetoes; 0 of them answered" in amina.sees(
        "decide_test", draft
    )
    text = amina.sees("decide_decision", taken)
    shown, _mark, folded = text.partition("20 promises of which nobody said")
    assert "Care is unhurried." in shown
    assert "Part 19 is open." not in shown
    assert "Part 19 is open." in folded
    shown, _mark, folded = amina.sees("decide_trade_off", taken).partition("21 other promises")
    assert "Care is unhurried." in shown
    assert "Access for all." in folded
    assert "<summary>22 promises</summary>" in amina.sees("decide_trade_off", draft)


def test_a_list_of_reviews_leads_whoever_answers_for_them_to_each(client, amina, house):
    taken = every_state(house)["taken"]
    assert amina.at("decide_review", taken) in amina.sees("decide_reviews")
    assert "1 review is overdue" in (text := as_(client, house.dora).sees("decide_reviews"))
    assert amina.at("decide_review", taken) not in text


def test_the_list_of_a_decision_says_what_is_open_and_what_harms(amina, house):
    words = Answer("access", Said.NO, Said.YES, "fewer rooms.", condition="a lift is built")
    one = make_draft(house)
    answer(one, (*passing()[:1], words), by=house.amina, at=NOON, seen=one.revision)
    text = amina.sees("decide_decision", one)
    harm = '<li class="against">It compromises “Access for all”: fewer rooms; only if a lift'
    assert harm in text


def every_state(house):
    """A draft, one that waits, one that failed and was appealed, one taken and overdue."""
    draft = make_draft(house)
    waits = make_submitted(house)
    failed = make_submitted(house, answers=failing())
    taken = make_submitted(house, answers=passing())
    signing.sign(taken, Act.AGREE, by=house.bruno, at=NOON, seen=taken.rounds)
    StoredDecision.objects.filter(id=taken.id).update(review_on=TODAY - timedelta(days=3))
    due = TODAY + timedelta(days=9)
    StoredDecision.objects.filter(state="submitted").update(due_on=due)
    return {"draft": draft, "waits": waits, "failed": failed, "taken": taken}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_shows_every_state_in_the_readers_language(client, house, own, language):
    found = every_state(house)
    fill_past(house)
    around = {"HTTP_ACCEPT_LANGUAGE": language}
    pages = [
        (house.amina, name, row)
        for row in found.values()
        for name in ("decide_decision", "decide_test", "decide_submission", "decide_review",
                     "decide_appeal", "decide_alternatives", "decide_trade_off", "decide_change")
    ]  # fmt: skip
    pages += [(house.bruno, name, row) for row in found.values() for name in ("decide_sign",)]
    pages += [(house.dora, "decide_override", found["failed"])]
    pages += [(house.amina, name, None) for name in (
        "decide_list", "decide_reviews", "decide_filters", "decide_indicators", "decide_ledger",
        "decide_past", "decide_filter_new", "decide_new",
    )]  # fmt: skip
    for member, name, row in pages:
        visitor = as_(client, member)
        text = visitor.sees(name, *([row] if row else []), **around)
        assert not INLINE.search(text), name
        if language == "de":
            assert list(english_in(text, own)) == [], name
