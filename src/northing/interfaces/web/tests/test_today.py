"""Does everybody find on their first page what concerns them, and nothing that does not?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation, make_unit
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.clarify.commitments.actions import Promise, add
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.findings.models import FollowUp
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.tests.stored import make_sample, said, say, sit
from northing.stages.records.imports.models import Import

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def promised(amina):
    add(Promise(text="Every patient has longer appointments"), by=amina, at=NOON)
    return amina


def today(client, member):
    client.force_login(member.person)
    found = client.get(reverse("home", args=[member.organisation_id]))
    assert found.status_code == 200
    return found.content.decode()


def make_import(member, **but):
    kept = {"channel": "money", "name": "budget.csv", "path": "budget.csv", "sha256": "5" * 64,
            "bytes": 9, "state": Import.State.DONE, "received_on": NOON.date(), "made_at": NOON,
            "account": {"records": 40, "refused": 3, "last_on": "2026-03-31"}}  # fmt: skip
    return Import.objects.create(organisation=member.organisation, made_by=member, **(kept | but))


def test_signing_in_leads_here(client, amina):
    client.force_login(amina.person)
    assert client.get("/").url == reverse("home", args=[amina.organisation_id])


def test_an_empty_organisation_is_led_to_its_first_promise(client, amina):
    text = today(client, amina)
    assert "Say what the organisation promises." in text
    assert reverse("start", args=[amina.organisation_id]) in text


def test_with_promises_and_no_record_the_import_comes_next(client, promised):
    assert "Hand in the first records" in today(client, promised)


def test_records_are_told_by_kind_with_their_newest_day_and_refused_lines(client, promised):
    make_import(promised)
    text = today(client, promised)
    assert "31 March 2026" in text
    assert "3 lines of budget.csv that could not be read" in text


def test_a_manager_sees_the_files_of_the_own_unit_alone(client, promised):
    unit = make_unit(promised.organisation, "Clinic")
    bruno = make_member(promised, "Bruno", Role.MANAGER, unit)
    make_import(promised)
    assert "could not be read" not in today(client, bruno)
    make_import(bruno, path="clinic.csv", name="clinic.csv")
    assert "3 lines of clinic.csv that could not be read" in today(client, bruno)


def test_a_finding_one_answers_for_and_that_is_late_is_the_one_thing(client, promised):
    audit = StoredAudit.objects.create(
        organisation=promised.organisation, number=1, on=NOON.date(), asked_at=NOON, done_at=NOON,
        state=StoredAudit.State.DONE,
    )  # fmt: skip
    StoredFinding.objects.create(
        audit=audit, position=1, code="gap", severity="high", commitment="care", channel="money",
        statement="Less was spent on care than was said.", content={},
    )  # fmt: skip
    StoredAudit.objects.filter(id=audit.id).update(issued_at=NOON)
    bruno = make_member(promised, "Bruno", Role.MANAGER)
    FollowUp.objects.create(
        organisation=promised.organisation, code="gap", commitment="care", channel="money",
        owner=bruno, due_on=NOON.date(),
    )  # fmt: skip
    text = today(client, bruno)
    assert "Less was spent on care than was said." in text
    assert "it was due on 4 May 2026" in text
    assert "Less was spent" not in today(client, promised)


def test_a_free_seat_and_then_ones_own_pairs_wait(client, promised):
    sample = make_sample(promised, coders=2)
    bruno = make_member(promised, "Bruno", Role.CHAMPION)
    assert "Be a coder of sample" in today(client, bruno)
    sit(sample, bruno)
    assert "6 pairs wait for you" in today(client, bruno)
    sit(sample, promised, "B")
    say(sample, bruno, *(said(number, Answer.ADVANCES) for number in (1, 2, 4, 6, 8, 10)))
    say(sample, promised, *(said(number) for number in (1, 2, 3, 5, 7, 9)))
    for one in (bruno, promised):
        assert "Settle 2 pairs" in today(client, one)


def test_an_employee_reads_who_can_see_what_and_no_record(client, promised):
    make_import(promised)
    text = today(client, make_member(promised, "Bruno", Role.MEMBER))
    assert "Who can see what?" in text
    assert "You do not see" in text
    assert "the records and imports" in text
    assert "budget.csv" not in text
    assert "31 March 2026" not in text


def test_an_auditor_reads_the_population_and_what_is_open(client, promised):
    sample = make_sample(promised, pairs=10)
    auditor = make_member(promised, "Chiara", Role.AUDITOR)
    text = today(client, auditor)
    assert "What was checked, and what is not settled?" in text
    assert reverse("verify_drawn", args=[promised.organisation_id, sample.id]) in text


def test_what_changed_is_told_by_name_to_those_who_read_the_trail_alone(client, promised):
    bruno = make_member(promised, "Bruno", Role.PURPOSE_OFFICER)
    employee = make_member(promised, "Daan", Role.MEMBER)
    for verb in ("commitment added", "commitment added", "member changed"):
        append(Event(promised.organisation_id, verb, _soon(), bruno.person_id))
    assert "Bruno added a commitment (2 times)" in squeezed(today(client, promised))
    assert "changed a member" in today(client, promised)
    text = squeezed(today(client, employee))
    assert "somebody added a commitment (2 times)" in text
    assert "changed a member" not in text
    assert "Bruno" not in text


def test_what_was_seen_is_not_new_the_next_day(client, promised, monkeypatch):
    bruno = make_member(promised, "Bruno", Role.PURPOSE_OFFICER)
    append(Event(promised.organisation_id, "mission approved", _soon(), bruno.person_id))
    assert "Bruno recorded that a mission was approved" in squeezed(today(client, promised))
    assert "Bruno recorded that a mission was approved" in squeezed(today(client, promised))
    later = _soon() + timedelta(days=1)
    monkeypatch.setattr("northing.interfaces.web.visit.timezone.now", lambda: later)
    assert "recorded that a mission was approved" not in today(client, promised)


def _soon():
    return timezone.now()


def squeezed(text):
    return " ".join(text.replace("</span>", "").replace("<span>", "").split())
