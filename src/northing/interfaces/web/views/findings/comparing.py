"""What became better, what worse, and what else changed between two audits?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.views.findings.drawing import scale_of
from northing.interfaces.web.views.findings.finding import promises_in
from northing.interfaces.web.views.findings.history import content_of
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.case_taken import method_of
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.comparing import Comparison, GapChange, Kind, compare
from northing.stages.diagnose.publication import actions as publication
from northing.stages.diagnose.publication.store import findings as store

MOST = 60
IN_ORDER = (
    Kind.WORSE, Kind.BETTER, Kind.TURNED, Kind.UNTOLD, Kind.NEWLY_SEEN, Kind.NOT_SEEN,
    Kind.UNCHANGED, Kind.UNKNOWN,
)  # fmt: skip
QUIET = (Kind.UNTOLD, Kind.UNCHANGED, Kind.UNKNOWN)
FATES = (
    Kind.APPEARED, Kind.WENT, Kind.WORSE, Kind.BETTER, Kind.NEWLY_SEEN, Kind.NOT_SEEN, Kind.STAYED,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two audits, the earlier first."""

    earlier: StoredAudit
    later: StoredAudit


@require_safe
@within(Action.ISSUED)
def comparison(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The newest beside the one before it, where nothing else is asked for."""
    publication.issue_due(visit.organisation, at=visit.at)
    done = store.done_seen_by(visit.member)
    pair = _pair(request.GET, done)
    context: dict[str, Any] = {"done": done, "pair": pair}
    if pair:
        context |= _told(pair)
    return show(request, visit, "web/findings/comparison.html", context)


def _pair(asked: Mapping[str, str], done: list[StoredAudit]) -> Pair | None:
    """An audit that is asked for and is not there for this member is not there: 404."""
    if not done[1:]:
        return None
    later = _named(asked.get("later"), done) or done[0]
    before = [one for one in done if one.number < later.number] or [done[-1]]
    earlier = _named(asked.get("earlier"), done) or before[0]
    first, last = sorted((earlier, later), key=lambda one: one.number)
    return Pair(earlier=first, later=last)


def _named(wanted: str | None, done: list[StoredAudit]) -> StoredAudit | None:
    if not wanted:
        return None
    try:
        return next(one for one in done if one.id == UUID(wanted))
    except (ValueError, StopIteration) as error:
        raise Http404 from error


def _told(pair: Pair) -> dict[str, Any]:
    before, after = content_of(pair.earlier), content_of(pair.later)
    if not before or not after:
        return {"is_altered": True}
    found = compare(before, after, methods=(method_of(pair.earlier), method_of(pair.later)))
    gaps = sorted(found.gaps, key=lambda one: (IN_ORDER.index(one.kind), _narrow(one)))
    scale = scale_of(gaps[:MOST])
    return {
        "found": found,
        "counts": _counts(found),
        "scale": scale,
        "gaps": gaps,
        "telling": [(one, scale.marks(one)) for one in gaps[:MOST] if one.kind not in QUIET],
        "quiet": [(one, scale.marks(one)) for one in gaps[:MOST] if one.kind in QUIET],
        "more_gaps": max(0, len(gaps) - MOST),
        "fates": list(_fates(found)),
        "promises": promises_in(before) | promises_in(after),
    }


def _narrow(one: GapChange) -> tuple[float, float, str, str]:
    """The greatest change first, as far as it can be told; then the widest gap."""
    size = abs((one.low or 0) + (one.high or 0))
    now = abs((one.after or {}).get("value") or 0)
    return -size, -now, one.commitment, one.channel


def _counts(found: Comparison) -> dict[str, int]:
    gaps = [one.kind for one in found.gaps]
    fates = [one.kind for one in found.findings]
    return {
        "closer": gaps.count(Kind.BETTER),
        "wider": gaps.count(Kind.WORSE),
        "turned": gaps.count(Kind.TURNED),
        "untold": gaps.count(Kind.UNTOLD),
        "same": gaps.count(Kind.UNCHANGED),
        "unknown": sum(map(gaps.count, (Kind.UNKNOWN, Kind.NEWLY_SEEN, Kind.NOT_SEEN))),
        "quiet": sum(map(gaps.count, QUIET)),
        "gaps": len(gaps),
        "appeared": fates.count(Kind.APPEARED),
        "went": fates.count(Kind.WENT),
        "altered": sum(one.kind is Kind.WENT and bool(one.reason) for one in found.findings),
        "unseen": fates.count(Kind.NOT_SEEN),
        "method": sum(one.is_method for one in found.explained),
    }


def _fates(found: Comparison) -> Iterator[tuple[Kind, list[Any], int]]:
    for kind in FATES:
        rows = [one for one in found.findings if one.kind is kind]
        if rows:
            yield kind, rows[:MOST], max(0, len(rows) - MOST)
