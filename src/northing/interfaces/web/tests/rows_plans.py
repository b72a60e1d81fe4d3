"""Which rows do the addresses of priorities and budgets name?"""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from northing.foundations.people.tests.make import NOON
from northing.interfaces.worker.children import planning
from northing.stages.decide.budget.intake.asked import asked_in as budget_in
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities.intake.asked import asked_in as priorities_in
from northing.stages.decide.priorities.models import StoredPriorities

ENDS = ("plans_priority_turning", "plans_budget_turning")
"""Names of addresses that end what others look at: they are tried last."""
EXAMPLES = Path(__file__).parents[5] / "examples" / "harbour_decides"
CUT = "25"


def rows(owner):
    """The row behind each name of an address, in the owner's organisation: both worked out."""
    return {"priority": make_priorities(owner), "budget": make_budget(owner)}


def make_priorities(owner):
    asked = in_example("priorities.toml")
    return StoredPriorities.objects.create(
        organisation=owner.organisation, name="<b>Harbour</b>: what first", asked=asked,
        digest="5" * 64, state="done", result=worked_out("priorities", "priorities.toml"),
        made_at=NOON, made_by=owner, done_at=NOON,
    )  # fmt: skip


def make_budget(owner):
    asked = in_example("next-budget.toml")
    return StoredBudget.objects.create(
        organisation=owner.organisation, name="<b>Harbour</b>: next year", asked=asked,
        digest="6" * 64, state="done", cut=25, made_at=NOON, made_by=owner, done_at=NOON,
        result={"cuts": {CUT: worked_out("budget", "next-budget.toml")}},
    )  # fmt: skip


def in_example(name):
    return tomllib.loads((EXAMPLES / name).read_text("utf-8"))


@lru_cache
def worked_out(function, name):
    """What the job's own program leaves, made once."""
    wish = {"asked": in_example(name), "seed": 0, "cut": CUT, "weights": []}
    with TemporaryDirectory() as folder:
        given, out = Path(folder) / "asked.json", Path(folder) / "found.json"
        given.write_text(json.dumps(wish), "utf-8")
        list(getattr(planning, function)(str(given), str(out)))
        return json.loads(out.read_text("utf-8"))


def read_as(key):
    """How a file of this kind is read."""
    return {"priority": priorities_in, "budget": budget_in}[key]
