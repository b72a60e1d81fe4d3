"""Does the job give what the command line gives, and keep no answer to a question of before?"""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from time import process_time

import numpy as np
import pytest

from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.interfaces.worker import planning
from northing.interfaces.worker.children import planning as child
from northing.interfaces.worker.running import Worker
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities.actions import KIND
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
from northing.stages.decide.studies import actions
from northing.stages.decide.studies.facts import Wanted

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_decides"
NEXT_BUDGET = tomllib.loads((EXAMPLE / "next-budget.toml").read_text("utf-8"))
RANKED = {
    "criterion": [{"id": "impact"}, {"id": "reach"}],
    "option": [
        {"name": "Goes deep", "impact": 9, "reach": 2},
        {"name": "Reaches many", "impact": 3, "reach": 8},
    ],
}


@pytest.fixture
def amina():
    yield make_organisation()
    OwnWeights.objects.all().delete()
    StoredPriorities.objects.all().delete()
    StoredBudget.objects.all().delete()


def worked_off(row):
    Worker(pause_seconds=0.05).work_off()
    row.refresh_from_db()
    assert row.state == "done", row.reason
    return row


def test_a_budget_is_proposed_and_cut_and_the_first_answer_stays(amina, tmp_path):
    row = planning.make_budget(Wanted("Next year", NEXT_BUDGET), by=amina, at=NOON)
    worked_off(row)
    planning.cut_budget(row, Decimal("25.00"), by=amina, at=NOON, seen=row.revision)
    worked_off(row)
    assert set(row.result["cuts"]) == {"0", "25"}
    found = row.result["cuts"]["25"]
    assert found["kind"] == "cut"
    given, out = tmp_path / "asked.json", tmp_path / "found.json"
    given.write_text(json.dumps({"asked": NEXT_BUDGET, "seed": 0, "cut": "25"}), "utf-8")
    list(child.budget(str(given), str(out)))
    assert json.loads(out.read_text("utf-8")) == found
    told = [one.event.verb for one in trail.of_subject(amina.organisation_id, row.id)]
    assert told == ["budget asked for", "budget worked out", "budget cut asked for",
                    "budget worked out"]  # fmt: skip


def test_several_people_weigh_and_the_range_of_their_weights_is_told(amina):
    bruno = make_member(amina, "Bruno", Role.CHAMPION)
    row = planning.make_priorities(Wanted("First", RANKED), by=amina, at=NOON)
    planning.give_weights(row, {"impact": 80, "reach": 20}, by=amina, at=NOON)
    planning.give_weights(row, {"impact": 20, "reach": 80}, by=bruno, at=NOON)
    people = worked_off(row).result["people"]
    assert people["people"] == 2
    assert [(round(one["low"], 6), round(one["high"], 6)) for one in people["spans"]] == [
        (0.2, 0.8), (0.2, 0.8),
    ]  # fmt: skip
    assert {one["rank"] for one in row.result["ranking"]["placed"]} == {1}
    with pytest.raises(Refused):
        planning.give_weights(row, {"impact": 1}, by=bruno, at=NOON)
    member = make_member(amina, "Daan", Role.MEMBER)
    with pytest.raises(NotAllowed):
        planning.give_weights(row, {"impact": 1, "reach": 1}, by=member, at=NOON)


def test_an_answer_to_the_question_of_before_is_not_kept(amina):
    row = planning.make_priorities(Wanted("First", RANKED), by=amina, at=NOON)
    stale = StoredPriorities.objects.get(id=row.id)
    planning.amend_priorities(row, Wanted("Otherwise", RANKED), by=amina, at=NOON, seen=1)
    assert not actions.finish(stale, KIND, {"ranking": None}, at=NOON)
    with pytest.raises(Refused):
        planning.amend_priorities(row, Wanted("Late", RANKED), by=amina, at=NOON, seen=1)
    row.refresh_from_db()
    assert (row.name, row.state, row.result) == ("Otherwise", "waiting", {})


def test_what_is_sent_twice_is_one_study(amina):
    key = amina.id
    first, second = (
        planning.make_budget(Wanted("Once", NEXT_BUDGET), by=amina, at=NOON, key=key)
        for _ in range(2)
    )
    assert first.id == second.id
    assert StoredBudget.objects.count() == 1


@pytest.mark.slow
def test_five_hundred_projects_are_cut_within_ten_seconds(tmp_path):
    """500 projects, 20 commitments, 10 of them with floors: the time of the solver's own thread."""
    given, out = tmp_path / "asked.json", tmp_path / "found.json"
    given.write_text(json.dumps({"asked": large_budget(), "seed": 0, "cut": "25"}), "utf-8")
    began = process_time()
    list(child.budget(str(given), str(out)))
    assert process_time() - began <= 10
    found = json.loads(out.read_text("utf-8"))
    assert found["kind"] == "cut"
    proposal = found["found"]["proposal"]
    for floor in proposal["limits"]["floors"]:
        assert proposal["by_commitment"][floor["commitment"]] >= floor["least"]
    assert proposal["spent"] <= proposal["limits"]["budget"]


def large_budget(lines=500, commitments=20, guardrails=10):
    chance = np.random.default_rng(5)
    keys = [f"promise-{n}" for n in range(commitments)]
    rows = []
    for n in range(lines):
        cost = int(chance.integers(5, 400)) * 1000
        low, likely, high = sorted(chance.choice(100, 3, replace=False).tolist())
        row = {"id": f"p{n}", "name": f"Project {n}", "cost": cost,
               "impact": f"{low}..{likely}..{high}"}  # fmt: skip
        row |= {
            key: round(float(chance.uniform(0.1, 0.5)), 2)
            for key in chance.choice(keys, 2, replace=False).tolist()
        }
        row |= {"least": cost // 2} if n % 3 == 0 else {}
        row |= {"requires": f"p{n - 1}"} if n % 25 == 1 else {}
        row |= {"must_stay": True} if n % 40 == 7 else {}
        rows.append(row | ({"no_go": "ruled out by the board"} if n % 60 == 9 else {}))
    floors = [{"floor_share": 0.02} if n < guardrails else {} for n in range(commitments)]
    promised = [{"id": key, **floor} for key, floor in zip(keys, floors, strict=True)]
    return {"budget": {"currency": "EUR"}, "commitment": promised, "line": rows}
