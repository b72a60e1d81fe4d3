"""What stands in an issued audit, for its readers within and outside of the organisation?

One page for both: every finding, favourable or not, with what was answered to it, what reviewers
said, the rule it is issued by, and which other audits were run and not shown.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.leafing import leaf_of
from northing.interfaces.web.views.findings.finding import promises_in
from northing.interfaces.web.views.findings.history import content_of
from northing.interfaces.web.views.findings.limiting import at_most
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.models import StoredReply
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.store import findings as found
from northing.stages.diagnose.publication.store import publishing as store

HANDED_ON = ("report.html", "report.pdf", "report.pptx", "report.xlsx", "audit.json", "gaps.csv")
"""The files a reader may take: not the links, which name every single record."""
KINDS = {
    "report.html": "text/html; charset=utf-8",
    "report.pdf": "application/pdf",
    "report.pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "report.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "audit.json": "application/json",
    "gaps.csv": "text/csv; charset=utf-8",
}
SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
A_MINUTE = 60
A_PAGE = 25


@require_safe
@within(Action.ISSUED)
def issued(request: HttpRequest, visit: Visit, audit: UUID) -> HttpResponse:
    """The issued audit as its readers see it; one that is not issued yet has no such page."""
    actions.issue_due(visit.organisation, at=visit.at)
    one = audits.audit_of(visit.organisation, audit, visit.member)
    if not one.issued_at:
        raise Http404
    context = told(request, one) | {"is_public": False}
    return show(request, visit, "web/findings/issued.html", context)


@require_safe
@at_most(A_MINUTE)
def public(request: HttpRequest, audit: UUID) -> HttpResponse:
    """For anybody who has the address, where the rule said so before the audit was asked for."""
    one = _open_to_all(audit, timezone.now())
    context = told(request, one) | {"is_public": True, "name": one.organisation.name}
    return _unlisted(render(request, "web/findings/public.html", context))


@require_safe
@at_most(A_MINUTE)
def public_file(request: HttpRequest, audit: UUID, name: str) -> HttpResponse:
    """One of its files, held against the digest it was issued with."""
    one = _open_to_all(audit, timezone.now())
    if name not in HANDED_ON or name not in one.files:
        raise Http404
    try:
        content = audits.file_of(one, name)
    except audits.Altered:
        context = {"name": name, "audit": one}
        return _unlisted(render(request, "web/findings/altered.html", context, status=409))
    response = HttpResponse(content, content_type=KINDS[name])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = SEALED
    return _unlisted(response)


def told(request: HttpRequest, one: StoredAudit) -> dict[str, Any]:
    """Everything that is printed with an issued audit. Nothing is left out: of many findings the
    gravest stand first, and each is on one of the pages."""
    page = leaf_of(request, audits.findings(one), size=A_PAGE)
    threads = {row.id: found.thread_of(row) for row in page}
    replies = followed.replies_by_thread(one.organisation, threads.values())
    content = content_of(one)
    return {
        "audit": one,
        "page": page,
        "count": page.paginator.count,
        "rows": [(row, _answers(row, replies[threads[row.id]])) for row in page],
        "promises": promises_in(content),
        "is_altered": not content,
        "opinions": store.opinions(one),
        "kept_back": store.kept_back(one),
        "files": [(name, one.files[name]) for name in HANDED_ON if name in one.files],
    }


def _answers(row: StoredFinding, replies: list[StoredReply]) -> list[dict[str, Any]]:
    """What was answered, once each: what the report printed, and what was said since."""
    known = {(one.on.isoformat(), one.role) for one in replies}
    printed = [
        {**one, "on": date.fromisoformat(one["on"])}
        for one in row.content.get("replies", ())
        if (one["on"], one["by"]) not in known
    ]
    return printed + [{"text": one.text, "by": one.role, "on": one.on} for one in replies]


def _open_to_all(audit: UUID, at: datetime) -> StoredAudit:
    promised = store.promised_to_all(audit)
    if promised and not promised.issued_at:
        actions.issue_due(promised.organisation, at=at)
    one = store.open_to_all(audit)
    if one is None:
        raise Http404
    return one


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Handed from hand to hand, not found by machines; nothing tells where a reader came from."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, max-age=0"
    return response
