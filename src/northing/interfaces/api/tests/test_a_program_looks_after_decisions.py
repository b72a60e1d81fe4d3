"""Can a program do what pages do beside a decision's way: appeals, conditions, costs, filters?"""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from northing.foundations.people.refusals import Refused
from northing.interfaces.api.tests.knocking import knock
from northing.interfaces.api.tests.test_a_program_decides import VANS, answers, said, submitted
from northing.stages.decide.purpose_test.actions.filtering import Rules, save_filter
from northing.stages.decide.purpose_test.actions.noting import Past, note_past
from northing.stages.decide.purpose_test.actions.writing import Draft, draft
from northing.stages.decide.purpose_test.tests.house import NOON, make_house

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]


@pytest.fixture
def house():
    return make_house()


def taken_on_condition(house):
    """Accepted, as soon as Chiara has asked the drivers."""
    amina = knock(house.amina)
    here = f"/decisions/{said(amina.post('/decisions', VANS, key='vans'), 201)['id']}"
    sent = {"revision": 1, "answers": answers()}
    one = said(amina.send("put", f"{here}/answers", sent))
    wanted = [{"text": "Ask the drivers", "owner": str(house.chiara.id), "due_on": "2100-01-01"}]
    sent = {"revision": one["revision"], "conditions": wanted}
    one = said(amina.send("put", f"{here}/conditions", sent))
    sent = {"revision": one["revision"], "signers": [str(house.bruno.id)]}
    said(amina.post(f"{here}/submission", sent))
    signed = {"round": 1, "act": "agree"}
    return here, said(knock(house.bruno).post(f"{here}/signature", signed))


def test_whoever_answers_for_a_condition_says_once_that_it_is_met(house):
    here, one = taken_on_condition(house)
    there = f"{here}/conditions/{one['conditions'][0]['id']}/fulfilment"
    told = {"told": "All twelve were asked", "on": "2026-05-05"}
    assert said(knock(house.bruno).post(there, told), 409)["error"] == "decision_of_another"
    chiara = knock(house.chiara)
    ahead = said(chiara.post(there, told | {"on": "2099-12-31"}), 422)
    assert (ahead["error"], ahead["field"]) == ("day_is_ahead", "on")
    met = said(chiara.post(there, told))["conditions"][0]
    assert (met["met_on"], met["told"]) == ("2026-05-05", "All twelve were asked")
    assert said(chiara.post(there, told), 409)["error"] == "condition_is_met_already"


def test_a_condition_is_met_where_it_belongs(house):
    _, one = taken_on_condition(house)
    other = said(knock(house.amina).post("/decisions", VANS), 201)
    there = f"/decisions/{other['id']}/conditions/{one['conditions'][0]['id']}/fulfilment"
    assert said(knock(house.chiara).post(there, {"told": "done"}), 404)["error"] == "not_found"


def test_an_appeal_is_judged_by_somebody_else_and_once(house):
    here, _ = submitted(house, care="no", against="yes")
    chiara, why = knock(house.chiara), {"reason": "Rounds are no shorter"}
    first = said(chiara.post(f"{here}/appeals", why, key="rounds"), 201)
    assert said(chiara.post(f"{here}/appeals", why, key="rounds"), 201)["id"] == first["id"]
    assert [one["id"] for one in said(knock(house.bruno).get("/appeals"))] == [first["id"]]
    there, word = f"/appeals/{first['id']}/judgement", {"upheld": True, "judgement": "So it is"}
    assert said(chiara.post(there, word), 403)["error"] == "not_allowed"
    assert said(knock(house.amina).post(there, word), 409)["error"] == "judge_of_the_own_case"
    judged = said(knock(house.emil).post(there, word))
    assert (judged["upheld"], judged["judged_by"]) == (True, str(house.emil.id))
    assert said(knock(house.emil).post(there, word), 409)["error"] == "appeal_is_judged"
    assert said(chiara.get("/appeals")) == []
    assert said(chiara.get(here))["appeals"] == [judged]


def accepted(house, question):
    """Written by Amina, signed by Bruno."""
    amina = knock(house.amina)
    one = said(amina.post("/decisions", VANS | {"question": question}), 201)
    here = f"/decisions/{one['id']}"
    one = said(amina.send("put", f"{here}/answers", {"revision": 1, "answers": answers()}))
    sent = {"revision": one["revision"], "signers": [str(house.bruno.id)]}
    said(amina.post(f"{here}/submission", sent))
    return said(knock(house.bruno).post(f"{here}/signature", {"round": 1, "act": "agree"}))


def test_a_later_decision_is_put_in_the_place_of_one_and_of_no_other(house):
    first, second, third = (accepted(house, f"Do we buy {what}?") for what in ("a", "b", "c"))
    there, amina = f"/decisions/{first['id']}/successor", knock(house.amina)
    sent = {"successor": second["id"]}
    assert said(knock(house.chiara).send("put", there, sent), 409)["error"] == (
        "decision_of_another"
    )
    itself = {"successor": str(uuid4())}
    assert said(amina.send("put", there, itself), 422)["field"] == "successor"
    for _ in range(2):
        assert said(amina.send("put", there, sent))["state"] == "superseded"
    assert said(amina.get(f"/decisions/{second['id']}"))["supersedes"] == first["id"]
    other = f"/decisions/{third['id']}/successor"
    assert said(amina.send("put", other, sent), 409)["error"] == "successor_of_another"
    gone = said(amina.send("put", other, {"successor": first["id"]}), 409)
    assert gone["error"] == "successor_is_not_accepted"


