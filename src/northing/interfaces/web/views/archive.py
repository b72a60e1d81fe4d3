"""How does an owner take the whole organisation along, to keep it or to move it elsewhere?"""

from __future__ import annotations

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.carrying.facts import ENDING
from northing.interfaces.web.carrying.writing import note_taking, pieces
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ORGANISATION, get=Wish.CHANGE)
def archive(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """What is in it is said first; asked for, it is handed out while it is written."""
    if request.method != "POST":
        return show(request, visit, "web/archive.html", {})
    note_taking(visit.organisation, by=visit.member, at=visit.at)
    name = f"{slugify(visit.organisation.name) or 'organisation'}-{visit.at:%Y-%m-%d}{ENDING}"
    response = StreamingHttpResponse(
        pieces(visit.organisation, at=visit.at), content_type="application/zip"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
