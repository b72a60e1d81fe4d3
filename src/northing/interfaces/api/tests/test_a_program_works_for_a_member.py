"""Can a program read, hand in and answer what its member could on the pages, and no more?"""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from northing.foundations.people import members
from northing.foundations.people.access import Role
from northing.foundations.people.models import Organisation, Token
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.api import refusing
from northing.interfaces.api.tests.knocking import Knock, knock, token_of
from northing.interfaces.web.tests import rows_audits, rows_clarify, rows_records, rows_verify
from northing.stages.clarify.models import Commitment
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.audits.tests.told import finding
from northing.stages.diagnose.publication.tests.make import make_told_audit
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DECIDED = {"channel": "decisions", "text": "The rest fund is cut.", "effective_on": "2026-03-01"}


@pytest.fixture
def amina():
    return make_organisation()


def refused(answer, status, error, field=None):
    told = answer.json()
    changed = {"changed"} if error == "changed_meanwhile" and "changed" in told else set()
    assert set(told) == {"error", "sentence", "field", "remedy"} | changed
    assert (answer.status_code, told["error"]) == (status, error), told
    assert field is None or told["field"] == field
    return told


def budget(text=b"Line,Amount\nScreening,90\n", name="budget.csv"):
    return SimpleUploadedFile(name, text)


def test_it_learns_whose_it_is(amina, client):
    found = client.get("/api/me", headers=knock(amina, "units:see").headers).json()
    assert found["scopes"] == ["units:see"]
    assert (found["role"], found["member"]) == ("owner", str(amina.id))
    assert found["organisation"]["id"] == str(amina.organisation_id)
    assert str(Token.objects.get().last_used_on) >= "2026-01-01"


def test_an_address_that_is_none_says_so_as_json(amina, client):
    for address in ("/api/", "/api/nothing", "/api/organisations/x/units"):
        refused(client.get(address), 404, "not_found")
        refused(client.post(address), 404, "not_found")


def test_a_method_an_address_does_not_know_is_named(amina):
    found = knock(amina).send("delete", "/commitments")
    refused(found, 405, "method_unknown")
    assert set(found["Allow"].split(", ")) == {"GET", "POST"}


def test_the_same_key_makes_one_commitment_and_two_keys_two(amina):
    ours = knock(amina)
    sent = {"text": "Every patient is a whole person", "living_it": ["longer visits"]}
    first, again = (ours.post("/commitments", sent, key="a1").json() for _ in range(2))
    other = ours.post("/commitments", sent, key="a2").json()
    assert first == again
    assert first["id"] != other["id"]
    assert Commitment.objects.count() == 2


def test_a_change_of_what_was_changed_meanwhile_overwrites_nothing(amina):
    ours = knock(amina)
    made = ours.post("/commitments", {"text": "Visits last longer"}).json()
    path = f"/commitments/{made['id']}"
    sent = {"text": "Visits last an hour", "weight": 2, "revision": made["revision"]}
    changed = ours.send("put", path, sent)
    assert (changed.json()["text"], changed.json()["weight"]) == ("Visits last an hour", "2.000")
    refused(ours.send("put", path, sent | {"text": "Other"}), 409, "changed_meanwhile")
    assert ours.get(path).json()["text"] == "Visits last an hour"


def test_a_commitment_ends_and_returns(amina):
    ours = knock(amina)
    made = ours.post("/commitments", {"text": "Visits last longer"}).json()
    assert ours.post(f"/commitments/{made['id']}/end").json()["ended_on"]
    assert ours.get("/commitments").json() == []
    assert ours.post(f"/commitments/{made['id']}/return").json()["ended_on"] is None


def test_what_does_not_fit_is_named_with_its_place_and_is_not_sent_back(amina):
    ours = knock(amina)
    told = refused(ours.post("/commitments", {"text": " "}), 422, "unfit_value", "text")
    assert "remedy" in told
    told = refused(ours.post("/commitments", {"text": "a\x00b"}), 422, "unfit_value", "text")
    assert "\x00" not in json.dumps(told)
    secret = {"text": "x", "password": "a harbour"}
    told = refused(ours.post("/commitments", secret), 422, "unfit_value", "password")
    assert "harbour" not in json.dumps(told)
    refused(ours.post("/commitments", '"Aaa"'), 422, "unfit_value")
    strange = make_organisation("Dune Trust", "Chiara")
    sent = {"text": "Owned by a stranger", "owner": str(strange.id)}
    refused(ours.post("/commitments", sent), 422, "unfit_value", "owner")
    assert Commitment.objects.count() == 0


