"""Can priorities and budgets be asked for, changed, weighed, cut and taken along on pages?"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.web.tests import rows_audits, rows_plans, rows_records
from northing.interfaces.web.views.plans.handing_in import content_handed_in
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
from northing.stages.decide.studies.rules.sheets import BUDGET, PRIORITIES
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TYPED = {
    "priorities-title": "Which promise first",
    "criterion-0-id": "impact", "criterion-0-name": "Impact", "criterion-0-worst": "0",
    "criterion-0-best": "10", "criterion-0-swing": "100",
    "criterion-1-id": "c9", "criterion-1-name": "", "criterion-1-worst": "0",
    "criterion-1-best": "10", "criterion-1-swing": "100",
    "option-0-id": "o1", "option-0-name": "Second nurse", "option-0-impact": "3..6..8",
    "option-1-id": "o2", "option-1-name": "Evening hours", "option-1-impact": "",
    "option-2-id": "o3", "option-2-name": "",
    "do": "save",
}  # fmt: skip


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def at(member, name, **named):
    return reverse(name, kwargs={"organisation": member.organisation_id, **named})


def text_of(found):
    return re.sub(r"\s+", " ", found.content.decode())


def test_a_table_is_typed_and_rows_nobody_filled_in_are_none(client, amina):
    address = at(amina, "plans_priorities_table")
    assert "Which options are there" in text_of(client.get(address))
    found = client.post(address, TYPED)
    row = StoredPriorities.objects.get()
    assert (found.status_code, row.name, row.state) == (302, "Which promise first", "waiting")
    assert row.asked["criterion"] == [
        {"id": "impact", "name": "Impact", "worst": "0", "best": "10", "swing": "100"}
    ]
    assert row.asked["option"] == [
        {"id": "o1", "name": "Second nurse", "impact": "3..6..8"},
        {"id": "o2", "name": "Evening hours"},
    ]
    assert "It waits for a worker" in text_of(client.get(found.url))


def test_more_rows_come_without_losing_what_was_typed(client, amina):
    address = at(amina, "plans_priorities_table")
    found = text_of(client.post(address, TYPED | {"do": "criterion"}))
    assert 'value="3..6..8"' in found
    assert 'name="criterion-1-name"' in found
    found = text_of(client.post(address, TYPED | {"do": "matrix"}))
    assert 'name="matrix-return_cut"' in found
    assert 'name="option-0-return"' in found
    assert not StoredPriorities.objects.exists()


def test_what_cannot_be_read_is_said_with_its_place_and_stays(client, amina):
    address = at(amina, "plans_priorities_table")
    found = client.post(address, TYPED | {"option-0-impact": "much"})
    assert found.status_code == 422
    assert "this table, option 1, impact" in text_of(found)
    assert 'value="much"' in found.content.decode()
    found = client.post(address, TYPED | {"option-0-impact": "much"}, HTTP_ACCEPT_LANGUAGE="de")
    assert "Option 1" in text_of(found)
    assert "this is no number" not in text_of(found)


def test_a_table_sent_twice_is_one_and_a_change_of_an_older_state_changes_nothing(client, amina):
    address = at(amina, "plans_priorities_table")
    for _ in range(2):
        client.post(address, TYPED | {"ticket": str(amina.id)})
    row = StoredPriorities.objects.get()
    change = at(amina, "plans_priority_table", priority=row.id)
    sent = TYPED | {"revision": "1", "priorities-title": "Otherwise"}
    assert client.post(change, sent).status_code == 302
    found = client.post(change, sent | {"priorities-title": "Late"})
    assert found.status_code == 422
    assert "Somebody changed this meanwhile" in text_of(found)
    assert StoredPriorities.objects.get().name == "Otherwise"


def test_the_gaps_of_the_newest_audit_become_options(client, amina):
    rows_audits.rows(amina)
    found = client.post(at(amina, "plans_priorities_gaps"))
    row = StoredPriorities.objects.get()
    assert found.url == at(amina, "plans_priority_table", priority=row.id)
    assert [one["id"] for one in row.asked["criterion"]] == [
        "gap", "impact", "feasibility", "readiness", "resources", "reach",
    ]  # fmt: skip
    assert {one["id"] for one in row.asked["option"]} == {"screening", "visits"}
    assert all(one["reach"] == "?" for one in row.asked["option"])
    assert any(".." in one["gap"] for one in row.asked["option"])


def test_an_order_is_read_with_its_doubt_and_its_picture(client, amina):
    row = rows_plans.make_priorities(amina)
    found = text_of(client.get(at(amina, "plans_priority", priority=row.id)))
    for said in ("How sure is the order?", "First under", "What other methods say", "<svg",
                 "of the weight changes hands", "Seed 0", "Kendall"):  # fmt: skip
        assert said in found, said


def test_each_gives_weights_alone_and_the_range_is_told(client, amina):
    row = rows_plans.make_priorities(amina)
    criteria = [one["id"] for one in row.asked["criterion"]]
    address = at(amina, "plans_priority_weights", priority=row.id)
    sent = {f"swing-{n}": 10 * n for n in range(len(criteria))}
    assert client.post(address, sent | {"swing-0": "-1"}).status_code == 422
    assert client.post(address, dict.fromkeys(sent, 0)).status_code == 422
    assert client.post(address, sent).status_code == 302
    assert OwnWeights.objects.get().swings == {key: 10.0 * n for n, key in enumerate(criteria)}
    assert StoredPriorities.objects.get().state == "waiting"
    bruno = make_member(amina, "Bruno", Role.CHAMPION)
    client.force_login(bruno.person)
    assert 'value="10' not in text_of(client.get(address))


def test_the_current_budget_becomes_lines_of_a_budget(client, amina):
    one = rows_records.read(amina, "budget.csv:2")
    Commitment.objects.create(organisation=amina.organisation, key="prevention", text="We prevent.",
                              position=0, made_at=NOON)  # fmt: skip
    StoredRecord.objects.filter(source=one).delete()
    for number, (text, amount) in enumerate((("Vans", 300), ("Nurse", 500), ("Gift", -20)), 2):
        StoredRecord.objects.create(
            organisation=amina.organisation, name=f"budget.csv:{number}", source=one, line=number,
            channel="money", text=text, amount=Decimal(amount), currency="EUR", side="spending",
            sought=text, given=[["prevention", "0.5"]],
        )  # fmt: skip
    assert Import.objects.get().channel == "money"
    address = at(amina, "plans_budgets_new")
    assert "budget.csv" in text_of(client.get(address))
    found = client.post(address, {"source": str(one.id), "least": "50"})
    row = StoredBudget.objects.get()
    assert found.status_code == 302
    assert [(line["name"], line["cost"], line["least"]) for line in row.asked["line"]] == [
        ("Nurse", 500.0, 250.0), ("Vans", 300.0, 150.0),
    ]  # fmt: skip
    assert row.asked["line"][0]["prevention"] == 0.5
    assert row.asked["line"][0]["impact"] == "0..62.5000..125.0000"


def test_a_cut_is_read_and_asked_for_anew(client, amina):
    row = rows_plans.make_budget(amina)
    page = at(amina, "plans_budget", budget=row.id)
    found = text_of(client.get(page))
    for said in ("What stays with 25 % less?", "The stable core", "What goes", "May be missed",
                 "Everything cut alike", "What each commitment gets"):  # fmt: skip
        assert said in found, said
    cut = at(amina, "plans_budget_cut", budget=row.id)
    client.post(cut, {"percent": "140", "revision": "1"})
    assert StoredBudget.objects.get().state == "done"
    client.post(cut, {"percent": "12.5", "revision": "1"})
    assert (StoredBudget.objects.get().state, str(StoredBudget.objects.get().cut)) == (
        "waiting", "12.50",
    )  # fmt: skip


def test_no_budget_that_fits_is_told_with_the_limits_in_conflict(client, amina):
    row = rows_plans.make_budget(amina)
    conflict = {
        "kind": "conflict", "currency": "EUR", "names": {"prevention": "Prevention"},
        "exchanges": [], "found": {"limits": ["the floor for prevention", "Vans must stay"],
                                   "budget": 100_00, "floors": 900_00},
    }  # fmt: skip
    StoredBudget.objects.filter(id=row.id).update(result={"cuts": {"25": conflict}})
    page = at(amina, "plans_budget", budget=row.id)
    found = text_of(client.get(page))
    assert "Why does no budget fit?" in found
    assert "the floor for Prevention" in found
    german = text_of(client.get(page, HTTP_ACCEPT_LANGUAGE="de"))
    assert "Vans muss bleiben" in german


def test_the_proposal_is_taken_along_with_its_differences_and_no_formula(client, amina):
    row = rows_plans.make_budget(amina)
    result = row.result
    result["cuts"]["25"]["found"]["proposal"]["given"][0]["line"]["name"] = "=cmd()"
    StoredBudget.objects.filter(id=row.id).update(result=result)
    address = at(amina, "plans_budget_proposal", budget=row.id)
    text = b"".join(client.get(f"{address}?format=csv").streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["name"] == "'=cmd()"
    for one in rows:
        assert Decimal(one["proposed"]) - Decimal(one["now"]) == Decimal(one["change"])
    book = b"".join(client.get(address).streaming_content)
    page = load_workbook(io.BytesIO(book)).active
    assert page["B2"].value == "'=cmd()"
    assert page["C2"].data_type == "n"


@pytest.mark.parametrize(("name", "shape", "example"), [
    ("plans_priority_file", PRIORITIES, "priorities.toml"),
    ("plans_budget_file", BUDGET, "next-budget.toml"),
])  # fmt: skip
def test_what_was_asked_goes_out_and_comes_in_as_it_was(client, amina, name, shape, example):
    named = rows_plans.rows(amina)
    key = "priority" if "priority" in name else "budget"
    address = at(amina, name, **{key: named[key].id})
    asked = rows_plans.in_example(example)
    toml = client.get(f"{address}?format=toml").content
    assert tomllib.loads(toml.decode()) == asked
    book = client.get(f"{address}?format=xlsx").content
    read = content_handed_in(SimpleUploadedFile("form.xlsx", book), shape)
    read_in = rows_plans.read_as(key)
    assert read_in(read, (), "form") == read_in(asked, (), "form")


def test_the_empty_form_is_handed_in_filled_and_what_is_no_file_of_ours_is_refused(client, amina):
    new = at(amina, "plans_budgets_new")
    for name, content, said in (
        ("budget.toml", b"[budget", "this is no TOML file and no workbook"),
        ("budget.xlsx", b"no workbook", "budget.xlsx"),
        ("budget.toml", b"[budget]\ntitle = 'x'", "there is no [[line]]"),
        ("budget.toml", b"[budget]\ntable = 'x.csv'", "names a table beside it"),
    ):
        file = SimpleUploadedFile(name, content)
        found = client.post(new, {"way": "file", "given": file})
        assert found.status_code == 422, name
        assert said in text_of(found).replace("&#x27;", "'"), said
    form = client.get(at(amina, "plans_budgets_form") + "?format=xlsx").content
    book = load_workbook(io.BytesIO(form))
    page = book["lines"]
    head = [one.value for one in page[1]]
    for line, (text, cost) in enumerate((("Vans", 300), ("Nurse", 500)), 2):
        for key, value in (
            ("id", f"l{line}"),
            ("name", text),
            ("cost", cost),
            ("impact", "1..5..9"),
        ):
            page.cell(line, head.index(key) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    file = SimpleUploadedFile("filled.xlsx", out.getvalue())
    assert client.post(new, {"way": "file", "given": file}).status_code == 302
    assert [one["name"] for one in StoredBudget.objects.get().asked["line"]] == ["Vans", "Nurse"]


def test_what_is_set_aside_stands_last_and_comes_back(client, amina):
    row = rows_plans.make_budget(amina)
    address = at(amina, "plans_budget_turning", budget=row.id)
    client.post(address, {"do": "aside", "revision": "1"})
    assert "set aside" in text_of(client.get(at(amina, "plans_budgets")))
    client.post(at(amina, "plans_budget_cut", budget=row.id), {"percent": "5", "revision": "2"})
    assert StoredBudget.objects.get().state == "done"
    client.post(address, {"do": "back", "revision": "2"})
    assert StoredBudget.objects.get().set_aside_at is None


def test_a_manager_reads_budgets_and_changes_none(client, amina):
    row = rows_plans.make_budget(amina)
    client.force_login(make_member(amina, "Daan", Role.MANAGER).person)
    found = text_of(client.get(at(amina, "plans_budget", budget=row.id)))
    assert "The stable core" in found
    assert "Change what is asked" not in found
    cut = at(amina, "plans_budget_cut", budget=row.id)
    assert client.post(cut, {"percent": "5", "revision": "1"}).status_code == 403
