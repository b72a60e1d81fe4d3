"""Who did what here, when, and is the record of it still whole?"""

from __future__ import annotations

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.people import store as people
from northing.foundations.people.access import Action
from northing.foundations.trail import store
from northing.foundations.trail.exported import lines_of
from northing.foundations.trail.facts import Entry
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import people as listed
from northing.interfaces.web.visit import Visit, show, within

A_PAGE = 50


@require_safe
@within(Action.TRAIL)
def trail(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The newest first, fifty a page; verified when asked for, for that reads all of it."""
    chain = visit.organisation.id
    if file := along.taken(request, visit, lambda: listed.trail(store.entries(chain))):
        return file
    found = store.page(chain, before=number_in(request.GET, "before"), size=A_PAGE + 1)
    shown = found[:A_PAGE]
    is_verified = "verify" in request.GET
    context = {
        "rows": _rows(shown),
        "head": store.head(chain),
        "older": shown[-1].sequence if len(found) > A_PAGE else None,
        "is_verified": is_verified,
        "broken": first_break(store.entries(chain)) if is_verified else None,
    }
    return show(request, visit, "web/trail.html", context)


@require_safe
@within(Action.TRAIL)
def trail_file(_request: HttpRequest, visit: Visit) -> StreamingHttpResponse:
    """The whole chain, so that anybody can verify it without us."""
    lines = lines_of(store.entries(visit.organisation.id))
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="trail.jsonl"'
    return response


def _rows(shown: list[Entry]) -> list[dict[str, object]]:
    names = people.names(entry.event.actor for entry in shown)
    opened = store.opened(shown)
    return [
        {
            "entry": entry,
            "event": entry.event,
            "actor": names.get(entry.event.actor) if entry.event.actor else None,
            "values": [opened.get(digest) for digest in entry.event.sealed.values()],
        }
        for entry in shown
    ]
