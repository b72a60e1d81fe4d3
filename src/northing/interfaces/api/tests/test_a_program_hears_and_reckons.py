"""Can a program say what its member hears of, read what all decisions tell, and settle plans?"""

from __future__ import annotations

import json

import pytest
from django.test import Client

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.api.tests.knocking import knock
from northing.interfaces.api.tests.test_a_program_decides import said, submitted
from northing.interfaces.notices import store
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm
from northing.interfaces.web.tests import (
    rows_decide,
    rows_home,
    rows_plans,
    rows_verify,
)
from northing.stages.decide.purpose_test.tests.house import make_house
from northing.stages.decide.ways_in import actions as ways
from northing.stages.decide.ways_in.facts import Way
from northing.stages.diagnose.models import StoredAudit, StoredLink

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
CHOSEN = {"revision": 0, "language": "de", "zone": "Europe/Berlin", "gathered_at": "07:30",
          "quiet_from": "22:00", "quiet_until": "06:00", "weekday": 2,
          "rhythms": {"mail": {"audit failed": "never"}}}  # fmt: skip


@pytest.fixture
def amina():
    return make_organisation()


def test_a_member_hears_what_a_program_chose_for_them_and_nobody_else_does(amina):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    program = knock(amina)
    told = said(program.send("put", "/notices", CHOSEN))
    assert (told["language"], told["quiet_from"], told["revision"]) == ("de", "22:00", 1)
    assert told["rhythms"]["mail"]["audit failed"] == "never"
    kept = store.wishes_of(amina)
    assert store.rhythm_of(kept, Channel.MAIL, Kind.FAILED) is Rhythm.NEVER
    assert said(program.send("put", "/notices", CHOSEN), 409)["error"] == "changed_meanwhile"
    again = said(program.send("put", "/notices", CHOSEN | {"revision": 1, "rhythms": {}}))
    assert again["rhythms"]["mail"]["audit failed"] == "never"
    assert said(knock(bruno).get("/notices"))["revision"] == 0


@pytest.mark.parametrize(
    ("but", "field"),
    [
        ({"language": "tlh"}, "language"),
        ({"zone": "Europe/Nowhere"}, "zone"),
        ({"quiet_until": None}, "quiet_until"),
        ({"quiet_until": "22:00"}, "quiet_until"),
        ({"gathered_at": "25:00"}, "gathered_at"),
        ({"rhythms": {"mail": {"audit ready": "daily"}}}, "rhythms"),
    ],
)
def test_what_cannot_be_heard_is_refused_in_its_place(amina, but, field):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    sent = CHOSEN | {"rhythms": {}} | but
    assert said(knock(bruno).send("put", "/notices", sent), 422)["field"] == field


def test_the_secret_of_a_calendar_is_said_once_and_opens_until_it_is_revoked(amina):
    program = knock(amina)
    address = said(program.post("/notices/calendar"), 201)["address"]
    assert said(program.get("/notices"))["calendar_made_at"]
    assert address.partition("/calendars/")[2] not in json.dumps(said(program.get("/notices")))
    assert Client().get(address).status_code == 200
    assert said(program.post("/notices/calendar/revoke"))["calendar_made_at"] is None
    assert Client().get(address).status_code == 404


def test_an_address_that_is_no_chat_is_refused_and_none_is_removed_twice(amina):
    program = knock(amina)
    refused = said(program.send("put", "/notices/chat", {"address": "nowhere"}), 422)
    assert refused["field"] == "address"
    assert "nowhere" not in json.dumps(refused)
    assert said(program.post("/notices/chat/remove"))["service"] == ""


def test_what_all_decisions_tell_has_an_interval_or_says_why_it_is_unknown():
    house = make_house()
    here, _ = submitted(house)
    said(knock(house.bruno).post(f"{here}/signature", {"round": 1, "act": "agree"}))
    found = said(knock(house.chiara).get("/decision-indicators"))
    assert (found["tested"], found["untested"]) == (1, 0)
    figures = [found["days_to_decide"], *found["completeness"].values()]
    assert all("unknown" in one or {"low", "high", "n"} <= set(one) for one in figures)
    assert [one["commitment"] for one in found["questions"]]


