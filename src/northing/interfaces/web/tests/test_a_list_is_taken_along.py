"""Does every list leave whole, in three forms, without a formula, and does the trail say so?"""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from northing.foundations.documents import rows_out
from northing.foundations.documents.rows_out import Form, Listing, pieces
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import (
    NOON,
    make_member,
    make_organisation,
    make_unit,
)
from northing.foundations.trail import store as trail
from northing.interfaces.web.tests import (
    rows_audits,
    rows_clarify,
    rows_decide,
    rows_plans,
    rows_records,
    rows_verify,
)
from northing.stages.clarify.models import Commitment
from northing.stages.decide.trade_offs.actions import Told, tell_trade_off
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PAGES = {
    "records": "records_table", "files": "records_imports", "findings": "audits_findings",
    "audits": "audits_list", "commitments": "clarify_commitments", "mission": "clarify_mission",
    "values": "clarify_values", "purpose-to-performance": "clarify_performance",
    "why-how-what": "clarify_why", "samples": "verify_samples", "members": "members",
    "units": "units", "trail": "trail", "decisions": "decide_list", "filters": "decide_filters",
    "past-decisions": "decide_indicators", "trade-offs": "decide_ledger",
    "priorities": "plans_priorities", "budgets": "plans_budgets",
}  # fmt: skip


AREAS = (rows_clarify, rows_records, rows_audits, rows_verify, rows_decide, rows_plans)
SINGLE = {
    "clarify_commitment": ("commitment", 1), "records_record": ("record", 1),
    "audits_finding": ("finding", 1), "decide_decision": ("decision", 1),
    "plans_priority": ("priority", 2),
}  # fmt: skip


@pytest.fixture
def amina(client):
    owner = make_organisation()
    client.force_login(owner.person)
    return owner


def taken(client, member, page, form, **asked):
    found = client.get(reverse(page, args=[member.organisation_id]), {"format": form, **asked})
    assert found.status_code == 200
    return b"".join(found.streaming_content)


def test_every_list_is_the_same_in_three_forms_and_the_trail_says_who_has_it(client, amina):
    house = {}
    for area in AREAS:
        house |= area.rows(amina)
    told = Told(cost=Decimal(5), currency="EUR", gave={"care": 3.0})
    tell_trade_off(house["decision"], told, by=amina, at=NOON)
    make_unit(amina.organisation, "Clinic")
    for name, page in PAGES.items():
        rows = list(csv.reader(io.StringIO(taken(client, amina, page, "csv").decode())))
        told = json.loads(taken(client, amina, page, "json"))
        book = load_workbook(io.BytesIO(taken(client, amina, page, "xlsx")))
        last = trail.page(amina.organisation_id, size=1)[0].event
        assert (last.verb, last.actor) == ("list taken along", amina.person_id)
        assert last.details == {"list": name, "form": "xlsx"}
        shown = client.get(reverse(page, args=[amina.organisation_id])).content.decode()
        assert "format=xlsx" in shown, name
        added = 2 if name == "trail" else 0  # what taking it twice added
        heads = [cell.value for cell in book.active[1]]
        assert told["list"] == name
        assert list(told["rows"][0]) == rows[0] == heads, name
        assert len(told["rows"]) == len(rows) - 1 + added // 2, name
        assert book.active.max_row - 1 == len(rows) - 1 + added, name


def test_each_thing_that_has_a_page_is_taken_along_from_it(client, amina):
    house = {}
    for area in AREAS:
        house |= area.rows(amina)
    for page, (key, rows) in SINGLE.items():
        one = house[key]
        named = {"record": one} if key == "record" else {key: one.id}
        address = reverse(page, kwargs={"organisation": amina.organisation_id, **named})
        assert "format=xlsx" in client.get(address).content.decode(), page
        for form in Form:
            found = client.get(address, {"format": form})
            content = b"".join(found.streaming_content)
            if form is Form.JSON:
                assert len(json.loads(content)["rows"]) >= rows, page
            assert found["Content-Disposition"].endswith(f'.{form}"')
        last = trail.page(amina.organisation_id, size=1)[0].event
        assert (last.verb, last.actor) == ("list taken along", amina.person_id)


