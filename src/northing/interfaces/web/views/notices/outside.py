"""What do a link in a letter and the address of a calendar open for who is not signed in?"""

from __future__ import annotations

from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from northing.foundations.people.models import Member
from northing.interfaces.notices import actions, signing, store
from northing.interfaces.notices.calendars import calendar_text
from northing.interfaces.web.sentences_notices import CHANNELS


@csrf_exempt  # a mail program sends it by itself, without a page of ours (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Looking ends nothing, for programs look at links before people do; the button does."""
    meant = signing.meant_by(token)
    member = (
        Member.objects.filter(id=meant[0]).select_related("organisation").first() if meant else None
    )
    if meant is None or member is None:
        raise Http404
    if request.method == "POST":
        actions.end(member.id, meant[1], at=timezone.now())
    context = {
        "named": member.organisation.name,
        "way": CHANNELS[meant[1]],
        "is_done": request.method == "POST",
        "wishes": member.organisation_id,
    }
    with override(store.wishes_of(member).language):
        response = render(request, "web/notices/stop.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Revoked, never made, or of somebody who left: it is not there."""
    at = timezone.now()
    found = store.calendar_behind(token, at=at)
    if found is None:
        raise Http404
    text = calendar_text(found, at=at)
    etag = quote_etag(sha256(text).hexdigest())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    known = get_conditional_response(request, etag=etag, response=response) or response
    known["Cache-Control"] = "private, no-store"
    known["X-Robots-Tag"] = "noindex"
    return known
