"""Can a program bring a decision from a draft to its review, within the rights of its member?"""

from __future__ import annotations

import pytest

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member
from northing.interfaces.api.tests.knocking import knock
from northing.stages.decide.purpose_test.tests.house import make_house

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
VANS = {"question": "Do we buy vans?", "options": ["yes", "no"], "proposed": "yes",
        "amount": "120000", "currency": "EUR", "forecast": 0.7}  # fmt: skip


def answers(care="yes", against="no"):
    return [
        {"commitment": "care", "advances": care, "compromises": against, "reason": "time"},
        {"commitment": "access", "advances": "no", "compromises": "no"},
    ]


@pytest.fixture
def house():
    return make_house()


def said(found, status=200):
    assert found.status_code == status, found.content
    return found.json()


def submitted(house, **test):
    """Amina's decision, in the hands of Bruno."""
    amina = knock(house.amina)
    one = said(amina.post("/decisions", VANS, key="vans"), 201)
    here = f"/decisions/{one['id']}"
    sent = {"revision": one["revision"], "answers": answers(**test)}
    one = said(amina.send("put", f"{here}/answers", sent))
    sent = {"revision": one["revision"], "signers": [str(house.bruno.id)]}
    return here, said(amina.post(f"{here}/submission", sent))


def test_a_decision_is_drafted_tested_submitted_and_signed(house):
    here, one = submitted(house)
    assert (one["state"], one["result"], one["round"]) == ("submitted", "pass", 1)
    signed = {"round": 1, "act": "agree"}
    for _ in range(2):
        one = said(knock(house.bruno).post(f"{here}/signature", signed))
    assert (one["state"], len(one["words"]), one["overridden"]) == ("accepted", 1, False)
    assert said(knock(house.amina).get("/decisions", state="accepted"))[0]["id"] == one["id"]
    assert said(knock(house.amina).post("/decisions", VANS, key="vans"), 201)["id"] == one["id"]
    late = {"revision": one["revision"], "answers": answers()}
    assert said(knock(house.amina).send("put", f"{here}/answers", late), 409)["error"] == (
        "decision_is_no_draft"
    )


def test_what_the_rules_refuse_is_said_in_their_sentence(house):
    here, _ = submitted(house)
    own = said(knock(house.amina).post(f"{here}/signature", {"round": 1, "act": "agree"}), 409)
    assert own["error"] == "not_now"
    assert own["sentence"] == "Whoever wrote a decision never approves it."
    no = said(knock(house.bruno).post(f"{here}/signature", {"round": 1, "act": "object"}), 409)
    assert "reason" in no["sentence"]
    old = said(knock(house.bruno).post(f"{here}/signature", {"round": 0, "act": "agree"}), 409)
    assert old["error"] == "changed_meanwhile"


def test_only_who_leads_takes_it_against_its_test(house):
    here, one = submitted(house, care="no", against="yes")
    assert one["result"] == "fail"
    assert "crosses the guardrail" in one["grounds"][0]["sentence"]
    taken = {"round": 1, "reason": "winter is near"}
    assert said(knock(house.bruno).post(f"{here}/override", taken), 403)["error"] == "not_allowed"
    one = said(knock(house.dora).post(f"{here}/override", taken))
    assert (one["state"], one["overridden"]) == ("accepted", True)
    assert one["words"][0]["reason"] == "winter is near"


def test_a_filter_is_tried_before_it_is_on_and_then_says_who_signs(house):
    emil = knock(house.emil)
    rules = {"name": "Large", "least": "100000", "signers": [str(house.dora.id)]}
    one = said(emil.post("/filters", rules), 201)
    assert said(emil.get(f"/filters/{one['id']}/backtest"))["due"] == []
    sent = {"revision": one["revision"], "is_on": True}
    assert said(emil.send("put", f"/filters/{one['id']}/switch", sent))["is_on"] is True
    _, decision = submitted(house)
    assert decision["signers"] == [str(house.dora.id)]
    outsider = make_member(house.amina, "Olga", Role.AUDITOR)
    assert said(knock(outsider).get("/filters"))[0]["is_on"] is True