@pytest.mark.parametrize("amount", ["-1", "-0.01"])
def test_no_amount_is_below_nothing_by_any_door(house, amount):
    amina, below = knock(house.amina), {"amount": amount, "currency": "EUR"}
    assert said(amina.post("/decisions", VANS | below), 422)["field"] == "amount"
    assert said(amina.post("/past-decisions", {"question": "Sold?"} | below), 422)
    assert said(amina.post("/filters", {"name": "All", "least": amount}), 422)
    for do in (
        lambda: draft(Draft(question="Do we?", amount=Decimal(amount)), by=house.amina, at=NOON),
        lambda: note_past(Past(question="?", amount=Decimal(amount)), by=house.amina, at=NOON),
        lambda: save_filter(Rules(name="All", least=Decimal(amount)), by=house.amina, at=NOON),
    ):
        with pytest.raises(Refused, match="amount is below nothing"):
            do()


def test_an_amount_has_a_currency_here_as_on_the_page(house):
    amina = knock(house.amina)
    refused = said(amina.post("/decisions", {"question": "Do we?", "amount": "5"}), 422)
    assert refused["field"] == "currency"
    one = said(amina.post("/decisions", VANS), 201)
    there, known = f"/decisions/{one['id']}", VANS | {"revision": one["revision"]}
    assert said(amina.send("put", there, known | {"currency": ""}), 422)["field"] == "currency"


def test_there_is_nothing_to_appeal_where_the_test_stopped_nothing(house):
    here, _ = submitted(house)
    refused = said(knock(house.chiara).post(f"{here}/appeals", {"reason": "no"}), 409)
    assert refused["error"] == "nothing_to_appeal_against"


def test_what_it_costs_is_told_anew_and_the_ledger_tells_the_price(house):
    here, one = submitted(house)
    there, amina = f"{here}/trade-off", knock(house.amina)
    cost = {"revision": 0, "cost": "300", "currency": "EUR", "gave": {"care": 3}}
    unknown = said(amina.send("put", there, cost | {"gave": {"fame": 1}}), 422)
    assert unknown["field"] == "gave"
    told = said(amina.send("put", there, cost | {"pays": ["donors"], "is_told": True}))
    assert (told["number"], told["revision"], told["gave"]) == (one["number"], 1, {"care": 3.0})
    late = said(knock(house.emil).send("put", there, cost), 409)
    assert (late["error"], late["changed"]["what"]) == ("changed_meanwhile", "trade-off told")
    again = cost | {"revision": 1, "cost": "600", "pays": ["donors"]}
    assert said(amina.send("put", there, again))["is_told"] is None
    assert [each["revision"] for each in said(amina.get("/trade-offs"))] == [2]
    ledger = said(amina.get("/trade-offs/ledger"))
    [book] = ledger["books"]
    assert (book["currency"], book["prices"][0]["value"]["value"]) == ("EUR", 200.0)
    assert ledger["pays"] == [{"group": "donors", "times": 1}]
    assert "unknown" in ledger["told"]


def test_a_past_decision_is_put_down_once_and_amended_when_more_is_known(house):
    bruno = knock(house.bruno)
    effect = {"commitment": "care", "advances": "no", "compromises": "yes"}
    sent = {"question": "Did we close the north?", "decided_on": "2025-03-01", "amount": "7",
            "currency": "EUR", "answers": [effect]}  # fmt: skip
    one = said(bruno.post("/past-decisions", sent, key="north"), 201)
    assert said(bruno.post("/past-decisions", sent, key="north"), 201)["id"] == one["id"]
    twice = said(bruno.post("/past-decisions", sent | {"answers": [effect, effect]}), 422)
    assert twice["error"] == "commitment_answered_twice"
    ahead = said(bruno.post("/past-decisions", sent | {"decided_on": "2099-01-01"}), 422)
    assert ahead["field"] == "decided_on"
    here, known = f"/past-decisions/{one['id']}", sent | {"happened": False, "revision": 1}
    assert said(bruno.send("put", here, known))["happened"] is False
    late = said(knock(house.chiara).send("put", here, known), 409)
    assert late["changed"]["at"]
    assert [each["revision"] for each in said(bruno.get("/past-decisions"))] == [2]
    assert said(bruno.get("/past-decisions", skip=1)) == []


def test_a_filter_is_reworded_and_renewed_by_who_saw_how_it_reads(house):
    emil = knock(house.emil)
    rules = {"name": "Large", "least": "100000", "signers": [str(house.dora.id)]}
    one = said(emil.post("/filters", rules), 201)
    here = f"/filters/{one['id']}"
    new = said(emil.send("put", here, rules | {"least": "5000", "revision": one["revision"]}))
    assert (new["version"], float(new["least"])) == (2, 5000)
    late = said(knock(house.amina).send("put", here, rules | {"revision": one["revision"]}), 409)
    assert (late["changed"]["what"], late["changed"]["by"]) == ("filter changed", "Emil")
    longer = {"revision": new["revision"], "until": "2099-12-31"}
    assert said(emil.send("put", f"{here}/renewal", longer))["until"] == "2099-12-31"
    again = said(emil.send("put", f"{here}/renewal", longer), 409)
    assert again["changed"]["what"] == "filter renewed"
    assert said(knock(house.bruno).send("put", here, rules), 403)["error"] == "not_allowed"
