"""What became better, what worse, and what else changed between two audits?"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors, seen
from northing.interfaces.api.door import Call, call_of, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.worker.case_taken import method_of
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.comparing import FindingChange, compare

router = Router(tags=["audits"])


class GapChange(BaseModel):
    """One commitment in one channel, then and now; the least and the most that its size changed,
    as far as the two intervals allow."""

    commitment: str
    channel: str
    kind: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    low: float | None
    high: float | None


class Fate(BaseModel):
    """What became of one finding. One that went, went only where the later audit looked."""

    code: str
    commitment: str
    channel: str
    kind: str
    before: str | None
    after: str | None
    statement: str
    reason: str


class Explained(BaseModel):
    """One thing that changed besides, which may explain a difference: which ones, or from what to
    what."""

    what: str
    names: list[str]
    before: str
    after: str


class Comparison(BaseModel):
    """Two audits, the earlier first. `measured_alike`: nothing but files differs between them."""

    earlier: UUID
    later: UUID
    measured_alike: bool
    gaps: list[GapChange]
    findings: list[Fate]
    explained: list[Explained]


@router.get(
    "/organisations/{uuid:organisation}/comparison",
    response={200: Comparison, **ERRORS},
    auth=sees(Action.ISSUED),
)
def comparison(
    request: HttpRequest,
    organisation: UUID,
    earlier: UUID = Query(..., description="The id of a finished audit."),
    later: UUID = Query(..., description="The id of another."),
) -> Comparison:
    """A gap is closer or wider only where its two intervals part; else it cannot be told."""
    call = call_of(request, organisation)
    rows = sorted((_done(call, one) for one in (earlier, later)), key=lambda one: one.number)
    before, after = (store.content(one) for one in rows)
    found = compare(before, after, methods=(method_of(rows[0]), method_of(rows[1])))
    return Comparison(
        earlier=rows[0].id,
        later=rows[1].id,
        measured_alike=found.is_measured_alike,
        gaps=[GapChange(**asdict(one)) for one in found.gaps],
        findings=[_fate(one) for one in found.findings],
        explained=[Explained(**asdict(one)) for one in found.explained],
    )


def _done(call: Call, wanted: UUID) -> StoredAudit:
    found = seen.audit_of(call, wanted)
    if not store.content(found):
        raise errors.nowhere()
    return found


def _fate(one: FindingChange) -> Fate:
    return Fate(
        code=one.thread.code,
        commitment=one.thread.commitment,
        channel=one.thread.channel,
        kind=one.kind,
        before=one.before,
        after=one.after,
        statement=one.statement,
        reason=one.reason,
    )