def test_what_somebody_may_not_see_is_not_taken_along(client, amina):
    rows_records.rows(amina)
    member = make_member(amina, "Bruno", Role.MEMBER)
    client.force_login(member.person)
    refused = reverse("records_table", args=[amina.organisation_id])
    assert client.get(refused, {"format": "csv"}).status_code == 403
    stranger = make_organisation("Dune Trust", "Chiara")
    client.force_login(stranger.person)
    assert client.get(refused, {"format": "csv"}).status_code == 404


def test_the_links_of_an_audit_are_taken_along(client, amina):
    audit = rows_audits.rows(amina)["audit"]
    found = client.get(reverse("audits_links", args=[amina.organisation_id, audit.id]))
    assert b"".join(found.streaming_content).startswith(b"record,commitment,channel,made by,counts")


def test_a_list_keeps_to_the_filters_of_its_page_and_runs_no_formula(client, amina):
    kept = {"organisation": amina.organisation, "channel": "money", "side": "spending"}
    for line, text in enumerate(("=1+1", "@sum", "\tcare", "plain words"), start=1):
        StoredRecord.objects.create(
            **kept, name=f"a.csv:{line}", text=text, amount=Decimal("-12.50"), sought=text
        )
    rows = json.loads(taken(client, amina, "records_table", "json", q="plain"))["rows"]
    assert [one["text"] for one in rows] == ["plain words"]
    assert rows[0]["amount"] == -12.5
    text = taken(client, amina, "records_table", "csv").decode()
    assert "'=1+1" in text
    assert "-12.500000" in text  # a figure is no formula
    page = load_workbook(io.BytesIO(taken(client, amina, "records_table", "xlsx"))).active
    cells = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert -12.5 in [cell.value for cell in cells]


def test_an_unknown_form_is_refused_with_those_there_are(client, amina):
    found = client.get(reverse("members", args=[amina.organisation_id]), {"format": "ods"})
    assert found.status_code == 400
    assert "format=csv" in found.content.decode()


def test_looking_whether_it_is_there_leaves_no_trail(client, amina):
    before = trail.head(amina.organisation_id)
    client.head(reverse("members", args=[amina.organisation_id]), {"format": "csv"})
    assert trail.head(amina.organisation_id) == before


def test_a_promise_that_ended_is_in_the_list(client, amina):
    rows_clarify.rows(amina)
    one = Commitment.objects.filter(organisation=amina.organisation).first()
    Commitment.objects.filter(id=one.id).update(ended_on="2026-01-02")
    rows = json.loads(taken(client, amina, "clarify_commitments", "json"))["rows"]
    assert {each["commitment"]: each["ended on"] for each in rows}[one.key] == "2026-01-02"


@pytest.mark.parametrize("form", [Form.CSV, Form.JSON])
def test_however_long_a_list_is_little_of_it_is_held(form):
    rows = ((at, "Screening of newborns", Decimal(at)) for at in range(60_000))
    tracemalloc.start()
    size = sum(map(len, pieces(Listing("records", ("a", "b", "c"), rows), form)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 2_000_000
    assert peak < 600_000


def test_a_workbook_that_is_full_says_what_it_leaves_out(monkeypatch):
    monkeypatch.setattr(rows_out, "MOST_IN_A_SHEET", 3)
    made = b"".join(pieces(Listing("few", ("a",), ((at,) for at in range(5))), Form.XLSX))
    book = load_workbook(io.BytesIO(made))
    assert [cell.value for (cell,) in book["few"].iter_rows(min_row=2)] == [0, 1, 2]
    assert "there are more" in book["Not all rows"]["A1"].value
