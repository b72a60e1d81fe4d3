"""Does a page say where change could begin, and whether what it needs is there?"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.stages.clarify.approach import store as approach
from northing.stages.clarify.approach.rules.questions import QUESTIONS
from northing.stages.diagnose.audits.models import StoredLink
from northing.stages.diagnose.publication.tests.make import make_audit
from northing.stages.diagnose.readiness.facts import Answer, Ground
from northing.stages.diagnose.readiness.store import readiness_of
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TODAY = date(2026, 5, 4)
CHOICES = Path(__file__).parents[5] / "examples" / "harbour_decides" / "choices.csv"


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def page(name, amina, *more):
    return reverse(name, args=[amina.organisation_id, *more])


def answers(**but):
    sent = {"revision": "0", "chosen": "hybrid", "reason": "Both are needed."}
    for one in QUESTIONS:
        sent |= {f"answer-{one.id}": "", f"evidence-{one.id}": ""}
    for key in ("large", "subcultures", "middle", "barriers", "trust"):
        sent |= {f"answer-{key}": "4", f"evidence-{key}": "minutes of May"}
    return sent | but


def record(amina, name, channel, on=TODAY, **more):
    known = {"text": name, "side": "spending", "sought": name, "is_dated_to_day": True}
    return StoredRecord.objects.create(
        organisation=amina.organisation, name=name, channel=channel, effective_on=on,
        **known | more,
    )  # fmt: skip


def link(audit, name, channel, origin="machine", stance=""):
    StoredLink.objects.create(
        audit=audit, record=name, commitment="care", channel=channel, origin=origin,
        is_linked=True, stance=stance,
    )  # fmt: skip


def of(amina, key):
    found = readiness_of(amina.organisation, on=TODAY)
    return next(one for one in found.answered if one.question.id == key)


def test_a_statement_says_what_speaks_for_it_and_what_is_not_known(client, amina):
    empty = client.get(page("clarify_approach", amina)).content.decode()
    assert "Nothing is stated yet" in empty
    assert client.post(page("clarify_approach_write", amina), answers()).status_code == 302
    text = client.get(page("clarify_approach", amina)).content.decode()
    assert "Chosen: hybrid" in text
    assert "9 of 14 questions have no answer" in text
    assert "minutes of May" in text
    verbs = [one.event.verb for one in trail.page(amina.organisation_id, size=9)]
    assert verbs.count("approach stated") == 1


def test_what_was_stated_before_stays_and_nothing_is_written_over(client, amina):
    address = page("clarify_approach_write", amina)
    client.post(address, answers())
    late = client.post(address, answers(reason="I had not seen yours."))
    assert late.status_code == 422
    assert "Somebody changed this meanwhile" in late.content.decode()
    assert "I had not seen yours." in late.content.decode()
    assert client.post(address, answers(revision="1", chosen="")).status_code == 302
    newest, first = approach.statements(amina.organisation)
    assert (first.chosen, newest.chosen) == ("hybrid", "")
    assert (
        "a newer one is there"
        in client.get(page("clarify_statement", amina, first.id)).content.decode()
    )


def test_an_answer_that_was_seen_in_nothing_is_asked_about(client, amina):
    sent = answers(**{"answer-urgent": "4"})
    found = client.post(page("clarify_approach_write", amina), sent)
    assert found.status_code == 422
    assert "Say what it was seen in" in found.content.decode()
    assert approach.newest(amina.organisation) is None


def test_sent_twice_it_is_one(client, amina):
    sent = answers(ticket="6b1c1c52-0000-4000-8000-000000000001")
    assert [client.post(page("clarify_approach_write", amina), sent).status_code
            for _ in range(2)] == [302, 302]  # fmt: skip
    assert approach.statements(amina.organisation).count() == 1


def test_readiness_rests_on_the_links_of_the_newest_audit(amina):
    audit = make_audit(amina, 1, on=TODAY - timedelta(days=30))
    record(amina, "kpis.csv:2", "metrics")
    assert of(amina, "measured").ground is Ground.NOT_CHECKED
    link(audit, "kpis.csv:2", "metrics")
    found = of(amina, "measured")
    assert (found.answer, found.by_machine) == (Answer.YES, 1)
    assert of(amina, "audited").answer is Answer.YES
    record(amina, "bonus.csv:2", "incentives")
    link(audit, "bonus.csv:2", "incentives", origin="person", stance="contradicts")
    assert of(amina, "rewarded").ground is Ground.AGAINST
    record(amina, "old.csv:2", "voice", on=date(2024, 1, 1))
    assert of(amina, "heard").ground is Ground.TOO_OLD


def test_another_organisations_records_show_nothing(amina):
    other = make_organisation("Dune Trust", "Chiara")
    record(other, "survey.csv:2", "voice")
    make_audit(other, 1, on=TODAY)
    found = readiness_of(amina.organisation, on=TODAY)
    assert {one.ground for one in found.answered} == {Ground.NOTHING}


def test_the_page_names_the_record_and_what_is_missing(client, amina):
    on = NOON.date().today()
    make_audit(amina, 1, on=on)
    record(amina, "survey.csv:2", "voice", on=on, text="They did not listen.")
    text = client.get(page("audits_readiness", amina)).content.decode()
    assert "Nobody can tell yet: 2 of 7 are shown" in text
    assert "They did not listen." in text
    assert "Hand in the budget" in text
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    client.force_login(bruno.person)
    assert client.get(page("audits_readiness", amina)).status_code == 403


def test_choices_handed_in_are_laid_beside_what_was_said(client, amina):
    table = SimpleUploadedFile("choices.csv", CHOICES.read_bytes())
    text = client.post(page("audits_choices", amina), {"table": table}).content.decode()
    assert "Choices part from what is stated most over “money saved”" in text
    wrong = SimpleUploadedFile("choices.csv", b"choice,option\na,b\n")
    found = client.post(page("audits_choices", amina), {"table": wrong})
    assert found.status_code == 422
    assert "no column *taken*" in found.content.decode()