def test_what_is_no_json_is_unreadable(amina):
    ours = knock(amina)
    broken = ours.client.post(
        f"{ours.base}/commitments", "{", content_type="application/json", headers=ours.headers
    )
    refused(broken, 400, "unreadable")


def test_a_file_handed_in_twice_with_its_key_is_one_import(amina):
    ours = knock(amina)
    first, again = (ours.hand_in(budget(), key="march") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert (first.json()["state"], first.json()["path"]) == ("looking", "budget.csv")
    assert Import.objects.count() == 1
    refused(ours.hand_in(budget(b"other"), key="march"), 409, "key_used", "Idempotency-Key")
    refused(ours.hand_in(budget(), key="april"), 409, "file_is_here_already")
    file = ours.get(f"/imports/{first.json()['id']}/bytes")
    assert b"".join(file.streaming_content) == b"Line,Amount\nScreening,90\n"


def test_an_empty_file_is_a_slip(amina):
    refused(knock(amina).hand_in(budget(b"")), 422, "unfit_value", "file")


def test_a_file_is_read_as_the_plan_says_under_its_own_path(amina):
    ours = knock(amina)
    made = ours.hand_in(budget()).json()
    Import.objects.update(state="ready", account=rows_records.LOOKED)
    path = f"/imports/{made['id']}/plan"
    plan = {"channel": "money", "columns": {"text": "Line", "amount": "Amount"}, "currency": "EUR"}
    for wrong in (
        {"plan": plan | {"channel": "rumours"}},
        {"plan": plan | {"columns": {"weather": "Line"}}},
        {"plan": plan | {"date": "the day after"}},
        {"plan": plan | {"unit": "a\x00"}},
        {"plan": {}},
    ):
        refused(ours.post(path, wrong | {"revision": 1}), 422, "unfit_value")
    sent = {"plan": plan | {"path": "../../secret"}, "revision": 1}
    assert ours.post(path, sent).json()["state"] == "reading"
    assert Import.objects.get().plan == plan | {"path": "budget.csv"}
    refused(ours.post(path, sent), 409, "changed_meanwhile")


def test_records_are_paged_without_a_gap_and_narrowed_as_on_the_page(amina):
    ours = knock(amina)
    for number in range(7):
        sent = DECIDED | {"text": f"Decision {number}", "effective_on": f"2026-03-0{number + 1}"}
        assert ours.post("/typed-records", sent).status_code == 201
    found, after = [], None
    while True:
        page = ours.get("/records", size=3, **({"after": after} if after else {})).json()
        found += [one["text"] for one in page["records"]]
        after = page["next"]
        if not after:
            break
    assert found == [f"Decision {number}" for number in range(6, -1, -1)]
    some = ours.get("/records", q="decis", first="2026-03-06").json()["records"]
    assert [one["effective_on"] for one in some] == ["2026-03-07", "2026-03-06"]
    assert ours.get("/records", channel="money").json()["records"] == []
    refused(ours.get("/records", channel="rumours"), 422, "unfit_value")
    refused(ours.get("/records", after="12"), 422, "unfit_value")
    refused(ours.get("/records", after="x-y~1"), 422, "unfit_value")
    refused(ours.get("/records", q="a\x00"), 422, "unfit_value")


def test_a_typed_record_keeps_the_rules_of_its_form(amina):
    ours = knock(amina)
    money = DECIDED | {"channel": "money"}
    refused(ours.post("/typed-records", money), 422, "unfit_value", "amount")
    refused(ours.post("/typed-records", money | {"amount": 9}), 422, "unfit_value", "currency")
    refused(ours.post("/typed-records", DECIDED | {"stance": "advances"}), 422, "unfit_value")
    refused(ours.post("/typed-records", DECIDED | {"commitment": "x"}), 422, "unfit_value")
    made = ours.post("/typed-records", DECIDED, key="k").json()
    assert ours.post("/typed-records", DECIDED, key="k").json() == made
    path = f"/typed-records/{made['id']}"
    moved = DECIDED | {"channel": "time", "amount": 1, "revision": 1}
    refused(ours.send("put", path, moved), 422, "typed_record_keeps_its_channel", "channel")
    assert ours.post(f"{path}/withdraw", {"revision": 1}).json()["withdrawn_at"]
    refused(ours.post(f"{path}/withdraw", {"revision": 1}), 409, "changed_meanwhile")
    assert ours.post(f"{path}/return", {"revision": 2}).json()["revision"] == 3
    assert TypedRecord.objects.count() == StoredRecord.objects.count() == 1


def test_a_correction_stands_beside_the_record_and_narrows_the_list(amina):
    ours = knock(amina)
    key = ours.post("/commitments", {"text": "The rest fund stays"}).json()["key"]
    ours.post("/typed-records", DECIDED)
    name = ours.get("/records").json()["records"][0]["name"]
    said = ours.post("/corrections", {"record": name, "commitment": key, "bears": True})
    assert said.status_code == 201
    assert [one["name"] for one in ours.get("/records", commitment=key).json()["records"]] == [name]
    assert ours.get("/records", commitment="none").json()["records"] == []
    found = ours.get("/records/record", name=name).json()
    assert found["corrections"] == [said.json()]
    taken = ours.post(f"/corrections/{said.json()['id']}/withdraw").json()
    assert taken["withdrawn_at"]
    strange = {"record": name, "commitment": "strange", "bears": True}
    refused(ours.post("/corrections", strange), 422, "unfit_value", "commitment")


def test_an_audit_is_asked_for_once_and_needs_something_to_compare(amina):
    ours = knock(amina)
    refused(ours.post("/audits", {"on": "2026-05-01"}), 422, "no_promise_to_audit")
    rows_clarify.rows(amina)
    refused(ours.post("/audits", {"on": "2026-05-01"}), 422, "no_record_to_audit")
    ours.post("/typed-records", DECIDED)
    first, again = (ours.post("/audits", {"on": "2026-05-01"}) for _ in range(2))
    assert (first.status_code, first.json()["state"]) == (202, "waiting")
    assert first.json()["id"] == again.json()["id"]
    assert StoredAudit.objects.count() == 1
    german = ours.post("/audits", {"on": "2026-05-01", "report_language": "de"}).json()
    assert StoredAudit.objects.get(id=german["id"]).wish["report_language"] == "de"
    strange = {"on": "2026-05-01", "report_language": "xx"}
    refused(ours.post("/audits", strange), 422, "unfit_value", "report_language")


def test_before_it_is_issued_only_the_scope_for_it_opens_an_audit(amina):
    told = {**rows_audits.real(), "findings": [finding()]}
    audit, finding_id = make_told_audit(amina, told, 1), StoredFinding.objects.get().id
    narrow, wide = knock(amina, "issued:see"), knock(amina, "issued:see", "audits:see")
    assert narrow.get("/audits").json() == []
    assert len(wide.get("/audits").json()) == 1
    for path in (f"/audits/{audit.id}", f"/audits/{audit.id}/gaps", f"/findings/{finding_id}"):
        refused(narrow.get(path), 404, "not_found")
        assert wide.get(path).status_code == 200
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    assert knock(bruno).get("/audits").json() == []


def test_gaps_keep_their_intervals_or_say_why_not(amina):
    rows = rows_audits.rows(amina)
    found = knock(amina).get(f"/audits/{rows['audit'].id}/gaps", channel="money").json()
    assert found["gaps"]
    for one in found["gaps"]:
        assert one["channel"] == "money"
        assert "unknown" in one["gap"] or {"low", "high", "n", "method"} <= set(one["gap"])


def test_a_finding_is_followed_and_answered(amina):
    ours, path = knock(amina), f"/findings/{rows_audits.rows(amina)['finding'].id}"
    assert ours.get(path).json()["follow_up"]["revision"] == 0
    sent = {"owner": str(amina.id), "due_on": "2100-01-01", "state": "under way", "revision": 0}
    assert ours.send("put", f"{path}/follow-up", sent).json()["revision"] == 1
    refused(ours.send("put", f"{path}/follow-up", sent), 409, "changed_meanwhile")
    late = sent | {"due_on": "2001-01-01", "revision": 1}
    refused(ours.send("put", f"{path}/follow-up", late), 422, "end_is_past", "due_on")
    answer = {"text": "We moved it.", "role": "head of clinics"}
    first, again = (ours.post(f"{path}/replies", answer, key="r").json() for _ in range(2))
    assert first == again
    assert ours.get(path).json()["replies"] == [first]
    blind = knock(amina, "issued:see").get(path).json()
    assert (blind["follow_up"], blind["replies"], blind["records"]) == (None, [], [])


def test_of_a_sample_nobody_elses_answers_are_told(amina):
    rows = rows_verify.rows(amina)
    found = knock(amina).get(f"/samples/{rows['sample'].id}")
    assert found.status_code == 200
    assert set(found.json()) == {"sample", "account", "plan"}
    assert "content" not in found.json()["sample"]


def test_the_trail_is_paged_from_the_newest(amina):
    ours = knock(amina)
    first = ours.get("/trail", size=1).json()
    assert first["entries"][0]["verb"] == "token made"
    second = ours.get("/trail", size=1, before=first["next"]).json()
    assert second["entries"][0]["digest"] == first["entries"][0]["previous"]
    refused(ours.get("/trail", before=2**63), 422, "unfit_value")


def test_a_token_used_too_often_waits_for_the_next_minute(amina, settings):
    settings.API_CALLS_A_MINUTE = 2
    ours, other = knock(amina), knock(amina)
    found = [ours.get("/units") for _ in range(5)]
    assert 200 in {one.status_code for one in found}
    assert 429 in {one.status_code for one in found}
    late = next(one for one in found if one.status_code == 429)
    refused(late, 429, "too_often")
    assert 1 <= int(late["Retry-After"]) <= 60
    assert other.get("/units").status_code == 200


def test_a_token_dies_with_the_membership_and_bows_to_the_role(amina):
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    ours = knock(bruno)
    assert ours.post("/commitments", {"text": "One"}).status_code == 201
    bruno.role = Role.MEMBER
    bruno.save()
    refused(ours.post("/commitments", {"text": "Two"}), 403, "not_allowed")
    refused(ours.get("/records"), 403, "not_allowed")
    members.end(bruno, by=bruno, at=bruno.joined_at)
    refused(ours.get("/commitments"), 401, "no_token")


def test_what_is_not_named_is_told_by_its_scope(amina):
    refused(knock(amina, "mission:see").get("/records"), 403, "scope_missing", "records:see")


def test_where_a_second_factor_is_asked_a_token_needs_it_too(amina):
    ours = knock(amina)
    Organisation.objects.update(asks_second_factor=True)
    refused(ours.get("/units"), 403, "second_factor_missing")


def test_a_token_past_its_day_opens_nothing(amina):
    secret = token_of(amina)
    Token.objects.update(until=date(2026, 5, 5))
    refused(Knock(secret, amina.organisation_id).get("/units"), 401, "no_token")


def test_the_page_shows_the_secret_once_and_revokes_it(client, amina):
    client.force_login(amina.person)
    page = reverse("tokens", args=[amina.organisation_id])
    until = date.today().replace(month=12, day=31).isoformat()  # noqa: DTZ011, TID251
    sent = {"name": "<i>ledger</i>", "scopes": ["units:see"], "until": until}
    made = client.post(page, sent)
    assert made["Cache-Control"] == "no-store"
    secret = made.content.decode().partition('id="secret">')[2].partition("<")[0]
    assert Knock(secret, amina.organisation_id).get("/units").status_code == 200
    shown = client.get(page).content.decode()
    assert "&lt;i&gt;ledger" in shown
    assert secret not in shown
    token = Token.objects.get()
    client.post(reverse("token_revocation", args=[amina.organisation_id, token.id]))
    assert Knock(secret, amina.organisation_id).get("/units").status_code == 401


def test_every_refusal_has_a_sentence_and_a_remedy_of_its_own():
    said = list(refusing.REFUSALS.values())
    assert len(set(said)) == len(said)
    assert all(sentence and remedy for sentence, remedy in said)
    assert not set(refusing.CONFLICTS) & set(refusing.OTHERS)
