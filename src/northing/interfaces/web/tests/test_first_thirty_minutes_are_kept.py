"""Is each page of the first thirty minutes kept, and does the result say what it cannot know?"""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.interfaces.web.views.start.keeping import last_quarter
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.mission import store as missions
from northing.stages.clarify.models import Commitment
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.models import TypedRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CARE = "Every patient is treated as a whole person"


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def page(amina, name):
    return reverse(name, args=[amina.organisation_id])


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def filled(client, amina, name, **but):
    """What a browser would send: what the page shows, with these fields typed over."""
    form = client.get(page(amina, name)).context["form"]
    shown = {field: form[field].value() for field in form.fields}
    sent = {key: "" if value is None else value for key, value in shown.items()}
    return {key: "\n".join(one) if isinstance(one, (list, tuple)) else one
            for key, one in (sent | but).items()}  # fmt: skip


def typed(client, amina, name, **but):
    return client.post(page(amina, name), filled(client, amina, name, **but))


def promised(client, amina, **but):
    said = {"mission": "We keep people well.", "text-1": CARE, "text-2": "Home visits"}
    return typed(client, amina, "start", **(said | but))


def decided(client, amina, **but):
    said = {"text-1": "Shorter appointments", "on-1": "2026-03-02", "amount-1": "120000",
            "text-2": "A van", "on-2": "2026-02-01", "currency": "eur"}  # fmt: skip
    return typed(client, amina, "start_decisions", **(said | but))


def judged(client, amina, **but):
    care = store.commitments(amina.organisation)[0].key
    said = {"commitment-1": care, "stance-1": "contradicts", "evidence-1": "Minutes of 2 March",
            "commitment-2": "none"}  # fmt: skip
    return typed(client, amina, "start_evidence", **(said | but))


def test_four_pages_lead_to_a_result_that_counts_and_gives_no_percentage(client, amina):
    assert promised(client, amina).url == page(amina, "start_decisions")
    assert decided(client, amina).url == page(amina, "start_evidence")
    assert judged(client, amina).url == page(amina, "start_result")
    found = text_of(client.get(page(amina, "start_result")))
    assert "2 decisions say something of 1 of 2 commitments. 1 is unknown so far." in found
    assert "no percentage and no interval is given" in found
    assert "%" not in found.split("<main")[1].split("</main>")[0]
    assert 'class="hole">unknown' in found
    assert "None of the decisions you named bears on it." in found
    assert "Decided, and for none of these" in found
    assert "120,000 EUR" in found
    assert "Evidence: Minutes of 2 March" in found


def test_what_is_kept_are_drafts_commitments_and_records_with_their_trail(client, amina):
    promised(client, amina)
    decided(client, amina)
    judged(client, amina)
    assert missions.draft(amina.organisation).text == "We keep people well."
    first, second = ledger.typed(amina.organisation)
    assert (first.channel, first.commitment, first.stance) == (
        "decisions", store.commitments(amina.organisation)[0].key, "contradicts",
    )  # fmt: skip
    assert (second.commitment, second.stance, second.currency) == ("", "neutral", "")
    verbs = [entry.event.verb for entry in trail.entries(amina.organisation_id)]
    assert verbs[2:] == ["mission drafted", *["commitment added"] * 2, *["record typed in"] * 2,
                         *["typed record changed"] * 2]  # fmt: skip


def test_whoever_comes_back_finds_what_was_typed_and_where_they_were(client, amina):
    promised(client, amina)
    form = client.get(page(amina, "start")).context["form"]
    assert (form["mission"].value(), form["text-2"].value()) == (
        "We keep people well.",
        "Home visits",
    )
    found = text_of(client.get(page(amina, "start")))
    assert f'<a href="{page(amina, "start_decisions")}">Go on where you were</a>' in found
    assert "Its words say" in found


def test_a_page_sent_twice_makes_each_thing_once(client, amina):
    sent = filled(client, amina, "start", **{"mission": "We care.", "text-1": CARE})
    for _ in range(2):
        assert client.post(page(amina, "start"), sent).status_code == 302
    sent = filled(client, amina, "start_decisions", **{"text-1": "A van", "on-1": "2026-03-02"})
    for _ in range(2):
        assert client.post(page(amina, "start_decisions"), sent).status_code == 302
    assert (Commitment.objects.count(), TypedRecord.objects.count()) == (1, 1)


def test_an_emptied_field_takes_its_promise_or_decision_back(client, amina):
    promised(client, amina)
    decided(client, amina)
    promised(client, amina, **{"text-1": ""})
    assert [row.text for row in store.commitments(amina.organisation)] == ["Home visits"]
    decided(client, amina, **{"text-2": "", "on-2": ""})
    assert [row.text for row in ledger.typed(amina.organisation)] == ["Shorter appointments"]


def test_a_commitment_keeps_what_this_page_does_not_ask(client, amina):
    promise = Promise(text=CARE, layer="cultural", guardrail=True, living_it=("time",))
    actions.add(promise, by=amina, at=NOON)
    promised(client, amina, **{"text-1": CARE, "breaking-1": "haste"})
    row = store.commitments(amina.organisation)[0]
    assert (row.layer, row.guardrail, row.living_it, row.breaking_it) == (
        "cultural", True, ["time"], ["haste"],
    )  # fmt: skip


