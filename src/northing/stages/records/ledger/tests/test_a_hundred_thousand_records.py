"""Is a page of a hundred thousand records there at once, however deep it lies?

Generous bounds that only a change of kind breaks: `bench records` measures.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter

import pytest

from northing.foundations.people.tests.make import make_organisation
from northing.stages.records.imports import loading
from northing.stages.records.ledger import store
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.paging import Cursor, Order
from northing.stages.records.ledger.store import Wanted

pytestmark = [pytest.mark.database, pytest.mark.django_db, pytest.mark.slow]
MANY = 100_000
SECONDS = 2.0
FIRST = date(2000, 1, 1)
WORDS = ("screening", "repairs", "vaccination", "roof", "visits")


@pytest.fixture
def harbour():
    organisation = make_organisation().organisation
    StoredRecord.objects.bulk_create(
        (
            StoredRecord(
                organisation=organisation,
                name=f"payments.csv:{number}",
                channel="money",
                text=f"{WORDS[number % 5]} {number}",
                sought=f"{WORDS[number % 5]} {number}",
                side="spending",
                amount=number % 1_000,
                effective_on=FIRST + timedelta(days=number % 9_000),
            )
            for number in range(MANY)
        ),
        batch_size=5_000,
    )
    loading.count_anew()
    return organisation


ASKED = (
    (Wanted(), 10_001),
    (Wanted(text="screening"), 10_001),
    (Wanted(text="77777"), 1),
    (Wanted(text="roof 5"), 2_222),
    (Wanted(text="zephyr"), 0),
    (Wanted(channel="money", first_on=date(2024, 8, 21)), 11),
)


def test_records_are_found_and_counted_at_once(harbour):
    for what, found in ASKED:
        began = perf_counter()
        rows = store.wanted(harbour, what)
        page = store.page(rows, Order.NEWEST, None, size=50)
        count = store.count_up_to(rows, 10_000)
        assert perf_counter() - began < SECONDS, what
        assert (count, len(page.rows)) == (found, min(50, found)), what


def test_a_page_in_the_middle_costs_what_the_first_costs(harbour):
    rows = store.wanted(harbour, Wanted())
    for order in Order:
        middle = rows.order_by(order.column, "id")[MANY // 2]
        place = Cursor(getattr(middle, order.column), middle.id)
        began = perf_counter()
        page = store.page(rows, order, place, size=50)
        assert perf_counter() - began < SECONDS, order
        assert len(page.rows) == 50
