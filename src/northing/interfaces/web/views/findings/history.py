"""In which audits does a finding stand, and what did those say that no longer have it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from northing.interfaces.web.visit import Visit
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.audits.rules.following import Outcome, Standing, standing
from northing.stages.diagnose.audits.rules.seeing import Sighting
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.publication.store import findings as store

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One audit in the life of a finding. `row` is the finding there; `verdict` where it is not.

    Both are None where the files of an audit are not as they were written: nothing is said then.
    """

    audit: StoredAudit
    row: StoredFinding | None
    verdict: Standing | None
    is_this: bool = False


def history(visit: Visit, finding: StoredFinding) -> list[Turn]:
    """The newest audits this member may read, the newest first, and the finding's own."""
    done = store.done_seen_by(visit.member)
    some = [one for at, one in enumerate(done) if at < MOST or one.id == finding.audit_id]
    rows = {row.audit_id: row for row in store.of_thread(some, store.thread_of(finding))}
    return [_turn(one, rows.get(one.id), finding) for one in some]


def verdict(turns: Iterable[Turn], finding: StoredFinding) -> Turn | None:
    """The newest later audit that says anything of it: it was found, or looked for in vain."""
    later = (one for one in turns if one.audit.number > finding.audit.number)
    return next((one for one in later if _is_conclusive(one)), None)


def content_of(audit: StoredAudit) -> Mapping[str, Any]:
    """Its `audit.json`; empty where the file is not what was written: pages say so elsewhere."""
    try:
        return audits.content(audit)
    except audits.Altered:
        return {}


def stands(
    finding: StoredFinding, later: StoredAudit, *, seen: Mapping[Thread, Sighting] | None = None
) -> Standing | None:
    """What a later audit says of it; None where one of the two cannot be read."""
    then, now = content_of(finding.audit), content_of(later)
    return standing(finding.content, then, now, seen=seen) if then and now else None


def _turn(audit: StoredAudit, row: StoredFinding | None, finding: StoredFinding) -> Turn:
    if row:
        return Turn(audit=audit, row=row, verdict=None, is_this=audit.id == finding.audit_id)
    return Turn(audit=audit, row=None, verdict=stands(finding, audit))


def _is_conclusive(one: Turn) -> bool:
    if one.row:
        return True
    return one.verdict is not None and one.verdict.outcome is not Outcome.UNSEEN
