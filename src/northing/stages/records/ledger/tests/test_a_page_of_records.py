"""Do pages, one after the other and back again, show every record once and in order?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain, pairwise

import pytest
from django.db import connection

from northing.foundations.people.tests.make import make_organisation
from northing.stages.records.ledger import store
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.paging import Order, cursor_of
from northing.stages.records.ledger.rules.sought import FEW
from northing.stages.records.ledger.store import Wanted

pytestmark = [pytest.mark.database, pytest.mark.django_db]
MANY = 47


@pytest.fixture
def harbour():
    organisation = make_organisation().organisation
    StoredRecord.objects.bulk_create(
        StoredRecord(
            organisation=organisation,
            name=f"budget.csv:{number}",
            channel="money" if number % 3 else "decisions",
            text=f"Screening {number}",
            sought=f"screening {number} häuser" if number % 2 else f"screening-day {number}",
            side="spending",
            unit="North" if number % 5 else "South",
            amount=None if number % 4 == 0 else Decimal(number % 6),
            effective_on=None if number % 7 == 0 else date(2024, 1, 1 + number % 9),
        )
        for number in range(MANY)
    )
    return organisation


def walked(rows, order, size=5):
    """The names on all pages, forward."""
    return [[row.name for row in page.rows] for page in store.in_chunks(rows, order, size)]


def in_order(rows, order):
    """What Python makes of it: rows without a value last, ties by number."""
    filled = [row for row in rows if getattr(row, order.column) is not None]
    blank = [row for row in rows if getattr(row, order.column) is None]
    filled.sort(key=lambda row: (getattr(row, order.column), row.id), reverse=order.falls)
    blank.sort(key=lambda row: row.id, reverse=order.falls)
    return [row.name for row in (*filled, *blank)]


@pytest.mark.parametrize("order", list(Order))
def test_pages_show_every_record_once_and_in_order(harbour, order):
    rows = store.wanted(harbour, Wanted())
    assert list(chain.from_iterable(walked(rows, order))) == in_order(list(rows), order)


@pytest.mark.parametrize("order", list(Order))
def test_one_comes_back_the_way_one_went(harbour, order):
    rows = store.wanted(harbour, Wanted())
    pages = list(store.in_chunks(rows, order, 5))
    for before, here in pairwise(pages):
        back = store.page(rows, order, here.before, size=5)
        assert [row.id for row in back.rows] == [row.id for row in before.rows]
        assert back.has_after
        assert back.has_before is (before is not pages[0])


@pytest.mark.parametrize("order", list(Order))
def test_a_place_is_written_into_an_address_and_read_again(harbour, order):
    page = store.page(store.wanted(harbour, Wanted()), order, None, size=5)
    for cursor in (page.after, page.before):
        again = cursor_of(cursor.written(), order, is_back=cursor.is_back)
        shown = [
            [row.id for row in store.page(store.wanted(harbour, Wanted()), order, one, size=5).rows]
            for one in (cursor, again)
        ]
        assert shown[0] == shown[1]


@pytest.mark.parametrize("written", ["", "~", "x~1", "2024-13-01~1", "NaN~2", "1~" + "9" * 30])
def test_what_is_no_place_is_the_first_page(written):
    assert cursor_of(written, Order.LARGEST, is_back=False) is None


@pytest.mark.parametrize(
    ("what", "count"),
    [
        (Wanted(text="screening 7"), 1),
        (Wanted(text="HÄUS"), 23),
        (Wanted(text="day screen"), 24),
        (Wanted(text="eening"), 0),
        (Wanted(text="' OR 1=1 -- \" * : & |"), 0),
        (Wanted(text="!!"), MANY),
        (Wanted(channel="decisions"), 16),
        (Wanted(unit="South", channel="money"), 6),
        (Wanted(first_on=date(2024, 1, 9)), 4),
    ],
)
def test_conditions_narrow_it_down(harbour, what, count):
    assert store.count_up_to(store.wanted(harbour, what), 1_000) == count


def test_nobody_counts_beyond_the_bound(harbour):
    assert store.count_up_to(store.wanted(harbour, Wanted()), 10) == 11


def test_records_of_another_organisation_are_not_found(harbour):
    elsewhere = make_organisation("Dune Trust", "Chiara").organisation
    assert store.count_up_to(store.wanted(elsewhere, Wanted(text="screening")), 10) == 0
    assert store.record(elsewhere, "budget.csv:1") is None


def test_what_is_removed_is_found_no_more(harbour):
    StoredRecord.objects.filter(name="budget.csv:7").delete()
    assert store.count_up_to(store.wanted(harbour, Wanted(text="screening 7")), 10) == 0


def test_the_index_of_words_is_in_place():
    tables = connection.introspection.table_names()
    if connection.vendor == "sqlite":
        assert "records_words" in tables
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'records_words'")
            assert "prefix=" in cursor.fetchone()[0]
        return
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "records_storedrecord")
    assert "records_words" in found


def test_records_of_a_unit_are_gone_to_and_not_looked_for(harbour):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "records_storedrecord")
    assert found["records_by_unit"]["columns"] == ["organisation_id", "unit", "effective_on", "id"]
    if connection.vendor == "sqlite":
        rows = store.wanted(harbour, Wanted(unit="South")).filter(effective_on__isnull=False)
        plan = rows.order_by("-effective_on", "-id").explain()
        assert "USING INDEX records_by_unit (organisation_id=? AND unit=?" in plan
        assert "TEMP B-TREE FOR ORDER BY" not in plan


def test_words_that_many_records_hold_are_found_as_those_of_few(harbour):
    other = make_organisation("Dune Trust", "Femke").organisation
    for organisation, many in ((harbour, FEW), (other, 1)):
        StoredRecord.objects.bulk_create(
            StoredRecord(organisation=organisation, name=f"roof.csv:{number}", channel="money",
                         text="Roof", sought=f"roof repairs {number % 2}", side="spending")
            for number in range(many)
        )  # fmt: skip
    for text, found in (("roof", FEW), ("repa 1", FEW // 2), ("roof häus", 0)):
        assert store.wanted(harbour, Wanted(text=text)).count() == found
    StoredRecord.objects.create(organisation=harbour, name="roof.csv:more", channel="money",
                                text="Roof", sought="roof repairs", side="spending")  # fmt: skip
    assert store.sought(harbour, "roo").is_widespread
    assert not store.sought(harbour, "roof 1").is_widespread
    assert not store.sought(harbour, "").is_widespread
    for text, found in (("roof", FEW + 1), ("roof häus", 0)):
        assert store.wanted(harbour, Wanted(text=text)).count() == found
    assert store.wanted(other, Wanted(text="roof")).count() == 1
