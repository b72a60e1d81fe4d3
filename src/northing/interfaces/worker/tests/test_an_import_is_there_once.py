"""Does a file become records once, whoever dies on the way, and can it be undone as a whole?"""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.taking import shelf
from northing.interfaces.worker.tests.make import until, worker
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import, Mapping
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
BUDGET = b"""Line,Department,Amount,Year
Screening,North,1200.50,2024
Repairs,South,abc,2024
Home visits,North,90,2024
"""
PLAN = {"channel": "money", "currency": "EUR", "columns": {"text": "Line", "unit": "Department"}}
MANY = 60_000


@pytest.fixture
def amina():
    yield make_organisation()
    StoredRecord.objects.all().delete()
    Import.objects.all().delete()
    Mapping.objects.all().delete()
    Member.objects.all().delete()


def handed_in(by, content=BUDGET, name="budget.csv"):
    key = uuid4()
    kept = shelf().keep(by.organisation_id, key, [content], largest=1 << 30)
    return jobs.hand_in(HandedIn(id=key, name=name, kept=kept), by=by, at=timezone.now())


def imported(by, content=BUDGET, name="budget.csv", plan=PLAN):
    one = handed_in(by, content, name)
    Worker().work_off()
    one.refresh_from_db()
    jobs.say_how(one, one.plan | plan, by=by, at=timezone.now(), seen=one.revision)
    return one


def many_lines():
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Line", "Department", "Amount", "Date"])
    for number in range(MANY):
        writer.writerow([f"Screening {number}", "North", number, "2024-03-01"])
    return out.getvalue().encode()


def test_a_file_is_looked_at_and_then_read_as_a_person_says(amina):
    one = handed_in(amina)
    Worker().work_off()
    one.refresh_from_db()
    assert one.state == Import.State.READY
    assert one.account["columns"] == ["Line", "Department", "Amount", "Year"]
    assert one.account["chosen"]["amount"] == "Amount"
    assert one.account["channel"] == "money"
    assert one.account["refusals"][0]["line"] == 3
    assert not ledger.records(amina.organisation).exists()
    jobs.say_how(one, one.plan | PLAN, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    one.refresh_from_db()
    assert (one.state, one.account["records"], one.account["refused"]) == (Import.State.DONE, 2, 1)
    found = ledger.record(amina.organisation, "budget.csv:2")
    assert (found.text, found.amount, found.currency) == ("Screening", Decimal("1200.50"), "EUR")
    assert (found.unit, found.effective_on, found.line) == ("North", date(2024, 1, 1), 2)
    assert found.received_on == one.received_on


def test_of_two_who_say_how_at_once_the_second_is_told(amina):
    one = handed_in(amina)
    Worker().work_off()
    jobs.say_how(one, one.plan | PLAN, by=amina, at=timezone.now(), seen=one.revision)
    with pytest.raises(Refused, match="changed meanwhile"):
        jobs.say_how(one, one.plan | PLAN, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    assert ledger.records(amina.organisation).count() == 2


def test_the_same_bytes_are_handed_in_once(amina):
    handed_in(amina)
    with pytest.raises(Refused, match="here already"):
        handed_in(amina, name="budget again.csv")
    assert Import.objects.count() == 1


def test_an_import_is_undone_and_redone_as_a_whole(amina):
    one = imported(amina)
    Worker().work_off()
    one.refresh_from_db()
    jobs.undo(one, by=amina, at=timezone.now(), seen=one.revision)
    assert not ledger.records(amina.organisation).exists()
    Worker().work_off()
    assert not StoredRecord.objects.exists()
    one.refresh_from_db()
    jobs.redo(one, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    assert ledger.records(amina.organisation).count() == 2


def test_an_undone_import_that_is_read_again_before_it_is_cleared_keeps_its_rows(amina):
    one = imported(amina)
    Worker().work_off()
    one.refresh_from_db()
    jobs.undo(one, by=amina, at=timezone.now(), seen=one.revision)
    one.refresh_from_db()
    jobs.redo(one, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    assert ledger.records(amina.organisation).count() == 2


def test_next_months_file_is_looked_at_as_last_months_was_read(amina):
    imported(amina)
    Worker().work_off()
    april = BUDGET.replace(b"Screening", b"Vaccination")
    one = handed_in(amina, april, "april.csv")
    Worker().work_off()
    one.refresh_from_db()
    assert one.account["as_last_time"] == "budget.csv"
    assert one.plan["columns"] == PLAN["columns"]
    assert one.plan["path"] == "april.csv"


def test_a_killed_worker_leaves_no_record_twice_and_none_out(amina):
    one = imported(amina, many_lines())
    with worker(settings.HOME, "--lease", "1") as first:
        until(lambda: StoredRecord.objects.count() > 5_000)
        first.kill()
        first.wait()
    assert not ledger.records(amina.organisation).exists()
    with worker(settings.HOME, "--lease", "1"):
        until(lambda: DBTaskResult.objects.filter(status="RUNNING").exists())
        until(lambda: Import.objects.get().state == Import.State.DONE)
    assert StoredRecord.objects.count() == MANY
    assert ledger.records(amina.organisation).count() == MANY
    assert Import.objects.get(id=one.id).account["records"] == MANY
