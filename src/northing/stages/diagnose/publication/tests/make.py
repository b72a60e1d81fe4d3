"""Which audits are there in tests of what is issued?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import NOON
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink

MONTH = timedelta(days=30)
CROSSED = "guardrail-crossed"


def make_audit(owner: Member, number: int = 1, **but: Any) -> StoredAudit:
    """A finished audit with two findings and a link, whatever asked for it."""
    columns = {
        "on": date(2026, 1, 15),
        "state": StoredAudit.State.DONE,
        "asked_at": NOON,
        "asked_by": owner,
        "done_at": NOON,
        "files": {"audit.json": "0" * 64},
    }
    audit = StoredAudit.objects.create(
        organisation=owner.organisation, number=number, **(columns | but)
    )
    for position, code in enumerate((CROSSED, "gone-silent"), 1):
        make_finding(audit, position=position, code=code)
    StoredLink.objects.create(
        audit=audit,
        record="decisions.csv:52",
        commitment="whole-person",
        channel="decisions",
        origin="given",
        is_linked=True,
        stance="contradicts",
    )
    return audit


def make_told_audit(
    owner: Member, told: Mapping[str, Any], number: int = 1, *, issued: bool = False, **but: Any
) -> StoredAudit:
    """A finished audit that says what is told, in its rows and in its `audit.json`."""
    written = json.dumps(told, ensure_ascii=False).encode()
    columns = {
        "on": date.fromisoformat(told["on"]),
        "state": StoredAudit.State.DONE,
        "asked_at": NOON,
        "asked_by": owner,
        "done_at": NOON,
        "files": {"audit.json": sha256(written).hexdigest()},
    }
    audit = StoredAudit.objects.create(
        organisation=owner.organisation, number=number, **(columns | but)
    )
    folder = store.folder_of(audit) / "out"
    folder.mkdir(parents=True)
    (folder / "audit.json").write_bytes(written)
    for position, one in enumerate(told["findings"], 1):
        make_finding(
            audit,
            position=position,
            code=one["code"],
            severity=one["severity"],
            commitment=one["commitment"] or "",
            channel=one["channel"] or "",
            statement=one["statement"],
            content=one,
        )
    if issued:
        StoredAudit.objects.filter(id=audit.id).update(issued_at=NOON, issued_by=owner)
        audit.refresh_from_db()
    return audit


def make_finding(audit: StoredAudit, **but: Any) -> StoredFinding:
    columns = {
        "position": 1,
        "code": CROSSED,
        "severity": "high",
        "commitment": "whole-person",
        "channel": "decisions",
        "statement": "Three records run against it.",
        "content": {"code": but.get("code", CROSSED), "evidence": ["decisions.csv:52"]},
    }
    return StoredFinding.objects.create(audit=audit, **(columns | but))