def test_of_two_who_type_at_once_the_second_is_told_and_keeps_what_they_typed(client, amina):
    promised(client, amina)
    old = filled(client, amina, "start", **{"text-1": "Bruno's words"})
    promised(client, amina, **{"text-1": "Amina's words"})
    found = client.post(page(amina, "start"), old)
    assert found.status_code == 422
    assert "Somebody changed this meanwhile" in text_of(found)
    assert found.context["form"]["text-1"].value() == "Bruno's words"
    assert "It reads now: “Amina&#x27;s words”" in text_of(found)
    assert store.commitments(amina.organisation)[0].text == "Amina's words"


@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"text-1": "A van"}, "Give the day"),
        ({"text-1": "A van", "on-1": "2999-01-01"}, "This day is to come."),
        ({"text-1": "A van", "on-1": "2026-03-02", "amount-1": "5"}, "An amount needs a currency."),
        ({"text-1": "A van", "on-1": "31/02/2026"}, "valid date"),
        ({"on-1": "2026-03-02"}, "Say what was decided"),
        ({"text-1": "A van", "on-1": "2026-03-02", "amount-1": "much"}, "Enter a number"),
        ({}, "Name one decision at least"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_stays(
    client, amina, but, said
):
    promised(client, amina)
    found = typed(client, amina, "start_decisions", **but)
    assert found.status_code == 422
    assert said in text_of(found)
    assert found.context["form"]["text-1"].value() == but.get("text-1", "")
    assert TypedRecord.objects.count() == 0


def test_a_mission_without_a_commitment_goes_no_further(client, amina):
    found = typed(client, amina, "start", mission="We care.")
    assert found.status_code == 422
    assert "Name one commitment at least" in text_of(found)
    assert missions.draft(amina.organisation) is None


def test_it_bears_on_something_or_it_did_nothing_for_it(client, amina):
    promised(client, amina)
    decided(client, amina)
    found = judged(client, amina, **{"commitment-1": "", "stance-1": "advances"})
    assert found.status_code == 422
    assert "Say which commitment it did that for." in text_of(found)


def test_nothing_yet_is_taught_and_not_counted(client, amina):
    assert "There is nothing to lay side by side yet." in text_of(
        client.get(page(amina, "start_result"))
    )
    assert "No decision is named yet." in text_of(client.get(page(amina, "start_evidence")))


def test_one_decision_is_spoken_of_as_one(client, amina):
    promised(client, amina)
    decided(client, amina, **{"text-2": "", "on-2": ""})
    care = store.commitments(amina.organisation)[0].key
    unsure = {"commitment-1": care, "stance-1": "unknown", "evidence-1": "Minutes"}
    typed(client, amina, "start_evidence", **unsure)
    found = text_of(client.get(page(amina, "start_result")))
    assert "Of the decision that bears on it nobody can tell what it did." in found
    assert "The decision you named does not bear on it." in found
    assert "decisions you named" not in found


def test_rows_of_others_cannot_be_named(client, amina):
    chiara = make_organisation("Dune Trust", "Chiara")
    theirs = actions.add(Promise(text="Dunes"), by=chiara, at=NOON)
    found = promised(client, amina, **{"held-1": str(theirs.id)})
    assert found.status_code == 403
    promised(client, amina)
    decided(client, amina)
    record = ledger.typed(amina.organisation)[0]
    client.force_login(chiara.person)
    sent = filled(client, chiara, "start_decisions", **{
        "text-1": "A van", "on-1": "2026-03-02", "held-1": str(record.id),
    })  # fmt: skip
    assert client.post(page(chiara, "start_decisions"), sent).status_code == 403
    assert ledger.typed(chiara.organisation) == []


def test_who_only_reads_sees_the_result_and_none_of_the_forms(client, amina):
    promised(client, amina)
    decided(client, amina)
    leader = make_member(amina, "Bruno", Role.LEADER)
    client.force_login(leader.person)
    for name, status in (("start", 403), ("start_decisions", 403), ("start_result", 200)):
        assert client.get(page(amina, name)).status_code == status
    main = text_of(client.get(page(amina, "start_result"))).split("<main")[1]
    doors = re.findall(r'href="([^"]+)"', main.split("</main>")[0])
    assert doors
    assert {client.get(door).status_code for door in doors} == {200}


def test_more_commitments_than_five_are_left_to_their_own_pages(client, amina):
    for at in range(6):
        actions.add(Promise(text=f"Promise {at}"), by=amina, at=NOON)
    assert "There are 6 commitments already." in text_of(client.get(page(amina, "start")))
    assert client.post(page(amina, "start"), {"text-1": "x"}).status_code == 302
    assert len(store.commitments(amina.organisation)) == 6


def test_the_last_quarter_is_the_one_before_this():
    assert last_quarter(date(2026, 2, 28)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert last_quarter(date(2026, 12, 31)) == (date(2026, 7, 1), date(2026, 9, 30))