def test_other_ways_that_lose_less_are_found_and_none_is_kept():
    here, _ = submitted(make := make_house(), care="no", against="yes")
    sent = {"differing": [{"id": "cost", "name": "cost", "better": "less"}],
            "failed": {"figures": {"cost": 100}},
            "others": [{"name": "rent", "figures": {"cost": 40}},
                       {"name": "burn", "figures": {"cost": 200}}]}  # fmt: skip
    chiara = knock(make.chiara)
    found = said(chiara.post(f"{here}/alternatives", sent))
    assert [(one["name"], one["better"]) for one in found] == [("rent", ["cost"])]
    strange = sent | {"failed": {"figures": {"fame": 1}}}
    assert said(chiara.post(f"{here}/alternatives", strange), 422)["field"] == "figures"


def test_a_filter_tells_every_wording_it_ever_had(amina):
    made = rows_decide.rows(amina)["filter"]
    [first] = said(knock(amina).get(f"/filters/{made.id}/versions"))
    assert (first["number"], first["content"]["kinds"]) == (1, ["contract"])


@pytest.mark.parametrize("name", ["priorities", "budgets"])
def test_plans_are_set_aside_and_come_back(amina, name):
    key = "priority" if name == "priorities" else "budget"
    row, program = rows_plans.rows(amina)[key], knock(amina)
    there = f"/{name}/{row.id}/aside"
    aside = said(program.send("put", there, {"revision": row.revision, "is_aside": True}))
    assert aside["set_aside_at"]
    late = {"revision": row.revision, "is_aside": False}
    assert said(program.send("put", there, late), 409)["error"] == "changed_meanwhile"
    back = {"revision": aside["revision"], "is_aside": False}
    assert said(program.send("put", there, back))["set_aside_at"] is None


def test_links_of_an_audit_come_in_pages_for_whom_records_are_open(amina):
    audit = StoredAudit.objects.create(organisation=amina.organisation, number=9, on=NOON.date(),
                                       state="done", asked_at=NOON, done_at=NOON)  # fmt: skip
    for line in range(5):
        StoredLink.objects.create(audit=audit, record=f"a.csv:{line}", commitment="care",
                                  channel="money", origin="rule", is_linked=line > 0)  # fmt: skip
    program, found, after = knock(amina), [], 0
    while after is not None:
        page = said(program.get(f"/audits/{audit.id}/links", after=after, size=2))
        found, after = found + page["links"], page["next"]
    assert [one["record"] for one in found] == [f"a.csv:{line}" for line in range(5)]
    assert [one["is_linked"] for one in found] == [False, True, True, True, True]
    bruno = knock(make_member(amina, "Bruno", Role.MEMBER))
    assert said(bruno.get(f"/audits/{audit.id}/links"), 403)["error"] == "not_allowed"


def test_what_was_drawn_is_kept_from_whoever_may_answer_until_the_sample_is_closed(amina):
    sample = rows_verify.rows(amina)["sample"]
    there = f"/samples/{sample.id}/drawing"
    assert said(knock(amina).get(there), 409)["error"] == "sample_not_closed"
    assert said(knock(amina).get(f"/samples/{sample.id}/answers")) == []


def test_a_new_chiefs_way_is_told_to_whom_audits_are_open_alone(amina):
    begun = rows_home.rows(amina)["walk"]
    chief = ways.begin(Way.NEW_CHIEF, by=amina, at=begun.made_at)
    every = said(knock(amina).get("/ways-in"))
    assert {one["id"] for one in every} == {str(begun.id), str(chief.id)}
    bruno = knock(make_member(amina, "Bruno", Role.MANAGER))
    assert [one["id"] for one in said(bruno.get("/ways-in"))] == [str(begun.id)]
    assert said(bruno.get(f"/ways-in/{begun.id}"))["answers"] == {}
    assert said(bruno.get(f"/ways-in/{chief.id}"), 404)["error"] == "not_found"


def test_what_comes_first_is_asked_from_the_gaps_of_the_newest_audit(amina):
    program = knock(amina)
    assert said(program.post("/priorities/from-gaps"), 409)["error"] == "no_audit"
    assert not StoredAudit.objects.filter(organisation=amina.organisation).exists()
