"""Are words that many records hold found as those of a few are, whichever way the database goes?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from northing.foundations.people.tests.make import make_organisation
from northing.stages.records.ledger import store
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.sought import ENDS, FEW
from northing.stages.records.ledger.rules.stored import folded
from northing.stages.records.ledger.store import Sought, Wanted

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TEXTS = (
    "Roof repairs", "Häuser in Not", "Day-care, ground floor", "proof of payment", "ro of",
    "Dr. O'Neil & Söhne", "a_b 100%", "https://harbour.example/roof/2024", "ROOFING", "straße 12",
)  # fmt: skip


@pytest.fixture
def harbour():
    return make_organisation().organisation


def kept(organisation, texts, first=date(2024, 1, 1)):
    StoredRecord.objects.bulk_create(
        StoredRecord(
            organisation=organisation, name=f"made.csv:{number}", channel="money", text=text,
            sought=folded(text), side="spending", effective_on=first + timedelta(days=number),
        )
        for number, text in enumerate(texts)
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["roof", "roo repa", "häus", "HÄUSER", "day care", "o neil", "100", "a", "b", "strasse"]
)
def test_records_gone_through_one_by_one_are_those_of_the_index(harbour, text):
    kept(harbour, TEXTS)
    words = store.sought(harbour, text).words
    ways = [Sought(words, is_often=True), Sought(words), store.sought(harbour, text)]
    found = [
        sorted(store.wanted(harbour, Wanted(text=text), way).values_list("text", flat=True))
        for way in ways
    ]
    assert found[0] == found[1] == found[2] != []


def test_words_are_often_there_only_where_more_than_a_few_records_hold_them(harbour):
    kept(harbour, ["roof repairs", "school visit"] * ENDS)
    assert store.sought(harbour, "roof").is_often is False, "they are a thousand, and counted"
    kept(make_organisation("Dune Trust", "Femke").organisation, ["roof"] * (ENDS + FEW))
    assert store.sought(harbour, "roof").is_often is False, "others' records are not asked"
    StoredRecord.objects.create(
        organisation=harbour, name="more.csv:1", channel="money", text="Roof", sought="roof",
        side="spending", effective_on=date(2023, 1, 1),
    )  # fmt: skip
    assert store.sought(harbour, "roof").is_widespread
    assert store.sought(harbour, "roof").is_often is (connection.vendor == "postgresql")
    assert store.sought(harbour, "roof school").is_often is False
    assert store.wanted(harbour, Wanted(text="roof")).count() == ENDS + 1
