"""How does somebody take a list along: the rows of the page they look at, in three forms?

A page that shows a list answers `?format=csv`, `xlsx` or `json` with all that its filters leave,
over all pages of it. That somebody took it stands in the trail.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from northing.foundations.documents.rows_out import KINDS, Form, Listing, pieces
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.interfaces.web.visit import SAFE, Visit

ASKED = "format"
UNKNOWN = "There is no such form of a list. Ask for format=csv, format=xlsx or format=json.\n"


def taken(
    request: HttpRequest, visit: Visit, listing: Callable[[], Listing]
) -> HttpResponseBase | None:
    """The file, where one is asked for; None where somebody only looks at the page."""
    asked = request.GET.get(ASKED)
    if asked is None or request.method not in SAFE:
        return None
    if asked not in list(Form):
        return HttpResponse(UNKNOWN, status=400, content_type="text/plain; charset=utf-8")
    return sent(request, visit, listing(), Form(asked))


def sent(request: HttpRequest, visit: Visit, listing: Listing, form: Form) -> StreamingHttpResponse:
    """The list as a file to keep, never shown as a page of ours; the trail says who has it."""
    if request.method != "HEAD":
        details = {"list": listing.name, "form": str(form)}
        append(
            Event(
                visit.organisation.id,
                "list taken along",
                visit.at,
                visit.member.person_id,
                details=details,
            )
        )
    response = StreamingHttpResponse(pieces(listing, form), content_type=KINDS[form])
    response["Content-Disposition"] = f'attachment; filename="{listing.name}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
