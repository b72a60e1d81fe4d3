"""How do things stand: what changed, where the gaps are, how complete and fresh the records are?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from northing.foundations.methods.estimate import Estimate
from northing.foundations.people import store as people
from northing.foundations.people.access import TABLE, Action, Answer, Role, Wish, allows
from northing.foundations.trail import store as trail
from northing.interfaces.web.templatetags.findings import finding_said
from northing.interfaces.web.visit import Visit
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.cells import Cell, whole_cells, widest
from northing.stages.diagnose.verification import store as verification
from northing.stages.diagnose.verification.models import StoredSample

MOST_CHANGES, LOOKED_AT, MOST_GAPS = 6, 300, 3
VOICE = "voice"
FOR_EVERYBODY = frozenset({
    "mission approved", "commitment added", "commitment changed", "commitment ended",
    "audit issued", "publication rule fixed",
})  # fmt: skip
"""What those may read of the trail who may not read all of it; without names."""


def content_of(audit: StoredAudit | None) -> Mapping[str, Any]:
    """What the audit wrote; nothing where its file was altered: its own page says so."""
    try:
        return audits.content(audit) if audit else {}
    except audits.Altered:
        return {}


def gaps_of(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The widest gaps, those first of which it is sure that they are gaps at all."""
    texts = {one["id"]: one["text"] for one in content.get("commitments", ())}
    found = sorted(widest(whole_cells(content)), key=_may_be_none)[:MOST_GAPS]
    return [
        {
            "cell": one,
            "text": texts.get(one.commitment, one.commitment),
            "may_be_none": _may_be_none(one),
            "has_interval": isinstance(one.gap, Estimate) and one.gap.low is not None,
        }
        for one in found
    ]


def _may_be_none(one: Cell) -> bool:
    """Whether no interval keeps clear of zero, so that there may be no gap at all."""
    gap = one.gap
    if not isinstance(gap, Estimate) or gap.low is None or gap.high is None:
        return True
    return gap.low <= 0 <= gap.high


def changes_of(visit: Visit, since: datetime) -> list[dict[str, Any]]:
    """What others did since then, alike things together; names for those who read the trail."""
    may_read = visit.may(Action.TRAIL, Wish.SEE)
    found: dict[tuple[object, str], dict[str, Any]] = {}
    for entry in trail.page(visit.organisation.id, size=LOOKED_AT):
        event = entry.event
        if event.at <= since:
            break
        if event.actor == visit.member.person_id or not (may_read or event.verb in FOR_EVERYBODY):
            continue
        actor = event.actor if may_read else None
        row = {"actor": actor, "verb": event.verb, "at": event.at, "times": 0}
        found.setdefault((actor, event.verb), row)["times"] += 1
    rows = list(found.values())[:MOST_CHANGES]
    names = people.names(row["actor"] for row in rows)
    return [row | {"name": names.get(row["actor"]), "is_named": may_read} for row in rows]


def voice_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """What became of what people said: how much was heard, and which findings rest on it."""
    heard = content.get("channels", {}).get(VOICE, {}).get("records", 0)
    every = (one for one in content.get("findings", ()) if one["channel"] == VOICE)
    rest = [finding_said(one, "statement") for one in every]
    return {"heard": heard, "findings": rest}


def sight_of(role: Role) -> dict[str, Any]:
    """Who can see what, by the table of access."""
    seen = [one for one in Action if allows(role, one, Wish.SEE, is_own_unit=True)]
    return {
        "sees": [one for one in seen if not allows(role, one, Wish.CHANGE, is_own_unit=True)],
        "changes": [one for one in seen if allows(role, one, Wish.CHANGE, is_own_unit=True)],
        "hidden": [one for one in Action if one not in seen],
        "readers": [one for one in Role if TABLE[one, Action.RECORDS] is not Answer.NO],
    }


def checked_of(visit: Visit) -> list[dict[str, Any]]:
    """The samples as an auditor asks for them: population, drawn, answered, not settled."""
    rows = []
    for one in verification.of_organisation(visit.organisation).defer(None):
        if one.state in (StoredSample.State.OPEN, StoredSample.State.CLOSED):
            account = verification.account(one)
            apart = verification.parted(one) if one.state == StoredSample.State.CLOSED else {}
            rows.append({
                "sample": one,
                "population": one.content["sample"]["population"],
                "pairs": account["pairs"],
                "answered": account["answered"],
                "disputed": sum("agreed" not in said for said in apart.values()),
            })  # fmt: skip
    return rows
