"""Can a program do what remains of the pages' work, once however often it asks, and no more?"""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.models import Invitation
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.api.tests.knocking import knock
from northing.interfaces.api.tests.test_a_program_works_for_a_member import budget, refused
from northing.interfaces.web.tests import rows_audits
from northing.interfaces.webhooks.models import Webhook
from northing.stages.clarify.models import Commitment, PurposeLine, Value
from northing.stages.diagnose.audits.models import PublicationRule, StoredAudit
from northing.stages.diagnose.audits.store import folder_of
from northing.stages.diagnose.audits.tests.told import content, gap, measure
from northing.stages.diagnose.publication.tests.make import make_told_audit
from northing.stages.diagnose.verification.models import StoredLabel
from northing.stages.diagnose.verification.tests.stored import make_sample

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


def test_a_mission_is_drafted_once_rewritten_and_approved_with_what_it_does(amina):
    ours = knock(amina)
    promise = ours.post("/commitments", {"text": "Visits last longer"}).json()
    sent = {"text": "We keep people well.", "effective_from": "2026-06-01"}
    first, again = (ours.post("/mission/draft", sent, key="m1") for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    refused(ours.post("/mission/draft", sent, key="m2"), 409, "draft_is_there")
    draft = ours.send("put", "/mission/draft", sent | {"reason": "Plainer", "revision": 1}).json()
    refused(ours.send("put", "/mission/draft", sent | {"revision": 1}), 409, "changed_meanwhile")
    became = {"commitment": promise["id"], "revision": 1, "kind": "new", "text": promise["text"]}
    approval = {"revision": draft["revision"], "approved_by": "the board", "became": [became]}
    refused(ours.post("/mission/approval", approval | {"became": []}), 409, "changed_meanwhile")
    approved = ours.post("/mission/approval", approval).json()
    assert approved["approved_by"] == "the board"
    told = ours.get(f"/mission/versions/{approved['id']}/changes").json()
    assert told["commitments"] == {promise["key"]: "Visits last longer"}
    assert [one["kind"] for one in told["changes"]] == ["new"]
    refused(ours.post("/mission/approval", approval), 404, "not_found")


def test_values_practices_and_lines_come_once_change_end_and_return(amina):
    ours = knock(amina)
    promise = ours.post("/commitments", {"text": "Visits last longer"}).json()
    value = {"name": "Candour", "meaning": "Bad news the same day"}
    made = [ours.post("/values", value, key="v").json() for _ in range(2)]
    assert made[0] == made[1]
    refused(ours.post("/values", value), 409, "value_exists", "name")
    changed = ours.send("put", f"/values/{made[0]['id']}", value | {"revision": 1}).json()
    assert changed["revision"] == 2
    assert ours.post(f"/values/{made[0]['id']}/end").json()["ended_at"]
    assert ours.get("/values").json() == []
    assert ours.post(f"/values/{made[0]['id']}/return").json()["ended_at"] is None
    assert Value.objects.count() == 1

    practice = {"commitment": promise["id"], "kind": "metric", "text": "minutes a visit"}
    made = [ours.post("/practices", practice, key="p").json() for _ in range(2)]
    assert made[0] == made[1] == ours.get("/practices").json()[0]
    assert ours.post(f"/practices/{made[0]['id']}/end").json()["ended_at"]

    why = ours.post("/purpose-lines", {"level": "why", "text": "People stay well"}).json()
    how = {"level": "how", "text": "By time", "serves": why["id"]}
    made = [ours.post("/purpose-lines", how, key="l").json() for _ in range(2)]
    assert made[0] == made[1]
    wrong = {"level": "what", "text": "Visits", "serves": why["id"]}
    refused(ours.post("/purpose-lines", wrong), 422, "serves_nothing_above", "serves")
    carried = {"level": "how", "text": "x", "commitment": promise["id"]}
    refused(ours.post("/purpose-lines", carried), 422, "unfit_value", "commitment")
    assert PurposeLine.objects.count() == 2


def test_commitments_are_put_in_order(amina):
    ours = knock(amina)
    made = [ours.post("/commitments", {"text": f"Promise {one}"}).json() for one in range(3)]
    found = ours.post(f"/commitments/{made[2]['id']}/place", {"position": 0}).json()
    assert [one["id"] for one in found] == [made[2]["id"], made[0]["id"], made[1]["id"]]
    assert Commitment.objects.count() == 3


def test_units_members_and_invitations_keep_to_the_table(amina, client):
    ours = knock(amina)
    clinic = ours.post("/units", {"name": "Clinic"}).json()
    refused(ours.post("/units", {"name": "Clinic"}), 409, "unit_exists", "name")
    ward = {"name": "Ward", "parent": clinic["id"]}
    made = ours.post("/units", ward).json()
    moved = ward | {"parent": made["id"], "name_before": "Ward", "parent_before": clinic["id"]}
    refused(ours.send("put", f"/units/{made['id']}", moved), 422, "unit_below_itself", "parent")
    invited = ours.post(
        "/invitations", {"email": "bruno@example.org", "role": "member", "unit": clinic["id"]}
    )
    assert invited.status_code == 201
    path = invited.json()["link"].partition("//")[2].partition("/")[2]
    assert client.get(f"/{path}").status_code == 200
    told = ours.get("/invitations").json()
    assert [one["email"] for one in told] == ["bruno@example.org"]
    assert "link" not in told[0]
    again = {"email": "bruno@example.org", "role": "member"}
    refused(ours.post("/invitations", again), 409, "open_already", "email")
    auditor = {"email": "eve@example.org", "role": "outside auditor"}
    refused(ours.post("/invitations", auditor), 422, "needs_end", "until")
    assert ours.post(f"/invitations/{told[0]['id']}/withdraw").json() == []
    assert Invitation.objects.filter(email="bruno@example.org", withdrawn_at=None).count() == 0
    refused(ours.post(f"/members/{amina.id}/end"), 409, "last_owner")
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    raised = {"role": "owner", "revision": bruno.revision}
    refused(knock(bruno).send("put", f"/members/{bruno.id}", raised), 403, "not_allowed")


def test_names_that_no_report_may_say_are_told_to_nobody_who_may_only_look(amina):
    ours = knock(amina)
    assert ours.get("/reading").json()["revision"] == 0
    sent = {"currency": "EUR", "names": ["Chiara Rossi"], "revision": 0}
    assert ours.send("put", "/reading", sent).json()["names"] == ["Chiara Rossi"]
    refused(ours.send("put", "/reading", sent | {"names": []}), 409, "changed_meanwhile")
    wrong = sent | {"names": ["Chiara Rossi", "42"], "revision": 1}
    told = refused(ours.send("put", "/reading", wrong), 422, "unfit_value", "names.1")
    assert "42" not in json.dumps(told)
    looker = knock(make_member(amina, "Bruno", Role.LEADER)).get("/reading").json()
    assert (looker["count"], looker["names"]) == (1, None)
    assert ours.post("/reading/again").json() == {"files": 0}


def test_an_audit_is_issued_by_who_looked_at_it_and_a_reviewer_says_what_they_hold_of_it(amina):
    audit = make_told_audit(amina, rows_audits.real(), 1)
    ours, path = knock(amina), f"/audits/{audit.id}"
    rule = {"readers": "members", "days": 30}
    made = [ours.post("/publication-rules", rule, key="r").json() for _ in range(2)]
    assert made[0] == made[1] == ours.get("/publication-rules").json()[0]
    assert PublicationRule.objects.count() == 1
    refused(ours.post(f"{path}/issue", {"revision": 9}), 409, "changed_meanwhile")
    issued = ours.post(f"{path}/issue", {"revision": ours.get(path).json()["revision"]}).json()
    assert issued["issued_at"]
    refused(ours.post(f"{path}/issue", {"revision": 2}), 409, "issued_already")
    aside = {"revision": 2, "reason": "The budget was half there."}
    refused(ours.post(f"{path}/set-aside", aside), 409, "issued_already")
    opinion = {"kind": "qualified", "text": "I looked at the budget."}
    refused(ours.post(f"{path}/opinions", opinion), 403, "not_allowed")
    theirs = knock(make_member(amina, "Daan", Role.AUDITOR, until=date(2100, 1, 1)))
    made = [theirs.post(f"{path}/opinions", opinion, key="o").json() for _ in range(2)]
    assert made[0] == made[1] == ours.get(f"{path}/opinions").json()[0]


def test_an_audit_is_set_aside_with_a_reason_that_stays(amina):
    audit = make_told_audit(amina, rows_audits.real(), 1)
    ours, path = knock(amina), f"/audits/{audit.id}/set-aside"
    told = ours.post(path, {"revision": 1, "reason": "The budget was half there."}).json()
    assert told["set_aside_reason"] == "The budget was half there."
    refused(ours.post(path, {"revision": 2, "reason": "x"}), 409, "set_aside_already")


def test_two_audits_are_held_against_each_other_in_either_order(amina):
    before = make_told_audit(amina, content(gaps=[gap(gap=measure(0.3, 0.4))]), 1)
    after = make_told_audit(amina, content(gaps=[gap(gap=measure(0.1, 0.2))]), 2)
    ours = knock(amina)
    found = ours.get("/comparison", earlier=str(before.id), later=str(after.id)).json()
    assert [one["kind"] for one in found["gaps"]] == ["better"]
    assert found == ours.get("/comparison", earlier=str(after.id), later=str(before.id)).json()
    blind = knock(amina, "issued:see")
    asked = {"earlier": str(before.id), "later": str(after.id)}
    refused(blind.get("/comparison", **asked), 404, "not_found")


def test_a_case_is_taken_along_whole_by_who_may_read_records(amina):
    audit = make_told_audit(amina, rows_audits.real(), 1, issued=True)
    case = folder_of(audit) / "case"
    (case / "files").mkdir(parents=True)
    (case / "northing.toml").write_text("[organisation]\n")
    (case / "files" / "budget.csv").write_bytes(b"Line,Amount\n")
    taken = knock(amina).get(f"/audits/{audit.id}/case")
    with zipfile.ZipFile(io.BytesIO(b"".join(taken.streaming_content))) as found:
        assert sorted(found.namelist()) == [
            "audit-1-case/README.txt",
            "audit-1-case/case/files/budget.csv",
            "audit-1-case/case/northing.toml",
        ]
        assert "northing audit case --out out" in found.read("audit-1-case/README.txt").decode()
    member = knock(make_member(amina, "Bruno", Role.MEMBER))
    refused(member.get(f"/audits/{audit.id}/case"), 403, "not_allowed")


def test_a_sample_is_asked_for_once_and_only_of_an_audit_that_is_done(amina):
    audit, ours = make_told_audit(amina, rows_audits.real(), 1), knock(amina)
    first, again = (ours.post("/samples", {"audit": str(audit.id)}) for _ in range(2))
    assert (first.status_code, first.json()) == (202, again.json())
    assert first.json()["state"] == "planning"
    path = f"/samples/{first.json()['id']}"
    refused(ours.post(f"{path}/draw", {"size": 10, "coders": 2}), 409, "changed_meanwhile")
    refused(ours.post(f"{path}/close"), 409, "sample_not_open")
    StoredAudit.objects.update(state="failed")
    refused(ours.post("/samples", {"audit": str(audit.id)}), 422, "unfit_value", "audit")


def test_pairs_are_answered_in_ones_seat_and_an_answer_sent_twice_counts_once(amina):
    sample, ours = make_sample(amina, coders=2), knock(amina)
    bruno = knock(make_member(amina, "Bruno", Role.CHAMPION))
    path = f"/samples/{sample.id}"
    assert ours.get(f"{path}/questions").json()["questions"] == []
    assert ours.post(f"{path}/seat", {"coder": "A"}).json()["seat"] == "A"
    refused(bruno.post(f"{path}/seat", {"coder": "A"}), 409, "seat_is_taken")
    assert bruno.post(f"{path}/seat", {"coder": "B"}).json()["seat"] == "B"
    refused(ours.post(f"{path}/seat", {"coder": "B"}), 409, "other_seat_before")
    found = ours.get(f"{path}/questions", size=1).json()
    one = found["questions"][0]
    assert found["next"] == one["pair"]
    given = {"id": str(uuid.uuid4()), "pair": one["pair"], "answer": "advances"}
    for _ in range(2):
        assert ours.post(f"{path}/answers", {"answers": [given]}).status_code == 200
    assert StoredLabel.objects.count() == 1
    assert ours.get(f"{path}/questions").json()["waiting"] == found["waiting"] - 1
    refused(bruno.post(f"{path}/answers", {"answers": [given]}), 403, "not_allowed")
    strange = given | {"id": str(uuid.uuid4()), "pair": 10_000}
    refused(ours.post(f"{path}/answers", {"answers": [strange]}), 422, "not_asked")
    refused(ours.get(f"{path}/differences"), 409, "still_answering")
    assert ours.post(f"{path}/close").json()["state"] == "closed"
    assert ours.post(f"{path}/close").json()["state"] == "closed"
    late = given | {"id": str(uuid.uuid4())}
    refused(ours.post(f"{path}/answers", {"answers": [late]}), 409, "sample_not_open")


def test_a_webhook_tells_its_secret_once_and_its_address_to_owners(amina, settings):
    settings.WEBHOOKS_LOCAL = True
    ours = knock(amina)
    sent = {"name": "Ledger", "address": "http://127.0.0.1:9/x?key=1", "events": ["audit.done"]}
    first, again = (ours.post("/webhooks", sent, key="w").json() for _ in range(2))
    assert first["secret"].startswith("whsec_")
    assert (again["secret"], again["webhook"]) == ("", first["webhook"])
    assert Webhook.objects.count() == 1
    path = f"/webhooks/{first['webhook']['id']}"
    assert first["secret"] not in ours.get(path).content.decode()
    looker = knock(make_member(amina, "Bruno", Role.LEADER)).get(path).json()
    assert (looker["address"], looker["host"]) == (None, "127.0.0.1")
    settings.WEBHOOKS_LOCAL = False
    told = sent | {"address": "https://127.0.0.1/", "revision": 1}
    refused(ours.send("put", path, told), 422, "local_network", "address")
    refused(ours.post("/webhooks", sent | {"events": ["moon.full"]}), 422, "unfit_value")
    assert ours.post(f"{path}/test").status_code == 202
    assert [one["event"] for one in ours.get(f"{path}/deliveries").json()] == ["webhook.test"]
    assert ours.post(f"{path}/secret", {"revision": 1}).json()["secret"] != first["secret"]
    assert ours.post(f"{path}/stop").json()["state"] == "stopped"
    assert ours.post(f"{path}/return").json()["state"] == "on"
    assert ours.post(f"{path}/remove").json() == []


def test_tokens_are_listed_without_their_secrets(amina):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    theirs, ours = knock(bruno), knock(amina)
    assert [one["member"] for one in theirs.get("/tokens").json()] == [str(bruno.id)]
    assert len(ours.get("/tokens").json()) == 2
    for told in (theirs, ours):
        secret = told.headers["Authorization"].removeprefix("Bearer ")
        assert secret not in ours.get("/tokens").content.decode()


def test_an_import_that_was_undone_is_asked_again_how_it_is_read(amina):
    ours = knock(amina)
    made = ours.hand_in(budget()).json()
    refused(ours.post(f"/imports/{made['id']}/reopen", {"revision": 1}), 409, "changed_meanwhile")


def test_the_organisation_is_renamed_by_who_may(amina):
    assert knock(amina).send("put", "", {"name": "Harbour"}).json()["name"] == "Harbour"
    bruno = knock(make_member(amina, "Bruno", Role.LEADER))
    refused(bruno.send("put", "", {"name": "Dunes"}), 403, "not_allowed")
    assert reverse("organisation", args=[amina.organisation_id])
