"""Which audits are there, and what does each answer?"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import audits as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.publication import actions as publication

A_PAGE = 25


@require_safe
@within(Action.ISSUED)
def audits(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The newest first; those without sight of drafts see what was issued."""
    publication.issue_due(visit.organisation, at=visit.at)
    rows = store.seen_by(visit.member).select_related("asked_by__person").order_by("-number")
    if file := along.taken(request, visit, lambda: listed.audits(rows.iterator(chunk_size=100))):
        return file
    before = number_in(request.GET, "before")
    found = list((rows.filter(number__lt=before) if before else rows)[: A_PAGE + 1])
    shown = found[:A_PAGE]
    texts = {one.key: one.text for one in commitments.commitments(visit.organisation)}
    told = [(one, one.summary.get("widest"), _named(one.summary, texts)) for one in shown]
    context = {
        "rows": told,
        "newest": None if before else next((one for one in told if one[1]), None),
        "older": shown[-1].number if len(found) > A_PAGE else None,
        "is_first": not before,
        "goes_on": any(one.state in ("waiting", "running") for one in shown),
    }
    return show(request, visit, "web/audits/list.html", context)


def _named(summary: dict[str, dict[str, str] | None], texts: dict[str, str]) -> str:
    """The promise the answer speaks of: in today's words, else by its key."""
    widest = summary.get("widest")
    return texts.get(widest["commitment"], widest["commitment"]) if widest else ""
