"""What is there for me today?"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Role, Wish
from northing.interfaces.web.today import in_order
from northing.interfaces.web.views.today import standing
from northing.interfaces.web.views.today.duties import duties_of
from northing.interfaces.web.views.today.files import fresh_of, gave
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.publication import actions as publication

UNKNOWN_SINCE = timedelta(days=7)
A_VISIT = timedelta(minutes=30)
KEPT_SECONDS = 180 * 24 * 3600
MOST_ALSO = 5


@require_safe
@within(Action.ORGANISATION)
def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The one thing first, then what changed, where the gaps are, how the records stand."""
    role, on = Role(visit.member.role), visit.at.date()
    publication.issue_due(visit.organisation, at=visit.at)
    newest = audits.newest_seen_by(visit.member)
    content = standing.content_of(newest)
    files = gave(visit.organisation)
    fresh = fresh_of(visit, files, content)
    due = in_order(duties_of(visit, files, fresh), on=on)
    before = _before(request, visit)
    context = {
        "on": on,
        "first": due[0] if due else None,
        "also": due[1 : 1 + MOST_ALSO],
        "others": len(due) - 1,
        "more": len(due) - 1 - MOST_ALSO,
        "since": before,
        "changes_made": standing.changes_of(visit, before),
        "audit": newest,
        "gaps": standing.gaps_of(content),
        "fresh": fresh,
        "is_employee": role is Role.MEMBER,
        "voice": standing.voice_of(content),
        "sight": standing.sight_of(role),
        "samples": standing.checked_of(visit) if role is Role.AUDITOR else [],
        "unanswered": content.get("replies_unanswered", ()),
        "may_see_records": visit.may(Action.RECORDS, Wish.SEE),
    }
    response = show(request, visit, "web/home/home.html", context)
    _remember(response, request, visit, before)
    return response


def _name(visit: Visit) -> str:
    return f"northing_seen_{visit.member.id.hex}"


def _before(request: HttpRequest, visit: Visit) -> datetime:
    """When this member was here before this visit; kept in their browser, and signed."""
    kept = request.get_signed_cookie(_name(visit), default="", max_age=KEPT_SECONDS) or ""
    before, _, last = kept.partition("|")
    if not last:
        return visit.at - UNKNOWN_SINCE
    was = datetime.fromisoformat(last)
    return was if visit.at - was > A_VISIT else datetime.fromisoformat(before)


def _remember(response: HttpResponse, request: HttpRequest, visit: Visit, before: datetime) -> None:
    response.set_signed_cookie(
        _name(visit),
        f"{before.isoformat()}|{visit.at.isoformat()}",
        max_age=KEPT_SECONDS,
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
