"""How much of what was planted does an audit find, and what does it see where nothing is?

For each plant in Harbour Health whether it was found, and the findings that accuse where there is
nothing to accuse. A part of `python3 dev.py bench truth`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from northing.case import read_case
from northing.cycle import Audit, audit

EXAMPLES = Path(__file__).parent.parent / "examples"
CODES = {
    "decision-against": ("contradicted-by-tagged-records", "guardrail-crossed"),
    "incentive-against": ("reward-against-promise",),
    "words-without-money": ("share-falls-while-called-crucial", "share-falls"),
    "parts-disagree": ("parent-and-parts-disagree",),
    "figure-differs": ("stated-figure-differs",),
    "allocation-withdrawn": ("allocation-withdrawn",),
    "announced-without-budget": ("announced-again-without-means",),
    "silent-since": ("gone-silent",),
    "hidden-by-netting": ("hidden-by-netting",),
    "quiet-deed": ("more-done-than-said", "done-and-not-told"),
    "time-elsewhere": ("more-said-than-done",),
}
ACCUSING = {"high", "medium"}


def run(name: str) -> Audit:
    case = read_case(EXAMPLES / name)
    day = case.newest_received()
    if day is None:
        raise SystemExit(f"{name} carries no date")
    return audit(case, on=day, seed=0)


def is_found(plant: dict[str, Any], found: Audit) -> bool:
    """A finding of the kind that fits, for its commitment or on one of its lines."""
    if plant["kind"] == "counted-twice":
        return len(found.case.repeats) > 0
    lines = {(where["file"], where.get("line")) for where in plant.get("where", [])}
    fitting = [one for one in found.findings if one.code in CODES[plant["kind"]]]
    return any(
        one.commitment == plant["commitment"]
        or lines & {(place.path, place.line) for place in one.places}
        for one in fitting
    )


def planted() -> dict[str, Any]:
    """What was planted, whether it was found, and what the honest twin is accused of."""
    expected = tomllib.loads((EXAMPLES / "harbour_health" / "expected.toml").read_text("utf-8"))
    found, honest = run("harbour_health"), run("harbour_health_honest")
    rows = [
        {key: plant[key] for key in ("id", "kind", "channel")} | {"found": is_found(plant, found)}
        for plant in expected["planted"]
    ]
    alarms = [one for one in honest.findings if str(one.severity) in ACCUSING]
    return {
        "found": sum(row["found"] for row in rows),
        "of": len(rows),
        "plants": rows,
        "alarms": [f"{one.code}: {one.statement}" for one in alarms],
    }


def show(found: dict[str, Any], console: Console) -> None:
    table = Table(title="Planted in Harbour Health", title_justify="left")
    for label in ("planted", "kind", "channel", "found"):
        table.add_column(label)
    for row in found["plants"]:
        table.add_row(row["id"], row["kind"], row["channel"], "yes" if row["found"] else "no")
    console.print(table)
    console.print(f"found {found['found']} of {found['of']} planted contradictions")
    console.print(f"{len(found['alarms'])} accusing findings in the honest twin")
    for alarm in found["alarms"]:
        console.print(f"  {alarm}", markup=False)
