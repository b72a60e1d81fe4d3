"""How are priorities and budgets worked out, in a program of its own?

Each function reads what was asked from a file of JSON, says how far it is in lines on its
standard output, and leaves its answer in another. The command line gives the same answer to the
same file and seed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.budget.facts import Conflict, Cut, Limits
from northing.stages.decide.budget.intake.asked import AskedBudget
from northing.stages.decide.budget.intake.asked import asked_in as budget_in
from northing.stages.decide.budget.rules.cutting import cut
from northing.stages.decide.budget.rules.exchanging import exchanges
from northing.stages.decide.budget.rules.proposing import propose
from northing.stages.decide.priorities.engine import mapped, ranked
from northing.stages.decide.priorities.intake.asked import asked_in as priorities_in
from northing.stages.decide.priorities.rules.agreeing import agreement_of
from northing.stages.decide.priorities.rules.early import early_wins

MOST_FOR_EXCHANGES = 60
Told = Iterator[dict[str, Any]]


def priorities(given: str, out: str) -> Told:
    """The order, the matrix and how far people agree."""
    wish = _given(given)
    asked = priorities_in(wish["asked"], (), "priorities")
    people = agreement_of(wish["weights"], asked.criteria, asked.options)
    yield {"step": "ranking"}
    ranking = ranked(asked, seed=wish["seed"], between=people.bounds if people else None)
    yield {"step": "placing"}
    early = [one.option.id for one in early_wins(ranking.placed)] if ranking else []
    found = {
        "ranking": ranking, "matrix": mapped(asked, seed=wish["seed"]), "people": people,
        "early": early, "names": asked.names,
    }  # fmt: skip
    _leave(out, found)


def budget(given: str, out: str) -> Told:
    """The budget after a cut of so many percent; without one, the best of today's size."""
    wish = _given(given)
    asked = budget_in(wish["asked"], (), "budget")
    percent = float(wish["cut"])
    yield {"step": "cutting" if percent else "proposing"}
    found = (
        cut(asked.lines, asked.limits, percent=percent, seed=wish["seed"])
        if percent
        else propose(asked.lines, asked.limits)
    )
    kind = "conflict" if isinstance(found, Conflict) else "cut" if percent else "proposal"
    limits = found.proposal.limits if isinstance(found, Cut) else asked.limits
    yield {"step": "weighing"}
    edge = () if kind == "conflict" else _edge(asked, limits)
    whole = {"kind": kind, "found": found, "exchanges": edge}
    _leave(out, whole | {"names": asked.names, "currency": asked.currency})


def _edge(asked: AskedBudget, limits: Limits) -> Any:
    """Only where lines bring money back, and are few enough to be weighed within the time."""
    if not any(line.returned for line in asked.lines) or len(asked.lines) > MOST_FOR_EXCHANGES:
        return ()
    found = exchanges(asked.lines, limits)
    return () if isinstance(found, Conflict) else found


def _given(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    return found


def _leave(out: str, found: dict[str, Any]) -> None:
    Path(out).write_text(as_json(found | {"version": version("northing")}), "utf-8")
