"""Which findings are open, who answers for them, and what is late?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.documents.rows_out import Form, Listing
from northing.foundations.people.access import Action, Wish
from northing.foundations.people.models import Member
from northing.interfaces.web.leafing import leaf_of
from northing.interfaces.web.views import along
from northing.interfaces.web.views.findings.columns import findings as listed_findings
from northing.interfaces.web.views.findings.finding import promises_in
from northing.interfaces.web.views.findings.history import content_of
from northing.interfaces.web.views.findings.threads import (
    FILTERS,
    LATE,
    NOBODY,
    ORDERS,
    Row,
    chosen,
    rows_of,
)
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.following import Outcome
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.actions import State
from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.publication import actions as publication
from northing.stages.diagnose.publication.store import findings as store

A_PAGE = 50
FOLDED = ("severity", "owner", "commitment", "sort")
"""Conditions that stay out of the way until somebody asks for one."""
STATES = (*State.values, LATE, Outcome.GONE, Outcome.UNSEEN)


@require_safe
@within(Action.ISSUED)
def findings(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Those of the newest audit one may read, with all that were taken up before."""
    publication.issue_due(visit.organisation, at=visit.at)
    done = store.done_seen_by(visit.member)
    audit = asked_for(request.GET.get("audit", ""), done)
    rows = rows_of(visit, audit, done) if audit else []
    today = visit.at.date()
    some = chosen(rows, request.GET.dict(), today=today)
    if file := along.taken(request, visit, lambda: _listing(visit, some)):
        return file
    content = content_of(audit) if audit else {}
    page = leaf_of(request, some, size=A_PAGE)
    context = {
        "audit": audit,
        "done": done,
        "page": page,
        "rows": [(row, row.is_late(today)) for row in page],
        "count": len(some),
        "of": len(rows),
        "late": sum(row.is_late(today) for row in rows),
        "unowned": sum(row.owner_id == NOBODY and not row.is_gone for row in rows),
        "asked": request.GET,
        "narrowed": _narrowed(request, audit),
        "is_unfolded": any(request.GET.get(name) for name in FOLDED),
        "query": _query(request, audit),
        "states": STATES,
        "severities": list(Severity),
        "orders": list(ORDERS),
        "owners": _owners(rows),
        "promises": _promises(rows, content),
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
        "today": today,
    }
    return show(request, visit, "web/findings/list.html", context)


@require_safe
@within(Action.ISSUED)
def findings_file(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The same rows to take along; as CSV, where no other form is asked for."""
    done = store.done_seen_by(visit.member)
    audit = asked_for(request.GET.get("audit", ""), done)
    rows = rows_of(visit, audit, done) if audit else []
    some = chosen(rows, request.GET.dict(), today=visit.at.date())
    return along.taken(request, visit, lambda: _listing(visit, some)) or along.sent(
        request, visit, _listing(visit, some), Form.CSV
    )


def _narrowed(request: HttpRequest, audit: StoredAudit | None) -> QueryDict:
    """What the page shows, as an address asks for it: an audit it does not show is not named."""
    kept = request.GET.copy()
    kept.pop("audit", None)
    if audit:
        kept["audit"] = str(audit.id)
    return kept


def asked_for(wanted: str, done: list[StoredAudit]) -> StoredAudit | None:
    """The audit of that id among these; the newest where none is named, or none of these."""
    try:
        id_ = UUID(wanted)
    except ValueError:
        return done[0] if done else None
    return next((one for one in done if one.id == id_), done[0] if done else None)


def _listing(visit: Visit, rows: list[Row]) -> Listing:
    threads = [store.thread_of(row.finding) for row in rows]
    replies = followed.replies_by_thread(visit.organisation, threads)
    counts = {thread: len(found) for thread, found in replies.items()}
    return listed_findings(rows, counts, visit.at.date())


def _query(request: HttpRequest, audit: StoredAudit | None) -> str:
    """The filters that were asked for, as an address carries them on."""
    kept = {name: request.GET[name] for name in (*FILTERS, "sort") if request.GET.get(name)}
    return urlencode(({"audit": str(audit.id)} if audit else {}) | kept)


def _owners(rows: list[Row]) -> list[tuple[str, Member]]:
    found = [row.follow_up.owner for row in rows if row.follow_up and row.follow_up.owner]
    by_id = {str(one.id): one for one in found}
    return sorted(by_id.items(), key=lambda pair: (pair[1].person.name, pair[0]))


def _promises(rows: list[Row], content: Mapping[str, Any]) -> list[tuple[str, str]]:
    known = promises_in(content)
    keys = sorted({row.finding.commitment for row in rows if row.finding.commitment})
    return [(key, known.get(key, key)) for key in keys]
