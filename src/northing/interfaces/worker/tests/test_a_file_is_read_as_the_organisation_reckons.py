"""Does a file that names no currency, or a fiscal year, mean the organisation's own?"""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.taking import shelf
from northing.interfaces.worker.tests.make_case import NOON, cleared_afterwards
from northing.stages.records.imports.actions import HandedIn, say_usage
from northing.stages.records.imports.facts import Usage
from northing.stages.records.ledger import store as ledger

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
BUDGET = b"Line,Amount,Year\nScreening,1200.50,FY2025\n"


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()


def looked_at(by):
    key = uuid4()
    kept = shelf().keep(by.organisation_id, key, [BUDGET], largest=1 << 20)
    one = jobs.hand_in(HandedIn(id=key, name="budget.csv", kept=kept), by=by, at=timezone.now())
    Worker().work_off()
    one.refresh_from_db()
    return one


def read(by, **said):
    one = looked_at(by)
    plan = one.plan | {"channel": "money"} | said
    jobs.say_how(one, plan, by=by, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    return ledger.record(by.organisation, "budget.csv:2")


def test_where_nobody_said_the_file_alone_is_asked(amina):
    found = read(amina)
    assert (found.currency, found.effective_on) == ("", date(2025, 1, 1))


def test_its_year_begins_when_the_organisations_does_and_its_sums_are_in_its_currency(amina):
    say_usage(Usage(currency="EUR", fiscal_year_starts=10), by=amina, at=NOON, seen=0)
    found = read(amina)
    assert (found.currency, found.effective_on) == ("EUR", date(2024, 10, 1))


def test_what_is_said_of_the_file_itself_goes_before(amina):
    say_usage(Usage(currency="EUR"), by=amina, at=NOON, seen=0)
    assert read(amina, currency="USD").currency == "USD"


def test_a_look_says_that_the_currency_was_taken_from_the_organisation(amina):
    say_usage(Usage(currency="EUR", names=("Greta Verhoeven",)), by=amina, at=NOON, seen=0)
    account = looked_at(amina).account
    assert (account["taken_currency"], account["currencies"]) == ("EUR", ["EUR"])
